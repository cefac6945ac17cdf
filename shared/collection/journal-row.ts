import type { Side } from '../letter/canonical.ts'
import type { StepJson } from '../letter/journal.ts'

/**
 * One action on a letter, as kept for ever: its steps on one side, what it was, who did it and when. `seq` counts 1, 2, …
 * without gaps within a letter, over both sides; `author` is the id of an editor, `time` ISO 8601 in UTC.
 */
export interface JournalRow {
  readonly letter: string
  readonly seq: number
  readonly side: Side
  readonly steps: readonly StepJson[]
  readonly label: string
  readonly author: string
  readonly time: string
}
