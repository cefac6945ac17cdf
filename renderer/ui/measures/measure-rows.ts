import { csvText } from '../../../shared/exchange/csv-text.ts'
import type { Measures } from '../../../shared/translate/measures/collect-measures.ts'
import { densityOf, wordEditRate } from '../../../shared/translate/measures/tally.ts'

/** What the rows of the table are: letters, people, or kinds of corrections. */
export const GROUPINGS = ['letter', 'editor', 'category', 'severity', 'verdict', 'check'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** The columns with numbers. A density has its words beside it. */
export const MEASURE_COLUMNS = [
  'corrections',
  'words',
  'density',
  'rate',
  'guessed',
  'refused',
  'disputed',
] as const
export type MeasureColumn = (typeof MEASURE_COLUMNS)[number]

/** A row: its id, its name, its numbers; null where one has no meaning. */
export interface MeasureRow {
  readonly id: string
  readonly name: string
  readonly values: Readonly<Record<MeasureColumn, number | null>>
}

/** The columns that have a meaning for a grouping. */
export function columnsOf(grouping: Grouping): readonly MeasureColumn[] {
  if (grouping === 'letter') return MEASURE_COLUMNS
  if (grouping === 'editor') return MEASURE_COLUMNS.filter((column) => column !== 'rate')
  return ['corrections', 'words', 'density']
}

/** The rows of a grouping in the order of the measures; `nameOf` says what an id is called. */
export function measureRows(
  { collection, letters, editors }: Measures,
  grouping: Grouping,
  nameOf: (id: string) => string,
): MeasureRow[] {
  if (grouping === 'letter')
    return letters.map(({ letter, tally }) => ({
      id: letter,
      name: nameOf(letter),
      values: { ...countsOf(tally), rate: wordEditRate(tally) },
    }))
  if (grouping === 'editor')
    return editors.map(({ editor, counts }) => ({
      id: editor,
      name: nameOf(editor),
      values: { ...countsOf(counts), rate: null },
    }))
  const { words, byCategory, bySeverity, byVerdict, byCheck } = collection
  const kinds = { category: byCategory, severity: bySeverity, verdict: byVerdict, check: byCheck }
  return Object.entries<number>(kinds[grouping]).map(([id, corrections]) => ({
    id,
    name: nameOf(id),
    values: {
      corrections,
      words,
      density: densityOf(corrections, words),
      rate: null,
      guessed: null,
      refused: null,
      disputed: null,
    },
  }))
}

function countsOf(counts: Measures['editors'][number]['counts']) {
  const { corrections, words, guessed, byVerdict } = counts
  return {
    corrections,
    words,
    density: densityOf(corrections, words),
    guessed,
    refused: byVerdict.refused,
    disputed: byVerdict.disputed,
  }
}

/** How a table is sorted: by name or a column. */
export interface MeasureOrder {
  readonly column: MeasureColumn | 'name'
  readonly descending: boolean
}

/** The rows sorted; those alike keep their order, those without a number come last. */
export function sortRows(
  rows: readonly MeasureRow[],
  { column, descending }: MeasureOrder,
  locale: string,
): MeasureRow[] {
  const sign = descending ? -1 : 1
  if (column === 'name') {
    const { compare } = new Intl.Collator(locale, { numeric: true })
    return rows.toSorted((a, b) => sign * compare(a.name, b.name))
  }
  return rows.toSorted((a, b) => {
    const [one, other] = [a.values[column], b.values[column]]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return sign * (one - other)
  })
}

/** The table as CSV: names of the columns in `heads`, numbers with a point. */
export function rowsCsv(
  rows: readonly MeasureRow[],
  columns: readonly MeasureColumn[],
  heads: readonly string[],
): string {
  const cell = (value: number | null) => (value === null ? '' : `${Math.round(value * 1e4) / 1e4}`)
  return csvText([
    heads,
    ...rows.map(({ name, values }) => [name, ...columns.map((column) => cell(values[column]))]),
  ])
}
