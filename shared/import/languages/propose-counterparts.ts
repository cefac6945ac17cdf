import type { LetterReading } from '../reading.ts'
import { type FoundLetter, findLetters } from './find-letters.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { LetterIndex } from './letter-index.ts'
import { pairTextOfReading } from './pair-text.ts'

/** The letters of the library that a recognised text may belong to as original or translation, best first; the texts of the index that are in its own language are left out. */
export function proposeCounterparts(reading: LetterReading, index: LetterIndex): FoundLetter[] {
  return findLetters(fingerprintOf(pairTextOfReading(reading)), index)
}

/** What speaks for a letter that was found, the three weightiest sentences. */
export function becauseOf({ evidence }: Pick<FoundLetter, 'evidence'>): string[] {
  return evidence
    .filter(({ agrees }) => agrees)
    .slice(0, 3)
    .map(({ text }) => text)
}
