import type { CorrectionRecord } from '../../shared/letter/records.ts'
import type { MemoryHit, MemoryQuestion } from '../../shared/translate/memory/memory.ts'
import type { TextQuery } from '../../shared/translate/spread/find-text.ts'
import type { SpreadHit } from '../../shared/translate/spread/spread-hit.ts'
import type { SpreadSource } from '../../shared/translate/spread/spread-source.ts'
import type { GivenFields, PlaceEdit } from '../editor/correction/correct-places.ts'
import type { CorrectionPlace } from '../session/spread-state.ts'
import type { BulkAction } from '../storage/append-bulk.ts'
import type { BulkLetter } from '../storage/rows.ts'

/** Who does something under which name, as journal rows say it. */
export interface Doer {
  readonly label: string
  readonly author: string
  readonly time: string
}

/** A place to correct, with the words that must still read there. */
export type ExpectedEdit = PlaceEdit & { readonly words: string }

/** The places of one letter. */
export interface LetterEdits {
  readonly letter: string
  readonly edits: readonly ExpectedEdit[]
}

/** What the worker can be asked. `letters` null: all of the library. */
export type BulkJob =
  | { readonly kind: 'same'; readonly place: CorrectionPlace; readonly similar: boolean }
  | {
      readonly kind: 'text'
      readonly query: TextQuery
      readonly letters: readonly string[] | null
    }
  | { readonly kind: 'memory'; readonly question: MemoryQuestion }
  | {
      readonly kind: 'correct'
      readonly letters: readonly LetterEdits[]
      readonly fields: GivenFields
      readonly doer: Doer
    }
  | {
      readonly kind: 'take-back'
      readonly entries: readonly BulkLetter[]
      /** What the rows to take back may be called. */
      readonly labels: readonly string[]
      readonly doer: Doer
    }

/** Why letters or places were left alone: the letter is gone or cannot be worked on; a place reads otherwise, or was changed, since. */
export interface LeftAlone {
  readonly letter: string
  readonly why: 'missing' | 'unfit' | 'changed'
}

/** How a job ended. `source` null: the correction is not there any more; `more`: there are more hits than are shown. */
export type BulkEnd =
  | {
      readonly kind: 'same'
      readonly source: SpreadSource | null
      readonly record: CorrectionRecord | null
      readonly triggers: readonly string[]
      readonly more: boolean
    }
  | { readonly kind: 'text'; readonly more: boolean; readonly faulty: string | null }
  | { readonly kind: 'memory'; readonly hits: readonly MemoryHit[] }
  | {
      readonly kind: 'actions'
      readonly actions: readonly BulkAction[]
      readonly left: readonly LeftAlone[]
    }

/** A question to the worker, or the wish that one be answered no further. */
export type BulkQuestion =
  | { readonly id: number; readonly job: BulkJob }
  | { readonly id: number; readonly cancel: true }

/** What it answers: hits as they are found with how far the search is, the end once, or a fault of the program. */
export type BulkAnswer = { readonly id: number } & (
  | {
      readonly type: 'part'
      readonly hits: readonly SpreadHit[]
      readonly done: number
      readonly total: number
    }
  | { readonly type: 'end'; readonly end: BulkEnd }
  | { readonly type: 'cancelled' }
  | { readonly type: 'failed'; readonly message: string }
)
