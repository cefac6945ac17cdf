import type { PairingEvidence } from './pairing.ts'
import { type Compared, weighArchive, weighDate, weighParties } from './weigh-header.ts'
import { weighLength, weighNames, weighNumbers } from './weigh-text.ts'

/** What speaks for and against two texts being one letter, the weightiest first; the sum of the weights is the logarithm of the likelihood ratio. */
export function weighPair(compared: Compared): PairingEvidence[] {
  const evidence = [
    weighDate(compared),
    ...weighParties(compared),
    weighArchive(compared),
    weighNumbers(compared),
    weighNames(compared),
    weighLength(compared),
  ]
  return evidence
    .filter((one) => one !== null)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
}

/** The sum of all weights. */
export function totalWeight(evidence: readonly PairingEvidence[]): number {
  return evidence.reduce((sum, { weight }) => sum + weight, 0)
}
