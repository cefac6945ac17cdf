import type { CanonicalLetter } from '../../letter/canonical.ts'
import type { Block } from '../../letter/machine-text.ts'
import { wordAt } from '../words.ts'
import { alignedPassage } from './aligned-passage.ts'
import { freeText } from './free-text.ts'
import type { SpreadHit, SpreadReason } from './spread-hit.ts'
import type { SpreadSource } from './spread-source.ts'
import { wordLikeness } from './word-distance.ts'
import { type StemmedWord, stemmedWords } from './word-stem.ts'

/** How much of a line is shown on either side of a hit, in UTF-16 code units. */
export const CONTEXT_LENGTH = 70

// From so many words on a place may have other words among them; below it would be another phrase.
const FUZZY_WORDS = 3
const LIKE_ENOUGH = 0.65
const NEIGHBOURS = 3

interface Found {
  readonly from: number
  readonly to: number
  readonly reason: SpreadReason
  readonly likeness: number
}

/** Finds places of a letter, in the order of its text. */
type LetterFinder = (letter: CanonicalLetter) => readonly SpreadHit[]

/**
 * Finds places that a correction may be carried to: the same machine words, bounded by no word, that no correction touches;
 * with `similar` also those that differ by case, white space, inflection or (of three words or more) by few words. How alike
 * the last are is what OmegaT compares in three passes: stems, words, and all signs (its developer manual, Fuzzy matching).
 */
export function sameFinder(source: SpreadSource, similar: boolean): LetterFinder {
  const wanted = stemmedWords(source.before)
  const neighbours = neighboursOf(source.left, source.right)
  return (letter) => {
    const isFree = freeText(letter.translation)
    return letter.translation.machine.blocks.flatMap((block) => {
      const same = identicalIn(block.text, source.before)
      const all = similar ? [...same, ...similarIn(block.text, source.before, wanted, same)] : same
      return all
        .filter((found) => isFree({ block: block.id, ...found }))
        .map((found) => hitOf(letter, block, found, source, neighbours))
    })
  }
}

function identicalIn(text: string, before: string): readonly Found[] {
  const found: Found[] = []
  for (let at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + before.length)) {
    const to = at + before.length
    if (isBounded(text, at, to)) found.push({ from: at, to, reason: 'same', likeness: 1 })
  }
  return found
}

/** Whether neither end of a range cuts a word in two. */
export function isBounded(text: string, from: number, to: number): boolean {
  return wordAt(text, from) === null && wordAt(text, to) === null
}

function similarIn(
  text: string,
  before: string,
  wanted: readonly StemmedWord[],
  same: readonly Found[],
): readonly Found[] {
  const words = stemmedWords(text)
  const stems = new Set(wanted.map(({ stem }) => stem))
  const candidates = words.flatMap((word, start) =>
    stems.has(word.stem) ? windowsAt(text, words, start, before, wanted) : [],
  )
  candidates.sort((a, b) => b.likeness - a.likeness || a.from - b.from)
  const chosen: Found[] = []
  const isApart = (one: Found) =>
    [...same, ...chosen].every((other) => one.to <= other.from || one.from >= other.to)
  for (const one of candidates)
    if (isApart(one) && isBounded(text, one.from, one.to)) chosen.push(one)
  return chosen.sort((a, b) => a.from - b.from)
}

function windowsAt(
  text: string,
  words: readonly StemmedWord[],
  start: number,
  before: string,
  wanted: readonly StemmedWord[],
): readonly Found[] {
  const slack = wanted.length >= FUZZY_WORDS ? 1 : 0
  const found: Found[] = []
  for (let length = wanted.length - slack; length <= wanted.length + slack; length++) {
    const window = words.slice(start, start + length)
    const [first, last] = [window[0], window.at(-1)]
    if (window.length < length || !first || !last) continue
    if (slack > 0 && !wanted.some(({ stem }) => stem === last.stem)) continue
    const range = rangeAround(text, before, wanted, first.from, last.to)
    const judged = judge(text.slice(range.from, range.to), before, window, wanted)
    if (judged) found.push({ ...range, ...judged })
  }
  return found
}

// The signs at the ends of the words sought belong to them where they stand here too.
function rangeAround(
  text: string,
  before: string,
  wanted: readonly StemmedWord[],
  from: number,
  to: number,
): { readonly from: number; readonly to: number } {
  const head = before.slice(0, wanted[0]?.from ?? 0)
  const tail = before.slice(wanted.at(-1)?.to ?? before.length)
  const start = text.slice(0, from).endsWith(head) ? from - head.length : from
  return { from: start, to: text.startsWith(tail, to) ? to + tail.length : to }
}

function judge(
  words: string,
  before: string,
  window: readonly StemmedWord[],
  wanted: readonly StemmedWord[],
): Pick<Found, 'reason' | 'likeness'> | null {
  const stems = (list: readonly StemmedWord[]) => list.map(({ stem }) => stem)
  const byStem = wordLikeness(stems(window), stems(wanted))
  if (byStem < (wanted.length >= FUZZY_WORDS ? LIKE_ENOUGH : 1)) return null
  const forms = (list: readonly StemmedWord[]) => list.map(({ text }) => text.toLowerCase())
  const byForm = wordLikeness(forms(window), forms(wanted))
  const bySigns = wordLikeness(signs(words), signs(before))
  return {
    reason: reasonOf(words, before, byStem, byForm),
    likeness: (byStem + byForm + bySigns) / 3,
  }
}

function reasonOf(words: string, before: string, byStem: number, byForm: number): SpreadReason {
  if (words.replace(/\s+/gu, ' ') === before.replace(/\s+/gu, ' ')) return 'space'
  if (byForm === 1) return 'case'
  return byStem === 1 ? 'inflection' : 'words'
}

function signs(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\s]/gu) ?? []
}

interface Neighbours {
  readonly left: readonly string[]
  readonly right: readonly string[]
}

function neighboursOf(left: string, right: string): Neighbours {
  const stems = (text: string) => stemmedWords(text).map(({ stem }) => stem)
  return {
    left: stems(left.slice(-CONTEXT_LENGTH)).slice(-NEIGHBOURS).reverse(),
    right: stems(right.slice(0, CONTEXT_LENGTH)).slice(0, NEIGHBOURS),
  }
}

// How many of the words beside the two places are the same, from the place outwards.
function likeNeighbours(a: Neighbours, b: Neighbours): number {
  const run = (one: readonly string[], other: readonly string[]) => {
    const end = one.findIndex((word, i) => word !== other[i])
    return end < 0 ? one.length : end
  }
  const all = a.left.length + a.right.length
  return all === 0 ? 0 : (run(a.left, b.left) + run(a.right, b.right)) / all
}

function hitOf(
  letter: CanonicalLetter,
  { id, text }: Block,
  { from, to, reason, likeness }: Found,
  source: SpreadSource,
  neighbours: Neighbours,
): SpreadHit {
  const words = text.slice(from, to)
  const here = neighboursOf(text.slice(0, from), text.slice(to))
  return {
    letter: letter.id,
    layer: 'machine',
    block: id,
    from,
    to,
    words,
    ...contextOf(text, from, to),
    after: reason === 'same' ? source.after : inTheCaseOf(words, source.before, source.after),
    aligned: alignedPassage(letter, 'translation', { block: id, from, to })?.text ?? null,
    rank: reason === 'same' ? 'identical' : 'similar',
    reason,
    guard: 'none',
    score: likeness * 0.7 + likeNeighbours(neighbours, here) * 0.3,
  }
}

/** The text on either side of a range, as much as a line shows. */
export function contextOf(
  text: string,
  from: number,
  to: number,
): { readonly left: string; readonly right: string } {
  return {
    left: text.slice(Math.max(0, from - CONTEXT_LENGTH), from),
    right: text.slice(to, to + CONTEXT_LENGTH),
  }
}

/** A replacement written as the words it stands for are: in capitals, or with a capital first. */
export function inTheCaseOf(words: string, before: string, after: string): string {
  const isUpper = (text: string) => /\p{Lu}.*\p{Lu}/su.test(text) && !/\p{Ll}/u.test(text)
  if (isUpper(words) && !isUpper(before)) return after.toUpperCase()
  const isCapital = (text: string) => /^\P{L}*\p{Lu}/u.test(text)
  if (!isCapital(words) || isCapital(before)) return after
  return after.replace(/\p{L}/u, (letter) => letter.toUpperCase())
}
