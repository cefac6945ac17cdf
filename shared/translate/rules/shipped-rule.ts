import type { CorrectionRule } from '../translation-set.ts'

/** Where a shipped rule is from: the machine was seen to do so on pages of the measured corpus. */
export const OBSERVED =
  'Own observation: so the machine rendered it on pages of the letters of 1931 and 1933 (docs/check-precision.md)'
/** The machine was not seen to do so there; the rule follows from a word or an abbreviation with two readings. */
export const EXPECTED =
  'Own expectation from the two readings of the Russian word or abbreviation; not met on the measured pages'

/** A shipped rule with what most of them have in common: case counts, a minor fault, switched on. */
export function shippedRule(
  rule: Omit<CorrectionRule, 'flags' | 'severity' | 'enabled'> &
    Partial<Pick<CorrectionRule, 'flags' | 'severity'>>,
): CorrectionRule {
  return { flags: 'u', severity: 'minor', enabled: true, ...rule }
}
