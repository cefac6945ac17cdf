import type { Side } from '../letter/canonical.ts'
import type { MachineRange } from '../letter/place.ts'
import type { HeaderField } from '../letter/records.ts'

/** What the program can notice in one letter; the words for each are in the locales under `problem.<code>`. */
export type ProblemCode =
  | 'doubled-word'
  | 'callout-without-note'
  | 'note-without-callout'
  | 'note-number-lost'
  | 'link-uncertain'
  | 'date-missing'
  | 'date-uncertain'
  | 'archive-missing'
  | 'archive-inferred'
  | 'sender-missing'
  | 'recipient-missing'
  | 'mention-without-entity'

/** Something the program noticed and a person may settle: where it is and what words to show (`values` fill the sentence). */
export interface Problem {
  /** Stable as long as the problem stands: code and what it is about. */
  readonly id: string
  readonly code: ProblemCode
  readonly side: Side
  readonly range?: MachineRange
  readonly note?: string
  readonly callout?: string
  readonly field?: HeaderField
  readonly values: Readonly<Record<string, string>>
}
