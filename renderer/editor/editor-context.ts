import type { Side } from '../../shared/letter/canonical.ts'
import type { MachineText } from '../../shared/letter/machine-text.ts'
import type { Decision } from '../../shared/letter/records.ts'

/** What every feature of the editor may use: the side and its machine text, and who works here when. */
export interface EditorContext {
  readonly side: Side
  readonly machine: MachineText
  readonly author: () => string
  readonly now: () => string
  readonly newId: (prefix: string) => string
}

/** Who decides what is being done now, and when. */
export function decisionOf(context: EditorContext): Decision {
  return { by: context.author(), at: context.now() }
}
