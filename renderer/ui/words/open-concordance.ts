import type { Session } from '../../session/session.ts'
import { openDialog } from '../ui-state.ts'

/** Opens the concordance with the words selected in the open letter, in the text that has the cursor. */
export function openConcordance(session: Session): void {
  const { open, screen } = session.state.getState()
  const side = screen === 'letter' ? open?.activeSide : undefined
  const text = side ? (session.editor(side)?.selection().text ?? '') : ''
  openDialog({
    kind: 'concordance',
    text: text.includes('\n') ? '' : text.trim(),
    layer: side === 'original' ? 'original' : 'corrected',
  })
}
