import type { LetterState } from '../../../shared/letter/records.ts'
import type { LetterRow } from '../../session/session.ts'
import { foldText } from '../fold-text.ts'

/** What the library is narrowed to; '' is no narrowing. `year` is YYYY, or `-` for letters without a date. */
export interface LibraryFilter {
  readonly text: string
  readonly person: string
  readonly year: string
  readonly state: LetterState | ''
}

export const NO_FILTER: LibraryFilter = { text: '', person: '', year: '', state: '' }

/** The year of a letter, or `-` where it has no date. */
export function yearOf(row: LetterRow): string {
  return row.dateSort === '' ? '-' : row.dateSort.slice(0, 4)
}

const haystacks = new WeakMap<LetterRow, string>()

/** All that a letter can be found by, folded; made once for each row. */
export function haystackOf(row: LetterRow): string {
  const known = haystacks.get(row)
  if (known !== undefined) return known
  const { title, dateText, dateSort, from, to, archive } = row
  const made = foldText([title, dateText, dateSort, ...from, ...to, archive].join(' '))
  haystacks.set(row, made)
  return made
}

/** The rows that pass the filter, in their order. The text's words must all occur, in any order. */
export function filterLetters(
  rows: readonly LetterRow[],
  filter: LibraryFilter,
): readonly LetterRow[] {
  const words = foldText(filter.text).split(/\s+/).filter(Boolean)
  const { person, year, state } = filter
  if (words.length === 0 && !person && !year && !state) return rows
  return rows.filter(
    (row) =>
      (!state || row.state === state) &&
      (!year || yearOf(row) === year) &&
      (!person || row.from.includes(person) || row.to.includes(person)) &&
      words.every((word) => haystackOf(row).includes(word)),
  )
}

/** How many letters each value has. */
export type Counts = ReadonlyMap<string, number>

/** The values that one could narrow to, each with the number of letters that would be left if that were chosen beside the rest of the filter. */
export function countChoices(
  rows: readonly LetterRow[],
  filter: LibraryFilter,
): { readonly persons: Counts; readonly years: Counts; readonly states: Counts } {
  return {
    persons: count(filterLetters(rows, { ...filter, person: '' }), (row) => [
      ...new Set([...row.from, ...row.to]),
    ]),
    years: count(filterLetters(rows, { ...filter, year: '' }), (row) => [yearOf(row)]),
    states: count(filterLetters(rows, { ...filter, state: '' }), (row) => [row.state]),
  }
}

function count(rows: readonly LetterRow[], values: (row: LetterRow) => readonly string[]): Counts {
  const counts = new Map<string, number>()
  for (const row of rows)
    for (const value of values(row)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
