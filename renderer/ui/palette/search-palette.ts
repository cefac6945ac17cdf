/** One thing the palette can find: what it is called, what else it can be found by, and that in folded form. */
export interface Findable<T> {
  readonly item: T
  /** The folded name; matches in it count more than those in `more`. */
  readonly name: string
  /** Folded words beside the name: an archive reference, spellings. */
  readonly more: string
}

const EXACT = 100
const START = 60
const WORD_START = 40
const INSIDE = 15
const BESIDE = 8

/**
 * How well folded query words fit: 0 where one of them occurs nowhere. The beginning of the name counts most, then the
 * beginning of a word, then any place; shorter names before longer ones.
 */
export function scoreMatch(
  words: readonly string[],
  thing: { readonly name: string; readonly more: string },
): number {
  let score = 0
  for (const [index, word] of words.entries()) {
    const one = scoreWord(word, thing, index === 0)
    if (one === 0) return 0
    score += one
  }
  return score + 5 / (5 + thing.name.length)
}

function scoreWord(
  word: string,
  { name, more }: { readonly name: string; readonly more: string },
  isFirst: boolean,
): number {
  if (name === word) return EXACT
  const at = name.indexOf(word)
  if (at === 0) return isFirst ? START : WORD_START
  if (at > 0) return startsWord(name, word, at) ? WORD_START : INSIDE
  return more.includes(word) ? BESIDE : 0
}

function startsWord(name: string, word: string, first: number): boolean {
  for (let at = first; at >= 0; at = name.indexOf(word, at + 1))
    if (!/[\p{L}\p{N}]/u.test(name[at - 1] ?? ' ')) return true
  return false
}

/** The best `limit` matches, best first; among equals the order of the list. Cheap enough for each key over ten thousand things. */
export function bestMatches<T>(
  things: readonly Findable<T>[],
  words: readonly string[],
  limit: number,
): readonly T[] {
  const found: { readonly item: T; readonly score: number }[] = []
  for (const thing of things) {
    const score = scoreMatch(words, thing)
    if (score > 0) found.push({ item: thing.item, score })
  }
  found.sort((a, b) => b.score - a.score)
  return found.slice(0, limit).map(({ item }) => item)
}
