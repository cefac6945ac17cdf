import { ADDRESS_RULES } from './rules/address-rules.ts'
import { ARCHIVE_RULES } from './rules/archive-rules.ts'
import { INSTITUTION_RULES } from './rules/institution-rules.ts'
import { MARK_RULES } from './rules/mark-rules.ts'
import { WORDING_RULES } from './rules/wording-rules.ts'
import type { CorrectionRule } from './translation-set.ts'

/**
 * The rules of correction that Epistula brings along for letters and telegrams of the Soviet administration of the 1920s and 1930s,
 * translated from Russian by a machine. Each says in `source` whether it was seen or only expected; how often they hit and were right on
 * real pages is in docs/check-precision.md.
 */
export const SHIPPED_RULES: readonly CorrectionRule[] = [
  ...MARK_RULES,
  ...ADDRESS_RULES,
  ...ARCHIVE_RULES,
  ...INSTITUTION_RULES,
  ...WORDING_RULES,
]
