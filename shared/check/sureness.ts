/** How sure a check is, as it is said in words and drawn in the text. */
export type Sureness = 'sure' | 'likely' | 'perhaps'

/** The word for a confidence of 0–1: from 0.8 on it is sure, from 0.5 on likely. */
export function surenessOf(confidence: number): Sureness {
  if (confidence >= 0.8) return 'sure'
  return confidence >= 0.5 ? 'likely' : 'perhaps'
}
