import type { OpenLetter, SessionState } from '../session/session.ts'
import { moveToPane } from '../ui/move-to-pane.ts'
import { openDialog } from '../ui/ui-state.ts'
import type { Command, TextKey } from './command.ts'

const inLetter = (state: SessionState) => state.screen === 'letter' && state.open !== null

function view(view: OpenLetter['view'], key: string, title: TextKey): Command {
  return {
    id: `view.${view}`,
    title,
    group: 'view',
    keys: [`Alt-${key}`],
    when: inLetter,
    run: (session) => session.setView(view),
  }
}

function theme(theme: 'system' | 'light' | 'dark', title: TextKey): Command {
  return {
    id: `view.theme-${theme}`,
    title,
    group: 'view',
    when: (state) => state.settings.theme !== theme,
    run: (session) => void session.setSettings({ theme }),
  }
}

function language(locale: SessionState['settings']['locale'], title: TextKey): Command {
  return {
    id: `view.language-${locale}`,
    title,
    group: 'view',
    inMenu: false,
    when: (state) => state.settings.locale !== locale,
    run: (session) => void session.setSettings({ locale }),
  }
}

/** What is shown, and where one goes. */
export const VIEW_COMMANDS: readonly Command[] = [
  {
    id: 'view.palette',
    title: 'command.palette',
    group: 'view',
    keys: ['Mod-k'],
    hidden: true,
    run: () => openDialog({ kind: 'palette' }),
  },
  {
    id: 'view.library',
    title: 'command.library',
    hint: 'hint.library',
    group: 'view',
    keys: ['Alt-ArrowLeft'],
    macKeys: ['Mod-['],
    when: (state) => ['letter', 'register', 'rules', 'words'].includes(state.screen),
    run: (session) => {
      if (session.state.getState().open) void session.closeLetter()
      else session.show('library')
    },
  },
  {
    id: 'view.register',
    title: 'command.register',
    group: 'view',
    when: (state) => state.screen !== 'register' && state.screen !== 'review',
    run: (session) => session.show('register'),
  },
  {
    id: 'view.rules',
    title: 'rules.command',
    group: 'view',
    when: (state) => state.screen !== 'rules' && state.screen !== 'review',
    run: (session) => session.show('rules'),
  },
  {
    id: 'view.words',
    title: 'words.command',
    group: 'view',
    when: (state) => state.screen !== 'words' && state.screen !== 'review',
    run: (session) => session.show('words'),
  },
  view('corrected', '1', 'command.viewCorrected'),
  view('changes', '2', 'command.viewChanges'),
  view('machine', '3', 'command.viewMachine'),
  {
    id: 'view.left-pane',
    title: 'command.leftPane',
    group: 'view',
    keys: ['Mod-\\'],
    when: inLetter,
    run: (session) =>
      void session.setSettings({ leftPane: !session.state.getState().settings.leftPane }),
  },
  {
    id: 'view.right-pane',
    title: 'command.rightPane',
    group: 'view',
    keys: ['Mod-Shift-\\'],
    when: inLetter,
    run: (session) =>
      void session.setSettings({ rightPane: !session.state.getState().settings.rightPane }),
  },
  {
    id: 'view.next-pane',
    title: 'command.nextPane',
    group: 'view',
    keys: ['F6'],
    run: () => moveToPane(1),
  },
  {
    id: 'view.previous-pane',
    title: 'command.previousPane',
    group: 'view',
    keys: ['Shift-F6'],
    run: () => moveToPane(-1),
  },
  theme('system', 'command.themeSystem'),
  theme('light', 'command.themeLight'),
  theme('dark', 'command.themeDark'),
  language('en', 'command.languageEn'),
  language('ru', 'command.languageRu'),
  language('de', 'command.languageDe'),
  {
    id: 'view.settings',
    title: 'command.settings',
    group: 'view',
    keys: ['Mod-,'],
    run: () => openDialog({ kind: 'settings' }),
  },
]
