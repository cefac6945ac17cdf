import type { CanonicalLetter } from '../letter/canonical.ts'
import type { Problem } from './problem.ts'

/** Problems in the order in which one meets them: those of no place in the text first, then the translation, then the original, each from its beginning. */
export function inTextOrder(
  problems: readonly Problem[],
  letter: CanonicalLetter,
): readonly Problem[] {
  const ranks = new Map<string, number>()
  for (const text of [letter.translation, letter.original])
    for (const { id } of text?.machine.blocks ?? [])
      ranks.set(rankKey(text === letter.original ? 'original' : 'translation', id), ranks.size)
  const rank = ({ side, range }: Problem) =>
    range ? (ranks.get(rankKey(side, range.block)) ?? -1) : -1
  return problems.toSorted(
    (a, b) => rank(a) - rank(b) || (a.range?.from ?? 0) - (b.range?.from ?? 0),
  )
}

function rankKey(side: Problem['side'], block: string): string {
  return `${side} ${block}`
}
