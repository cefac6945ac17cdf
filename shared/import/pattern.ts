import { firstCode, makeTracer } from './line-trace.ts'
import { findNeeded, mayMatchInside, type Needed } from './rules/needed-signs.ts'
import { mayStandAt } from './rules/pattern-edges.ts'

/** One row of a rule table: what it is called, what it matches, and lines that must and must not match (the tests run both). */
export interface Pattern {
  readonly name: string
  readonly pattern: RegExp
  readonly examples: readonly string[]
  readonly counterexamples?: readonly string[]
}

/** Traces the texts that tables are tried on; no pattern is tried inside another. */
const traceOf = makeTracer()

/** A row of a table ready for use: what a text must have so that it can match. */
export interface PreparedRow<P> {
  readonly row: P
  readonly needed: Needed
}

/** Makes a table ready for use. */
export function prepareTable<P extends Pattern>(table: readonly P[]): readonly PreparedRow<P>[] {
  return table.map((row) => ({ row, needed: findNeeded(row.pattern) }))
}

/** The rows of a prepared table that may match in the text: those left out do not. */
export function findLikely<P>(prepared: readonly PreparedRow<P>[], text: string): readonly P[] {
  const first = firstCode(text)
  const likely: P[] = []
  for (const { row, needed } of prepared)
    if (mayStandAt(needed.begin, first) && isInside(needed, text)) likely.push(row)
  return likely
}

/** Most rows are told apart by what a text begins with: only for the others it is traced. */
const isInside = (needed: Needed, text: string): boolean =>
  needed.inside.length === 0 || mayMatchInside(needed, traceOf(text))

const preparedTables = new WeakMap<readonly Pattern[], readonly PreparedRow<Pattern>[]>()

function preparedOf<P extends Pattern>(table: readonly P[]): readonly PreparedRow<P>[] {
  const known = preparedTables.get(table) as readonly PreparedRow<P>[] | undefined
  if (known !== undefined) return known
  const prepared = prepareTable(table)
  preparedTables.set(table, prepared)
  return prepared
}

/** The first row whose pattern matches, or null. */
export function findPattern<P extends Pattern>(table: readonly P[], text: string): P | null {
  const first = firstCode(text)
  for (const { row, needed } of preparedOf(table))
    if (mayStandAt(needed.begin, first) && isInside(needed, text) && row.pattern.test(text))
      return row
  return null
}
