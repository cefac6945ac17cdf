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

type Compare = (a: LetterRow, b: LetterRow) => number

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
  const compare = comparer(order.column, new Intl.Collator(locale, { numeric: true }))
  const sign = order.descending ? -1 : 1
  return [...rows].sort(
    (a, b) =>
      Number(isEmpty(a, order.column)) - Number(isEmpty(b, order.column)) ||
      sign * compare(a, b) ||
      Number(a.dateSort === '') - Number(b.dateSort === '') ||
      compareStrings(a.dateSort, b.dateSort) ||
      compareStrings(a.id, b.id),
  )
}

function isEmpty(row: LetterRow, column: LetterColumn): boolean {
  if (column === 'date') return row.dateSort === ''
  if (column === 'words' || column === 'problems' || column === 'state') return false
  return row[column].length === 0
}

function comparer(column: LetterColumn, collator: Intl.Collator): Compare {
  switch (column) {
    case 'date':
      return (a, b) => compareStrings(a.dateSort, b.dateSort)
    case 'from':
      return (a, b) => collator.compare(a.from.join(', '), b.from.join(', '))
    case 'to':
      return (a, b) => collator.compare(a.to.join(', '), b.to.join(', '))
    case 'archive':
      return (a, b) => collator.compare(a.archive, b.archive)
    case 'words':
      return (a, b) => a.words - b.words
    case 'problems':
      return (a, b) => a.problems - b.problems
    case 'state':
      return (a, b) => LETTER_STATES.indexOf(a.state) - LETTER_STATES.indexOf(b.state)
  }
}

function compareStrings(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
