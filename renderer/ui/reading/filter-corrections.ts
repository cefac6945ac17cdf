import type {
  Category,
  CorrectionRecord,
  Severity,
  Verdict,
} from '../../../shared/letter/records.ts'
import { authorOf, verdictOf } from '../../../shared/translate/verdict.ts'
import { foldText } from '../fold-text.ts'
import type { CorrectionRow } from '../letter/letter-rows.ts'

/** What the list of corrections is narrowed to; '' and `false` narrow nothing. */
export interface CorrectionFilter {
  readonly text: string
  readonly category: Category | ''
  readonly severity: Severity | ''
  readonly verdict: Verdict | ''
  readonly author: string
  readonly check: string
  readonly guessed: boolean
}

/** A list that is not narrowed. */
export const ALL_CORRECTIONS: CorrectionFilter = {
  text: '',
  category: '',
  severity: '',
  verdict: '',
  author: '',
  check: '',
  guessed: false,
}

/** What corrections are sorted by: their place in the text, or when something was last said of them, newest first. */
export type CorrectionOrder = 'place' | 'time'

/** The corrections that pass a filter, in an order; the rows come in the order of the text. */
export function filterCorrections(
  rows: readonly CorrectionRow[],
  filter: CorrectionFilter,
  order: CorrectionOrder,
): readonly CorrectionRow[] {
  const query = foldText(filter.text.trim())
  const found = rows.filter((row) => passes(row, filter, query))
  if (order === 'place') return found
  return found.toSorted((a, b) => compare(lastTime(b.record), lastTime(a.record)))
}

function passes(
  { record, before, after }: CorrectionRow,
  filter: CorrectionFilter,
  query: string,
): boolean {
  const is = (value: string | undefined, wanted: string) => wanted === '' || value === wanted
  return (
    is(record.category, filter.category) &&
    is(record.severity, filter.severity) &&
    is(verdictOf(record), filter.verdict) &&
    is(authorOf(record), filter.author) &&
    is(record.check, filter.check) &&
    (!filter.guessed || record.guessed === true) &&
    [before, after, record.reason ?? ''].some((words) => foldText(words).includes(query))
  )
}

function lastTime({ at, history }: CorrectionRecord): string {
  return history?.at(-1)?.at ?? at
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** What occurs in a list of corrections, so that only filters that part it are offered; each list sorted as the corrections come. */
export interface CorrectionFacets {
  readonly category: readonly Category[]
  readonly severity: readonly Severity[]
  readonly verdict: readonly Verdict[]
  readonly author: readonly string[]
  readonly check: readonly string[]
  readonly guessed: number
}

/** What occurs in some corrections. */
export function correctionFacets(rows: readonly CorrectionRow[]): CorrectionFacets {
  const of = <T>(pick: (record: CorrectionRecord) => T) => [
    ...new Set(rows.map(({ record }) => pick(record))),
  ]
  return {
    category: of(({ category }) => category),
    severity: of(({ severity }) => severity),
    verdict: of(verdictOf),
    author: of(authorOf),
    check: of(({ check }) => check ?? '').filter((check) => check !== ''),
    guessed: rows.filter(({ record }) => record.guessed).length,
  }
}
