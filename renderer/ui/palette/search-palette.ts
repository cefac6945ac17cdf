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
/** What a whole word has before the beginning of a longer one. */
const WHOLE = 10
/** What all the words as they were typed, one behind the other, have before the same words here and there. */
const AS_TYPED = 30

/**
 * How well folded query words fit: 0 where one of them occurs nowhere. The beginning of the name counts most, then the
 * beginning of a word, then any place; whole words before beginnings, words as they were typed before the same words
 * elsewhere, shorter names before longer ones.
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
  if (words.length > 1 && isWhole(thing.name, words.join(' '))) score += AS_TYPED
  return score + 5 / (5 + thing.name.length)
}

function scoreWord(
  word: string,
  { name, more }: { readonly name: string; readonly more: string },
  isFirst: boolean,
): number {
  if (name === word) return EXACT
  const at = name.indexOf(word)
  if (at < 0) return more.includes(word) ? BESIDE : 0
  const whole = isWhole(name, word) ? WHOLE : 0
  if (at === 0) return (isFirst ? START : WORD_START) + whole
  return (startsWord(name, word) ? WORD_START : INSIDE) + whole
}

const isLetter = (sign: string | undefined) => /[\p{L}\p{N}]/u.test(sign ?? ' ')

function startsWord(name: string, word: string): boolean {
  for (let at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1))
    if (!isLetter(name[at - 1])) return true
  return false
}

/** Whether the words stand somewhere with no letter or digit at either side. */
function isWhole(name: string, words: string): boolean {
  for (let at = name.indexOf(words); at >= 0; at = name.indexOf(words, at + 1))
    if (!isLetter(name[at - 1]) && !isLetter(name[at + words.length])) return true
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
