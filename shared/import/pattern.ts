/** One row of a rule table: what it is called, what it matches, and lines that must and must not match (the tests run both). */
export interface Pattern {
  readonly name: string
  readonly pattern: RegExp
  readonly examples: readonly string[]
  readonly counterexamples?: readonly string[]
}

/** The first row whose pattern matches, or null. */
export function findPattern<P extends Pattern>(table: readonly P[], text: string): P | null {
  return table.find((row) => row.pattern.test(text)) ?? null
}
