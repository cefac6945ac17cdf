import type { Side } from '../letter/canonical.ts'
import type { MachineRange } from '../letter/place.ts'
import type { Category, HeaderField, Severity } from '../letter/records.ts'
import type { CheckId } from './check-id.ts'

/** What the program can notice in one letter; the words for each are in the locales under `problem.<code>`. */
export type ProblemCode =
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
  | CheckId

/**
 * What a check of the text adds to a problem: how sure it is (0–1), the passage of the original it rests on, what to put in
 * place of `range` (empty: nothing; null: it knows none), and how a correction would be filed.
 */
export interface Finding {
  readonly check: CheckId
  readonly confidence: number
  readonly category: Category
  readonly severity: Severity
  readonly evidence?: MachineRange
  readonly proposal: string | null
  /** The rule of correction or glossary entry it comes from. */
  readonly rule?: string
}

/** Something the program noticed and a person may settle: where it is and what words to show (`values` fill the sentence). */
export interface Problem {
  /** Stable as long as the problem stands: `code:block:offset`, and more after it, for what stands in a line; else the code and what it is about. */
  readonly id: string
  /** Its id when ids named no words, where its words are still those of the machine: what was said under it then holds. */
  readonly formerId?: string
  readonly code: ProblemCode
  readonly side: Side
  readonly range?: MachineRange
  readonly note?: string
  readonly callout?: string
  readonly field?: HeaderField
  readonly values: Readonly<Record<string, string>>
  readonly finding?: Finding
}
