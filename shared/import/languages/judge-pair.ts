import { PAGE_CHANCES } from './chances.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { PairText } from './pair-text.ts'
import { confidenceOf, type PairingEvidence } from './pairing.ts'
import { totalWeight, weighPair } from './weigh-pair.ts'

/** Whether two texts belong together as translation and original: the verdict, how sure it is (0–1), and what speaks for and against it. */
export interface PairVerdict {
  readonly together: boolean
  readonly confidence: number
  readonly evidence: readonly PairingEvidence[]
}

/** Judges one text against another that somebody says is its original: before anything is known both verdicts are alike likely. Pure. */
export function judgePair(translation: PairText, original: PairText): PairVerdict {
  const evidence = weighPair({
    translation: fingerprintOf(translation),
    original: fingerprintOf(original),
    chances: PAGE_CHANCES,
  })
  const odds = totalWeight(evidence)
  return { together: odds > 0, confidence: confidenceOf(odds), evidence }
}

/** The sentences of a verdict, what speaks for it first. */
export function sentencesOf({
  together,
  evidence,
}: Pick<PairVerdict, 'together' | 'evidence'>): string[] {
  const backing = evidence.filter(({ agrees }) => agrees === together)
  const against = evidence.filter(({ agrees }) => agrees !== together)
  return [...backing, ...against].map(({ text }) => text)
}
