import type { Session } from '../../session/session.ts'
import { openDialog, uiState } from '../ui-state.ts'
import { concordanceOf, nextConcordance, type SelectedWords } from './left-concordance.ts'

/** Opens the concordance with the words selected in the open letter, in the text that has the cursor; without any, as it was left. */
export function openConcordance(session: Session): void {
  const view = nextConcordance(uiState.getState().concordance, selectedWords(session))
  openDialog({ kind: 'concordance', view })
}

/** Opens the concordance with some words, wherever they stand in a text that is written as they are. */
export function openConcordanceOf(text: string): void {
  openDialog({ kind: 'concordance', view: concordanceOf(uiState.getState().concordance, text) })
}

/** The words selected in the open letter, in the text that has the cursor; null where no letter is shown or none are. */
export function selectedWords(session: Session): SelectedWords | null {
  const { open, screen } = session.state.getState()
  if (screen !== 'letter' || !open) return null
  const side = open.activeSide
  const selection = session.editor(side)?.selection()
  if (!selection || selection.empty) return null
  const { text, machine } = selection
  return { letter: open.id, side, text, machine }
}
