import type { CanonicalLetter, CanonicalText } from '../../letter/canonical.ts'
import { machineString } from '../../letter/machine-text.ts'
import { plainWords } from './split-words.ts'

/**
 * What became of a letter: the same text; the same in another order; another text; not in the library before; not in the new
 * source any more. `similarity` is 0–1, the share of words in common.
 */
export interface LetterChange {
  readonly kind: 'unchanged' | 'moved' | 'changed' | 'new' | 'gone'
  readonly stored: CanonicalLetter | null
  readonly incoming: CanonicalLetter | null
  readonly similarity: number
}

/** Below this share of words in common two letters are two letters; where they have one id, below the second. */
const ALIKE = 0.5
const SAME_ID = 0.25

/**
 * Compares the letters of a source read anew with those of the library that came from it, `stored` in the order of the page
 * then. Every letter of both is in one change; those of the new source come first, in its order. Pure.
 */
export function compareWithLibrary(
  incoming: readonly CanonicalLetter[],
  stored: readonly CanonicalLetter[],
): LetterChange[] {
  const partners = findPartners(incoming, stored)
  const places = incoming.map((letter) => {
    const partner = partners.get(letter)
    return partner ? stored.indexOf(partner) : -1
  })
  const inOrder = longestRise(places)
  const changes = incoming.map((letter, i): LetterChange => {
    const partner = partners.get(letter)
    if (!partner) return { kind: 'new', stored: null, incoming: letter, similarity: 0 }
    const pair = { stored: partner, incoming: letter }
    if (!hasSameText(partner, letter))
      return { kind: 'changed', ...pair, similarity: similarityOf(bagOf(partner), bagOf(letter)) }
    return { kind: inOrder.has(i) ? 'unchanged' : 'moved', ...pair, similarity: 1 }
  })
  const found = new Set(partners.values())
  const gone = stored
    .filter((letter) => !found.has(letter))
    .map(
      (letter): LetterChange => ({ kind: 'gone', stored: letter, incoming: null, similarity: 0 }),
    )
  return [...changes, ...gone]
}

/** Whether two letters say the same: the translation, and the original where the second has one. */
export function hasSameText(stored: CanonicalLetter, incoming: CanonicalLetter): boolean {
  if (textOf(stored.translation) !== textOf(incoming.translation)) return false
  return !incoming.original || textOf(stored.original) === textOf(incoming.original)
}

function textOf(text: CanonicalText | null): string {
  return text ? machineString(text.machine) : ''
}

function findPartners(
  incoming: readonly CanonicalLetter[],
  stored: readonly CanonicalLetter[],
): Map<CanonicalLetter, CanonicalLetter> {
  const partners = new Map<CanonicalLetter, CanonicalLetter>()
  const free = new Set(stored)
  const take = (letter: CanonicalLetter, partner: CanonicalLetter | undefined) => {
    if (partner && free.delete(partner)) partners.set(letter, partner)
  }
  const byText = Map.groupBy(stored, ({ translation }) => textOf(translation))
  for (const letter of incoming) {
    const same = byText.get(textOf(letter.translation)) ?? []
    take(
      letter,
      same.find((one) => one.id === letter.id && free.has(one)) ??
        same.find((one) => free.has(one)),
    )
  }
  for (const { letter, partner } of candidates(
    incoming.filter((one) => !partners.has(one)),
    [...free],
  ))
    if (!partners.has(letter)) take(letter, partner)
  return partners
}

// The most alike first; of two alike the one with the same id.
function candidates(incoming: readonly CanonicalLetter[], stored: readonly CanonicalLetter[]) {
  const bags = stored.map((partner) => ({ partner, bag: bagOf(partner) }))
  return incoming
    .flatMap((letter) => {
      const own = bagOf(letter)
      return bags.map(({ partner, bag }) => {
        const hasId = partner.id === letter.id
        const similarity = similarityOf(own, bag)
        return { letter, partner, hasId, similarity }
      })
    })
    .filter(({ similarity, hasId }) => similarity >= (hasId ? SAME_ID : ALIKE))
    .sort((a, b) => b.similarity - a.similarity || Number(b.hasId) - Number(a.hasId))
}

type Bag = ReadonlyMap<string, number>

function bagOf({ translation, original }: CanonicalLetter): Bag {
  const bag = new Map<string, number>()
  const text = `${textOf(translation)}\n${textOf(original)}`
  for (const word of plainWords(text)) bag.set(word, (bag.get(word) ?? 0) + 1)
  return bag
}

// Sørensen and Dice: twice what is shared over all there is.
function similarityOf(a: Bag, b: Bag): number {
  const size = (bag: Bag) => [...bag.values()].reduce((sum, count) => sum + count, 0)
  const all = size(a) + size(b)
  let shared = 0
  for (const [word, count] of a) shared += Math.min(count, b.get(word) ?? 0)
  return all === 0 ? 0 : (2 * shared) / all
}

/** The indices of a longest subsequence that rises (-1 is none): what kept its order. */
function longestRise(places: readonly number[]): ReadonlySet<number> {
  const best: { length: number; before: number }[] = []
  places.forEach((place, i) => {
    let [length, before] = [1, -1]
    for (let j = 0; j < i; j++) {
      const one = best[j]
      if (one && (places[j] ?? -1) >= 0 && (places[j] ?? -1) < place && one.length >= length)
        [length, before] = [one.length + 1, j]
    }
    best.push({ length: place < 0 ? 0 : length, before })
  })
  const end = best.reduce((top, one, i) => (one.length > (best[top]?.length ?? 0) ? i : top), 0)
  const rise = new Set<number>()
  for (
    let i = places[end] === undefined || (places[end] ?? -1) < 0 ? -1 : end;
    i >= 0;
    i = best[i]?.before ?? -1
  )
    rise.add(i)
  return rise
}
