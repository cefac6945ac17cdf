import type { Session, SessionState } from '../session/session.ts'
import { uiState } from '../ui/ui-state.ts'
import type { Command } from './command.ts'

/** Whether there is something to take back, or to do again: in the open letter, in the pages under review, or in the lists of rules and terms. */
function canStep(state: SessionState, way: 'undo' | 'redo'): boolean {
  const { screen, open, review, bulkStep } = state
  if (screen === 'review') return review?.reading === null && review[way].length > 0
  if (screen === 'rules' || screen === 'words') return state.listHistories[screen][way].length > 0
  const isOverMany = bulkStep?.way === way
  // In the library what was done last with letters is taken back by its own command.
  if (screen === 'library') return isOverMany && way === 'redo'
  if (screen !== 'letter' || !open) return false
  return isOverMany || open[`${way}Label`] !== null
}

function stepper(session: Session): Pick<Session, 'undo' | 'redo'> {
  const { screen } = session.state.getState()
  if (screen === 'review') return session.review
  if (screen !== 'rules' && screen !== 'words') return session
  return {
    undo: () => session.travelLists(screen, 'undo'),
    redo: () => session.travelLists(screen, 'redo'),
  }
}

/** Taking back and doing again, and what is done with the letters selected. */
export const EDIT_COMMANDS: readonly Command[] = [
  {
    id: 'edit.undo',
    title: 'command.undo',
    group: 'edit',
    keys: ['Mod-z'],
    leftToFields: true,
    hint: 'review.hint.undo',
    when: (state) => canStep(state, 'undo'),
    run: (session) => stepper(session).undo(),
  },
  {
    id: 'edit.redo',
    title: 'command.redo',
    group: 'edit',
    keys: ['Mod-Shift-z', 'Mod-y'],
    leftToFields: true,
    when: (state) => canStep(state, 'redo'),
    run: (session) => stepper(session).redo(),
  },
  {
    id: 'library.remove',
    title: 'command.removeLetters',
    group: 'edit',
    keys: ['Delete'],
    leftToFields: true,
    when: (state, ui) => state.screen === 'library' && ui.selected.size > 0,
    run: (session) => void session.removeLetters([...uiState.getState().selected]),
  },
]
