import type { LetterReading } from '../reading.ts'
import { PAGE_CHANCES } from './chances.ts'
import { type Fingerprint, fingerprintOf } from './fingerprint.ts'
import { pairTextOfReading } from './pair-text.ts'
import { confidenceOf, type Pairing, type PairingEvidence } from './pairing.ts'
import { type TextScript, textScript } from './text-script.ts'
import { totalWeight, weighPair } from './weigh-pair.ts'

interface Scored {
  /** Indexes into the letters of the page. */
  readonly translation: number
  readonly original: number
  readonly odds: number
  readonly evidence: readonly PairingEvidence[]
}

/** On pages with more pairs each text is held against its neighbours and the letters of its day alone. */
const MOST_COMPARED = 2500
const NEIGHBOURS = 6

/**
 * Finds which letters of a page are translation and original of each other: each pair once, and for each text in the original language
 * that has no translation here the letter most likely taken for one, with what speaks against it. Pure; time is about linear in the letters of a long page.
 */
export function pairLetters(letters: readonly LetterReading[]): Pairing[] {
  // Nearly all pages are in one language: there nothing else is looked at.
  const scripts = new Set(letters.map(({ content }) => scriptOf(content)))
  if (!scripts.has('latin') || !scripts.has('cyrillic')) return []
  const prints = letters.map((letter) => fingerprintOf(pairTextOfReading(letter)))
  const scored = scorePairs(letters, prints)
  const chosen = choosePairs(scored)
  return chosen.map((one) => ({
    translation: letters[one.translation]?.id ?? '',
    original: letters[one.original]?.id ?? '',
    together: one.odds > 0,
    confidence: confidenceOf(one.odds),
    evidence: one.evidence,
  }))
}

function scriptOf(content: LetterReading['content']): TextScript {
  return textScript(content.map(({ text }) => text).join('\n'))
}

function scorePairs(
  letters: readonly LetterReading[],
  prints: readonly Fingerprint[],
): readonly Scored[] {
  const of = (script: Fingerprint['script']) =>
    prints.flatMap((print, at) => (print.script === script ? [at] : []))
  const [latin, cyrillic] = [of('latin'), of('cyrillic')]
  const reach = latin.length * cyrillic.length > MOST_COMPARED ? NEIGHBOURS : letters.length
  return cyrillic.flatMap((original) => {
    const day = prints[original]?.earliest
    const near = latin.filter(
      (translation) =>
        Math.abs(translation - original) <= reach ||
        (day !== '' && prints[translation]?.earliest === day),
    )
    return near.map((translation): Scored => {
      const [a, b] = [prints[translation] as Fingerprint, prints[original] as Fingerprint]
      const evidence = weighPair({ translation: a, original: b, chances: PAGE_CHANCES })
      const isNext = Math.abs(translation - original) === 1
      // A text that stands beside another in another language is as likely its original as not; any other of n is one in n.
      const prior = isNext ? 0 : -Math.log(Math.max(2, near.length))
      return { translation, original, odds: prior + totalWeight(evidence), evidence }
    })
  })
}

/** The pairs by falling odds, each letter once; then, for originals left over, the best letter left over that stands beside it or shares its date. */
function choosePairs(scored: readonly Scored[]): readonly Scored[] {
  const order = scored.toSorted((a, b) => b.odds - a.odds)
  const taken = new Set<number>()
  const take = (accept: (one: Scored) => boolean) =>
    order.filter((one) => {
      if (taken.has(one.translation) || taken.has(one.original) || !accept(one)) return false
      taken.add(one.translation)
      taken.add(one.original)
      return true
    })
  const together = take(({ odds }) => odds > 0).map((one) => withRivals(one, scored))
  const apart = take(
    ({ translation, original, evidence }) =>
      Math.abs(translation - original) === 1 ||
      evidence.some(({ kind, agrees }) => kind === 'date' && agrees),
  )
  return [...together, ...apart]
}

/** Odds against all other partners of the two: two letters that fit alike leave both unsure. */
function withRivals(one: Scored, scored: readonly Scored[]): Scored {
  const rivals = scored.filter(
    (other) =>
      other !== one && (other.original === one.original || other.translation === one.translation),
  )
  const sum = rivals.reduce((total, { odds }) => total + Math.exp(Math.min(odds, 500)), 1)
  return { ...one, odds: Math.max(0.01, one.odds - Math.log(sum)) }
}
