import type { Session, SessionState } from '../session/session.ts'
import { uiState } from '../ui/ui-state.ts'
import type { Command } from './command.ts'

/** Whether there is something to take back, or to do again: in the open letter, or in the pages under review. */
function canStep({ screen, open, review }: SessionState, way: 'undo' | 'redo'): boolean {
  if (screen === 'review') return review?.reading === null && review[way].length > 0
  return screen === 'letter' && open?.[`${way}Label`] != null
}

const stepper = (session: Session): Pick<Session, 'undo' | 'redo'> =>
  session.state.getState().screen === 'review' ? session.review : session

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
    when: (state, ui) => state.screen === 'library' && ui.selected.size > 0,
    run: (session) => void session.removeLetters([...uiState.getState().selected]),
  },
]
