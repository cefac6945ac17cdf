import type { PageReview } from '../../session/session.ts'

/** What a review holds in all: `fresh` letters would be stored, `known` ones are in the library already and stay as they are. */
export function reviewTotals(pages: readonly PageReview[]): {
  readonly fresh: number
  readonly known: number
  readonly problems: number
  readonly outside: number
} {
  const letters = pages.flatMap((page) => page.letters)
  const known = letters.filter((letter) => letter.known).length
  return {
    fresh: letters.length - known,
    known,
    problems: letters.reduce((sum, letter) => sum + letter.problems.length, 0),
    outside: pages.reduce((sum, page) => sum + page.outside.length, 0),
  }
}
