import type { Side } from '../../letter/canonical.ts'
import type { RecordTable } from '../../letter/records.ts'

/**
 * What does not stand as it did after work was carried over to a new text: `changed` is kept at its place, where the words are
 * others now (`now`); `left-out` has no place any more. `text` are the words it stood on, or its value in words.
 */
export interface CarryNote {
  readonly what: 'changed' | 'left-out'
  readonly side: Side
  readonly table: RecordTable
  readonly id: string
  readonly text: string
  readonly now: string
}
