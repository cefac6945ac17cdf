import type { CanonicalLetter, Side } from '../canonical.ts'
import type { Records, RecordTable } from '../records.ts'

/** A printed line by the letter it stands in now and the id of its block there. */
export interface LineRef {
  readonly letter: string
  readonly block: string
}

/** A letter that is to be made: its id, its header, and its lines in their new order; `original` null for none. */
export interface LetterPlan {
  readonly id: string
  readonly header: Records['header']
  readonly translation: readonly LineRef[]
  readonly original: readonly LineRef[] | null
}

/**
 * What a rearrangement cannot leave as it is. `cut`: the record now stands in two places, once in each; `unlinked`: a callout
 * whose note goes elsewhere; `evidence`: a correction whose passage of the original goes elsewhere; `left-out`: it has no
 * place any more. `text` are the words it stands on, or its value in words.
 */
export interface RecordLoss {
  readonly what: 'cut' | 'unlinked' | 'evidence' | 'left-out'
  readonly letter: string
  readonly side: Side
  readonly table: RecordTable
  readonly id: string
  readonly text: string
}

/** The letters that were made, and all that is not as it was. What is not listed in `losses` is kept. */
export interface Rearranged {
  readonly letters: readonly CanonicalLetter[]
  readonly losses: readonly RecordLoss[]
}
