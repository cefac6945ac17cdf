import { openDialog, uiState } from '../ui/ui-state.ts'
import type { Command } from './command.ts'

/** Bringing pages in and taking the edition out. */
export const FILE_COMMANDS: readonly Command[] = [
  {
    id: 'file.import',
    title: 'command.import',
    hint: 'hint.import',
    group: 'file',
    keys: ['Mod-o'],
    when: (state) => state.screen !== 'review',
    run: (session) => void session.chooseImport(),
  },
  {
    id: 'file.import-folder',
    title: 'command.importFolder',
    group: 'file',
    keys: ['Mod-Shift-o'],
    when: (state) => state.screen !== 'review',
    run: (session) => void session.chooseImport('folder'),
  },
  {
    id: 'file.resume-review',
    title: 'review.resume',
    group: 'file',
    inMenu: false,
    when: (state) => state.leftReview !== null && state.screen !== 'review',
    run: (session) => session.resumeReview(),
  },
  {
    id: 'file.imports',
    title: 'command.imports',
    group: 'file',
    when: (state) => state.imports.length > 0 && state.screen !== 'review',
    run: () => openDialog({ kind: 'imports' }),
  },
  {
    id: 'file.export',
    title: 'command.export',
    hint: 'hint.export',
    group: 'file',
    keys: ['Mod-e'],
    when: (state) => state.letters.length > 0 && state.screen !== 'review',
    run: (session) => {
      const { open, screen } = session.state.getState()
      const { selected } = uiState.getState()
      if (screen === 'letter' && open) openDialog({ kind: 'export', letters: [open.id] })
      else if (selected.size > 0) openDialog({ kind: 'export', letters: [...selected] })
      else openDialog({ kind: 'export', letters: 'all' })
    },
  },
  {
    id: 'file.export-all',
    title: 'command.exportAll',
    group: 'file',
    when: (state) => state.letters.length > 0 && state.screen !== 'review',
    run: () => openDialog({ kind: 'export', letters: 'all' }),
  },
  {
    id: 'file.measures',
    title: 'measures.command',
    group: 'file',
    when: (state) => state.letters.length > 0 && state.screen !== 'review',
    run: () => openDialog({ kind: 'measures' }),
  },
  {
    id: 'file.print-corrections',
    title: 'exportForms.printCommand',
    group: 'file',
    when: (state) => state.letters.length > 0 && state.screen !== 'review',
    run: (session) => {
      const { open, screen } = session.state.getState()
      const { selected } = uiState.getState()
      const chosen = screen === 'letter' && open ? [open.id] : [...selected]
      openDialog({ kind: 'print-corrections', letters: chosen.length > 0 ? chosen : 'all' })
    },
  },
  {
    id: 'file.edition',
    title: 'command.edition',
    group: 'file',
    when: (state) => state.screen !== 'review',
    run: () => openDialog({ kind: 'edition' }),
  },
  {
    id: 'file.save-collection',
    title: 'command.saveCollection',
    group: 'file',
    keys: ['Mod-s'],
    run: (session) => void session.saveCollection(),
  },
  {
    id: 'file.open-collection',
    title: 'command.openCollection',
    group: 'file',
    when: (state) => state.screen !== 'review',
    run: (session) => void session.chooseCollection(),
  },
  {
    id: 'file.safety-copy',
    title: 'safety.now',
    group: 'file',
    when: (state) => state.safety !== null && state.letters.length > 0,
    run: (session) => void session.safety.makeNow(),
  },
  {
    id: 'file.safety-copies',
    title: 'safety.copies',
    group: 'file',
    when: (state) => state.safety !== null && state.screen !== 'review',
    run: () => openDialog({ kind: 'safety-copies' }),
  },
]
