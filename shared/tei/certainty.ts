import type { Certainty } from '../letter/records.ts'

/** TEI `@cert` for a confidence between 0 and 1: high from 0.9, medium from 0.6, else low. */
export function certaintyOf(confidence: number): Certainty {
  if (confidence >= 0.9) return 'high'
  return confidence >= 0.6 ? 'medium' : 'low'
}
