import { sayValue } from '../../translate/find-values.ts'
import { isSameName } from '../../translate/name-skeleton.ts'
import type { PairingEvidence } from './pairing.ts'
import type { Compared } from './weigh-header.ts'

// Measured on the twelve letters of the sample edition (two exchanged originals put right): 0.90 of the numbers and 0.77 of the names of
// an original stand in its translation.
const NUMBER_KEPT = 0.9
const NAME_KEPT = 0.77
// Numbers and names of one text depend on each other: a dropped sentence drops several.
const DEPENDENT = 0.6
const MOST_FOR = 9
const MOST_AGAINST = -5
const SHOWN = 4

const within = (weight: number): number => Math.min(MOST_FOR, Math.max(MOST_AGAINST, weight))

/** Numbers and days of the month, by value, that both or only one of the texts has; null where neither has any. */
export function weighNumbers({ translation, original, chances }: Compared): PairingEvidence | null {
  const both: string[] = []
  const alone: string[] = []
  let weight = 0
  for (const key of new Set([...original.values.keys(), ...translation.values.keys()])) {
    const chance = chances.value(key)
    if (original.values.has(key) && translation.values.has(key)) {
      both.push(key)
      weight += Math.log(NUMBER_KEPT / chance)
    } else {
      if (original.values.has(key)) alone.push(key)
      weight += Math.log((1 - NUMBER_KEPT) / (1 - chance)) / 2
    }
  }
  if (weight === 0) return null
  const agrees = weight > 0
  const text = agrees
    ? `${countOf(both.length, 'number stands', 'numbers stand')} in both: ${list(both.map(sayValue))}`
    : sayMissing(alone.map(sayValue), both.length)
  return { kind: 'numbers', agrees, weight: within(weight * DEPENDENT), text }
}

function sayMissing(alone: readonly string[], both: number): string {
  if (alone.length === 0) return 'Numbers of the translation are not in the Russian text.'
  const some = both === 0 ? '' : ` In both: ${both}.`
  return `Numbers of the Russian text are not in the translation: ${list(alone)}${some}`
}

/** The names of the Russian text, looked for among the capitals of the other; null where it has none beside the parties of the headings. */
export function weighNames({ translation, original, chances }: Compared): PairingEvidence | null {
  const known = [translation, original].flatMap((text) => [...text.senders, ...text.recipients])
  const there = [...translation.capitals.keys()]
  const found: string[] = []
  const missed: string[] = []
  let weight = 0
  for (const [name, word] of original.names) {
    if (known.some((party) => isSameName(party, name))) continue
    const chance = chances.name(name)
    const is = translation.capitals.has(name) || there.some((other) => isSameName(name, other))
    ;(is ? found : missed).push(word)
    weight += is ? Math.log(NAME_KEPT / chance) : Math.log((1 - NAME_KEPT) / (1 - chance))
  }
  if (found.length + missed.length === 0) return null
  const agrees = weight > 0
  const text = agrees
    ? `${found.length} of ${countOf(found.length + missed.length, 'name', 'names')} of the Russian text stand in both: ${list(found)}`
    : `Names of the Russian text are not in the translation: ${list(missed)}`
  return { kind: 'names', agrees, weight: within(weight * DEPENDENT), text }
}

/** Letters of English for one of Russian, as a logarithm, and its spread beyond chance; measured on the sample edition. */
const LOG_RATIO = 0.18
const SPREAD = 0.12
/** Variance of the length of a translation for each letter of the original (Gale and Church 1993, s² = 6.8). */
const VARIANCE = 6.8
/** The spread of the logarithm of the ratio of two letters that have nothing to do with each other. */
const ANY_SPREAD = 0.9

/** The lengths of both texts, their paragraphs and numbered points: for a true pair the ratio is near that of the languages. */
export function weighLength({ translation, original }: Compared): PairingEvidence | null {
  if (translation.length === 0 || original.length === 0) return null
  const off = Math.log(translation.length / original.length) - LOG_RATIO
  const spread = Math.hypot(
    SPREAD,
    Math.sqrt(VARIANCE / Math.min(translation.length, original.length)),
  )
  const density = (x: number, sd: number) => -((x / sd) ** 2) / 2 - Math.log(sd)
  const lengths = Math.max(MOST_AGAINST, density(off, spread) - density(off, ANY_SPREAD))
  const weight = lengths + weighPoints(translation.points, original.points)
  const agrees = weight > 0
  const sizes = `${translation.length} and ${original.length} letters and figures`
  const points =
    translation.points + original.points > 0
      ? `, ${translation.points} and ${original.points} numbered points`
      : ''
  const text = agrees
    ? `Their lengths fit: ${sizes}${points}.`
    : `Their lengths do not fit: ${sizes}${points}.`
  return { kind: 'length', agrees, weight, text }
}

// In the sample edition every pair has the same count; of its other pairs one in five has, where there are points at all.
function weighPoints(a: number, b: number): number {
  if (a === 0 && b === 0) return 0
  return a === b ? Math.log(0.9 / 0.2) : Math.log(0.1 / 0.8)
}

const countOf = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`

/** The first of some words as the end of a sentence. */
function list(words: readonly string[]): string {
  const shown = words.slice(0, SHOWN).join(', ')
  return words.length > SHOWN ? `${shown} …` : `${shown}.`
}
