import i18next from 'i18next'
import type { SessionState } from '../session/session.ts'
import { find, findAndReplace, findSame, makeRule } from '../ui/spread/spread-requests.ts'
import { openDialog } from '../ui/ui-state.ts'
import { takeFromMemory } from '../ui/words/memory-state.ts'
import { openConcordance } from '../ui/words/open-concordance.ts'
import type { Command } from './command.ts'

const inTranslation = ({ screen, open }: SessionState) =>
  screen === 'letter' && open !== null && open.activeSide === 'translation'

const hasLetters = ({ screen, letters }: SessionState) => screen !== 'review' && letters.length > 0

/** Finding, and correcting over many letters at once. */
export const SPREAD_COMMANDS: readonly Command[] = [
  {
    id: 'edit.find',
    title: 'spread.command.find',
    group: 'edit',
    keys: ['Mod-f'],
    when: hasLetters,
    run: find,
  },
  {
    id: 'edit.replace',
    title: 'spread.command.replace',
    group: 'edit',
    keys: ['Mod-h'],
    macKeys: ['Mod-Alt-f'],
    when: hasLetters,
    run: findAndReplace,
  },
  {
    id: 'letter.find-same',
    title: 'spread.command.same',
    group: 'letter',
    keys: ['Alt-m'],
    when: inTranslation,
    run: (session) => findSame(session),
  },
  {
    id: 'letter.take-memory',
    title: 'words.memory.command',
    group: 'letter',
    keys: ['Alt-t'],
    when: inTranslation,
    run: (session) => {
      if (!takeFromMemory(session)) session.notify('good', i18next.t('words.memory.nothing'))
    },
  },
  {
    id: 'view.concordance',
    title: 'words.concordance.command',
    group: 'view',
    keys: ['Mod-Shift-f'],
    when: hasLetters,
    run: openConcordance,
  },
  {
    id: 'letter.make-rule',
    title: 'spread.command.rule',
    group: 'letter',
    when: inTranslation,
    run: (session) => makeRule(session),
  },
  {
    id: 'edit.bulk-changes',
    title: 'spread.command.bulks',
    group: 'edit',
    when: hasLetters,
    run: () => openDialog({ kind: 'bulks' }),
  },
]
