import type { TFunction } from 'i18next'
import { EXPECTED, OBSERVED } from '../../../shared/translate/rules/shipped-rule.ts'

/** Where a rule of correction is from, in the language of the interface: what came with the program is translated, what a person wrote stays as written. */
export function sayRuleSource(source: string, t: TFunction): string {
  if (source === OBSERVED) return t('words.rules.observed')
  return source === EXPECTED ? t('words.rules.expected') : source
}
