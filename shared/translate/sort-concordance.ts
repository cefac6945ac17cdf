import { isWord, tokens } from './words.ts'

/** A line of a concordance: the words found between their contexts, and the aligned passage of the other language where there is one. */
export interface ConcordanceLine {
  readonly left: string
  readonly words: string
  readonly right: string
  readonly aligned: string | null
}

/** What a concordance is sorted by: the words before (nearest first), the words found, those behind, or the aligned passage. */
export const CONCORDANCE_ORDERS = ['place', 'left', 'words', 'right', 'aligned'] as const
export type ConcordanceOrder = (typeof CONCORDANCE_ORDERS)[number]

/** How many words of a context decide. */
const DEPTH = 4

/**
 * The lines in another order; lines that are equal in it stay as they were (`place`: all do). Words are compared by `compare`, signs
 * between them do not count; lines without an aligned passage come last in the order of passages.
 */
export function sortConcordance<T extends ConcordanceLine>(
  lines: readonly T[],
  order: ConcordanceOrder,
  compare: (a: string, b: string) => number,
): readonly T[] {
  if (order === 'place') return lines
  const keyed = lines.map((line) => ({ line, key: keyOf(line, order) }))
  return keyed.sort((a, b) => compareKeys(a.key, b.key, compare)).map(({ line }) => line)
}

function keyOf(line: ConcordanceLine, order: Exclude<ConcordanceOrder, 'place'>): string[] | null {
  if (order === 'aligned') return line.aligned === null ? null : wordsOf(line.aligned)
  const words = wordsOf(line[order])
  return order === 'left' ? words.toReversed().slice(0, DEPTH) : words.slice(0, DEPTH)
}

function wordsOf(text: string): string[] {
  return tokens(text).filter(isWord)
}

function compareKeys(
  a: string[] | null,
  b: string[] | null,
  compare: (a: string, b: string) => number,
): number {
  if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1)
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compare(a[i] as string, b[i] as string)
    if (order !== 0) return order
  }
  return a.length - b.length
}
