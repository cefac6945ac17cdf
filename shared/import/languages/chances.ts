import type { Fingerprint } from './fingerprint.ts'

/** How probable it is that two texts that do not belong together agree in something all the same, each 0–1, by how common the thing is. */
export interface Chances {
  readonly date: (a: Fingerprint) => number
  readonly party: (skeleton: string) => number
  readonly archive: number
  readonly value: (key: string) => number
  readonly name: (skeleton: string) => number
}

/** How common a number is in letters, by its kind: small counts and years are everywhere, large sums are not. */
export function valueChance(key: string): number {
  if (key.includes('-')) return 0.04
  const value = Number(key)
  if (value <= 31) return 0.12
  if (value >= 1900 && value < 1960) return 0.2
  return value <= 100 ? 0.05 : 0.02
}

/**
 * Chances for texts of one page: the same few people, often the same day. That of names (0.2) is the share of names of a letter of the
 * sample edition that another letter of it has too, that of numbers 0.05 over all kinds; dates and parties are set with care.
 */
export const PAGE_CHANCES: Chances = {
  date: () => 0.25,
  party: () => 0.3,
  archive: 0.05,
  value: valueChance,
  name: () => 0.2,
}
