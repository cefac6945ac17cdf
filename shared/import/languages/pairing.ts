/** One thing that speaks for or against two texts being translation and original of each other; `weight` is the natural logarithm of a likelihood ratio (positive: for), `text` a plain English sentence. */
export interface PairingEvidence {
  readonly kind: 'date' | 'parties' | 'numbers' | 'names' | 'length' | 'heading'
  readonly agrees: boolean
  readonly weight: number
  readonly text: string
}

/** What was found out about two letters, named by id, of which one may be the original of the other. `confidence` (0–1) is that of `together`, whichever it says. */
export interface Pairing {
  readonly translation: string
  readonly original: string
  readonly together: boolean
  readonly confidence: number
  readonly evidence: readonly PairingEvidence[]
}

/** From this confidence on the program acts on a pairing by itself; below it the pair is shown as possible. */
export const SURE = 0.9

/** The most that is ever claimed: the features of a text depend on each other more than their sum says. */
const MOST = 0.994

/** The confidence (0–0.994) in a verdict of the given odds, a natural logarithm, whichever way it points. */
export function confidenceOf(odds: number): number {
  return Math.min(MOST, 1 / (1 + Math.exp(-Math.abs(odds))))
}
