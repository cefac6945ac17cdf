import { uiState } from '../ui/ui-state.ts'
import type { Command } from './command.ts'

/** Taking back and doing again, and what is done with the letters selected. */
export const EDIT_COMMANDS: readonly Command[] = [
  {
    id: 'edit.undo',
    title: 'command.undo',
    group: 'edit',
    keys: ['Mod-z'],
    leftToFields: true,
    when: (state) => state.screen === 'letter' && state.open?.undoLabel != null,
    run: (session) => session.undo(),
  },
  {
    id: 'edit.redo',
    title: 'command.redo',
    group: 'edit',
    keys: ['Mod-Shift-z', 'Mod-y'],
    leftToFields: true,
    when: (state) => state.screen === 'letter' && state.open?.redoLabel != null,
    run: (session) => session.redo(),
  },
  {
    id: 'library.remove',
    title: 'command.removeLetters',
    group: 'edit',
    when: (state, ui) => state.screen === 'library' && ui.selected.size > 0,
    run: (session) => void session.removeLetters([...uiState.getState().selected]),
  },
]
