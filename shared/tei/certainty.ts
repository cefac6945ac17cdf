import type { Certainty, PairRecord } from '../letter/records.ts'

/** TEI `@cert` for a confidence between 0 and 1: high from 0.9, medium from 0.6, else low. */
export function certaintyOf(confidence: number): Certainty {
  if (confidence >= 0.9) return 'high'
  return confidence >= 0.6 ? 'medium' : 'low'
}

/** TEI `@cert` for a pair of sentences: one that nobody confirmed is never said to be sure. */
export function pairCertainty({ confirmed, confidence }: PairRecord): Certainty {
  if (confirmed) return 'high'
  return certaintyOf(Math.min(confidence, 0.89))
}
