import {
  CALLOUT_BLOCKERS,
  CALLOUT_SHAPES,
  type CalloutShape,
  type ContextPattern,
} from './callout-patterns.ts'

/** A number in a line that may call a note; offsets in the line, UTF-16 units. */
export interface CalloutCandidateText {
  readonly from: number
  readonly to: number
  readonly n: number
  readonly shape: Pick<CalloutShape, 'name' | 'use' | 'unused' | 'why'>
}

const REACH = 60
const NUMBER = /\d+|[¹²³⁰⁴-⁹]+/gu
const SUPERSCRIPT = { name: 'superscript', use: 0, unused: 2, why: 'a raised number' }

/** The text before and behind a number, as far as the patterns look. */
interface Context {
  readonly before: string
  readonly after: string
}

const contextOf = (text: string, from: number, to: number): Context => ({
  before: text.slice(Math.max(0, from - REACH), from),
  after: text.slice(to, to + REACH),
})

function fits(row: ContextPattern, { before, after }: Context): boolean {
  if (row.before !== undefined && !row.before.test(before)) return false
  if (row.after !== undefined && !row.after.test(after)) return false
  return row.unlessAfter === undefined || !row.unlessAfter.test(after)
}

/** Whether the surroundings of the number at `from`..`to` are those of the row. */
export function matchesContext(
  row: ContextPattern,
  text: string,
  from: number,
  to: number,
): boolean {
  return fits(row, contextOf(text, from, to))
}

function rate(text: string, from: number, to: number): CalloutCandidateText['shape'] | null {
  if (/\D/.test(text.slice(from, to))) return from > 0 ? SUPERSCRIPT : null
  const context = contextOf(text, from, to)
  if (CALLOUT_BLOCKERS.some((row) => fits(row, context))) return null
  return CALLOUT_SHAPES.find((row) => fits(row, context)) ?? null
}

/** All numbers of a line that may call a note, each with the shape of its place; numbers from 1 to 199, never years. */
export function findCallouts(text: string): CalloutCandidateText[] {
  const found: CalloutCandidateText[] = []
  for (const match of text.matchAll(NUMBER)) {
    const printed = match[0]
    const n = Number(printed.normalize('NFKC'))
    if (printed.length > 3 || n === 0 || n > 199 || /^0/.test(printed)) continue
    const from = match.index
    const shape = rate(text, from, from + printed.length)
    if (shape !== null) found.push({ from, to: from + printed.length, n, shape })
  }
  return found
}
