/** One figure of the bench: what, how much, in which unit, beside its baseline of the same run. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly baseline?: { readonly name: string; readonly value: number }
  readonly bar?: number
  readonly details?: Readonly<Record<string, number | string>>
}

/** Prints a figure as one JSON line, numbers rounded to three digits behind the point. */
export function print(figure: Figure): void {
  const round = (_key: string, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1000) / 1000 : value
  console.log(JSON.stringify(figure, round))
}

/** The median time of some runs of a function, in milliseconds, after one run that does not count. */
export async function medianTime(runs: number, work: () => unknown): Promise<number> {
  await work()
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return median(times)
}

/** The number in the middle of some, by size; NaN where there are none. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

/** Millions of bytes of a text in UTF-8. */
export function megabytes(text: string): number {
  return new TextEncoder().encode(text).length / 1e6
}
