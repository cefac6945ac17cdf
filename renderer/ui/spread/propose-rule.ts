import type { CorrectionRecord } from '../../../shared/letter/records.ts'
import { escapePattern } from '../../../shared/translate/spread/find-text.ts'
import { patternOfWords } from '../../../shared/translate/spread/plain-pattern.ts'
import type { SpreadSource } from '../../../shared/translate/spread/spread-source.ts'
import { stemmedWords } from '../../../shared/translate/spread/word-stem.ts'
import type { CorrectionRule } from '../../../shared/translate/translation-set.ts'

/** A rule made of a correction: its words as a pattern bounded by no letter, the words of the original as trigger, and where it is from. Not stored yet. */
export function proposeRule(
  { before, after }: SpreadSource,
  { category, severity, reason = '' }: CorrectionRecord,
  triggers: string,
  title: string,
): CorrectionRule {
  return {
    id: '',
    pattern: patternOfWords({ words: before, whole: true }),
    flags: 'u',
    trigger: stemmedWords(triggers)
      .map(({ stem }) => escapePattern(stem))
      .join('.*'),
    // A dollar sign of the words is no group of the pattern.
    right: after.replaceAll('$', '$$$$'),
    ...{ category, severity, note: reason, source: title, enabled: true },
  }
}
