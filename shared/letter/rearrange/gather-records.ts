import type { CanonicalLetter, Side } from '../canonical.ts'
import type { Records, RecordTable } from '../records.ts'

/** The tables whose records have ids of their own (a header field and a block's kind are named by what they are of). */
export const FREE_TABLES = [
  'corrections',
  'mentions',
  'notes',
  'callouts',
  'passages',
  'verbatim',
  'refusals',
  'queries',
  'segments',
  'pairs',
  'structure',
] as const satisfies readonly RecordTable[]
export type FreeTable = (typeof FREE_TABLES)[number]
export type RecordOf<T extends FreeTable> = Records[T][string]

/** A record with the letters it stands in: one, or several where a rearrangement before had cut it. */
export interface Gathered<T extends FreeTable> {
  readonly id: string
  readonly record: RecordOf<T>
  readonly parts: readonly { readonly letter: string; readonly id: string }[]
}

const PIECE = /^(.+)\.(\d+)$/
// What differs between the pieces of one record by their place alone.
const PLACED = new Set([
  'id',
  'note',
  'evidence',
  'phrase',
  'original',
  'translation',
  'block',
  'range',
  'deleted',
  'inserted',
])

/** The id of the piece of a record that is the `count`-th (1: the record's own id). */
export function pieceId(id: string, count: number): string {
  return count === 1 ? id : `${id}.${count}`
}

/** The records of a table over all letters; pieces of one record in several letters, alike but for their ids, are one again. */
export function gatherRecords<T extends FreeTable>(
  letters: readonly CanonicalLetter[],
  side: Side,
  table: T,
): Gathered<T>[] {
  const found: { id: string; record: RecordOf<T>; parts: { letter: string; id: string }[] }[] = []
  for (const letter of letters) {
    const records = letter[side]?.records[table] ?? {}
    for (const [id, record] of Object.entries(records) as [string, RecordOf<T>][]) {
      const part = { letter: letter.id, id }
      const whole = found.find((one) => isPieceOf(part, record, one))
      if (whole) whole.parts.push(part)
      else found.push({ id, record, parts: [part] })
    }
  }
  return found
}

function isPieceOf<T extends FreeTable>(
  part: { readonly letter: string; readonly id: string },
  record: RecordOf<T>,
  whole: Gathered<T>,
): boolean {
  const base = PIECE.exec(part.id)?.[1]
  if (base !== whole.id || whole.parts.some(({ letter }) => letter === part.letter)) return false
  return contentOf(record) === contentOf(whole.record)
}

function contentOf(record: object): string {
  const entries = Object.entries(record).filter(([key]) => !PLACED.has(key))
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1))
  // A refusal has its evidence and its phrase in the correction within it.
  return JSON.stringify(sorted, (key, value) => (PLACED.has(key) ? undefined : value))
}
