import type { LetterCheck } from '../check.ts'
import { findNumberFaults } from '../number-faults.ts'

/** Days that are not those of the original: with their month in any form, or ordinals without it. */
export const dateCheck: LetterCheck = {
  id: 'date',
  scope: 'letter',
  needsOriginal: true,
  run: (view) => findNumberFaults(view, ({ day, ordinal }) => day !== null || ordinal),
}
