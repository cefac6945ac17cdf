import type { CanonicalLetter, Side } from '../letter/canonical.ts'
import { replay } from '../letter/journal.ts'
import type { JournalRow } from './journal-row.ts'

/**
 * The letter after the rows, which follow `seq`. Throws a RangeError where a number is missing or doubled, a row
 * belongs to another letter or to a side that is not there, or a step does not apply.
 */
export function applyJournal(
  letter: CanonicalLetter,
  seq: number,
  rows: readonly JournalRow[],
): CanonicalLetter {
  rows.forEach((row, i) => {
    if (row.letter !== letter.id)
      throw new RangeError(`Letter ${letter.id}: a journal row of ${row.letter}`)
    if (row.seq !== seq + i + 1)
      throw new RangeError(
        `Letter ${letter.id}: journal row ${seq + i + 1} is missing, ${row.seq} follows`,
      )
  })
  const of = (side: Side) => rows.filter((row) => row.side === side).map((row) => row.steps)
  const originalRows = of('original')
  if (originalRows.length > 0 && !letter.original)
    throw new RangeError(`Letter ${letter.id}: journal rows of an original that is not there`)
  const translationRows = of('translation')
  return {
    id: letter.id,
    translation:
      translationRows.length > 0 ? replay(letter.translation, translationRows) : letter.translation,
    original:
      letter.original && originalRows.length > 0
        ? replay(letter.original, originalRows)
        : letter.original,
  }
}
