import type { CorrectionRecord } from '../../../shared/letter/records.ts'
import { escapePattern } from '../../../shared/translate/spread/find-text.ts'
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
    pattern: bounded(before),
    flags: 'u',
    trigger: stemmedWords(triggers)
      .map(({ stem }) => escapePattern(stem))
      .join('.*'),
    // A dollar sign of the words is no group of the pattern.
    right: after.replaceAll('$', '$$$$'),
    ...{ category, severity, note: reason, source: title, enabled: true },
  }
}

function bounded(words: string): string {
  const edge = String.raw`[\p{L}\p{N}]`
  const isWord = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)
  const start = isWord([...words][0]) ? `(?<!${edge})` : ''
  const end = isWord([...words].at(-1)) ? `(?!${edge})` : ''
  return `${start}${escapePattern(words)}${end}`
}
