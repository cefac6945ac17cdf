import type { TextPlace } from '../../../shared/translate/spread/spread-hit.ts'
import type { Session } from '../../session/session.ts'

/** Opens the letter of a place that was found and puts the cursor on its words. */
export async function goToHit(
  session: Session,
  { letter, layer, ...place }: TextPlace,
): Promise<void> {
  const { open, screen } = session.state.getState()
  if (open?.id !== letter || screen !== 'letter') await session.openLetter(letter)
  if (session.state.getState().open?.id !== letter) return
  const side = layer === 'original' ? 'original' : 'translation'
  session.focusSide(side)
  const editor = session.editor(side)
  editor?.selectPlace({ layer: layer === 'corrected' ? 'corrected' : 'machine', ...place })
  editor?.focus()
}
