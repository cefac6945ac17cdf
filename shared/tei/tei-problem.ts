/** Something wrong in a file: 1-based line and column (UTF-16 units), plain words, and the path of the element. */
export interface TeiProblem {
  readonly line: number
  readonly column: number
  readonly message: string
  readonly path: string
}

/** Problems in the order of their places. */
export function inPlaceOrder(problems: readonly TeiProblem[]): TeiProblem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column)
}
