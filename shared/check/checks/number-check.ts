import type { LetterCheck } from '../check.ts'
import { findNumberFaults } from '../number-faults.ts'

/** Numbers that are not those of the original, by value; days are left to the check of dates. */
export const numberCheck: LetterCheck = {
  id: 'number',
  scope: 'letter',
  needsOriginal: true,
  run: (view) => findNumberFaults(view, ({ day, ordinal }) => day === null && !ordinal),
}
