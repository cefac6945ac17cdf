import type { TranslationSet } from '../translate/translation-set.ts'
import { OFF_BY_DEFAULT } from './check-defaults.ts'

/** Whether a check is on in a collection: as a person has said, else by default. */
export function isCheckOn({ checks }: Pick<TranslationSet, 'checks'>, check: string): boolean {
  return checks[check] ?? !(OFF_BY_DEFAULT as ReadonlySet<string>).has(check)
}
