import { LETTER_STATES } from '../../../shared/letter/records.ts'
import type { LetterRow } from '../../session/session.ts'

/** The columns of the library, in their order. */
export const LETTER_COLUMNS = [
  'date',
  'from',
  'to',
  'archive',
  'words',
  'problems',
  'state',
] as const
export type LetterColumn = (typeof LETTER_COLUMNS)[number]

/** What the library is sorted by. */
export interface LetterOrder {
  readonly column: LetterColumn
  readonly descending: boolean
}

/** A row with what it is compared by, read from it once. */
interface Sortable {
  readonly row: LetterRow
  readonly text: string
  readonly number: number
  readonly isEmpty: boolean
}

/**
 * The rows sorted by a column: names and references as the language sorts them (numbers in them by value), dates by
 * date, states by how far they have come. Rows that have nothing in the column come last either way; equal rows by
 * date, then by id.
 */
export function sortLetters(
  rows: readonly LetterRow[],
  order: LetterOrder,
  locale: string,
): readonly LetterRow[] {
  const collator = new Intl.Collator(locale, { numeric: true })
  const sign = order.descending ? -1 : 1
  const compareText = order.column === 'date' ? compareStrings : collator.compare
  return rows
    .map((row) => readColumn(row, order.column))
    .sort(
      (a, b) =>
        Number(a.isEmpty) - Number(b.isEmpty) ||
        sign * (a.number - b.number) ||
        sign * (a.text === b.text ? 0 : compareText(a.text, b.text)) ||
        compareDates(a.row, b.row) ||
        compareStrings(a.row.id, b.row.id),
    )
    .map(({ row }) => row)
}

function readColumn(row: LetterRow, column: LetterColumn): Sortable {
  switch (column) {
    case 'words':
    case 'problems':
      return { row, text: '', number: row[column], isEmpty: false }
    case 'state':
      return { row, text: '', number: LETTER_STATES.indexOf(row.state), isEmpty: false }
    case 'date':
      return { row, text: row.dateSort, number: 0, isEmpty: row.dateSort === '' }
    case 'archive':
      return { row, text: row.archive, number: 0, isEmpty: row.archive === '' }
    case 'from':
    case 'to':
      return { row, text: row[column].join(', '), number: 0, isEmpty: row[column].length === 0 }
  }
}

function compareDates(a: LetterRow, b: LetterRow): number {
  return (
    Number(a.dateSort === '') - Number(b.dateSort === '') || compareStrings(a.dateSort, b.dateSort)
  )
}

function compareStrings(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
