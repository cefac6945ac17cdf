import type { Check } from './check.ts'
import { cyrillicCheck } from './checks/cyrillic-check.ts'
import { dateCheck } from './checks/date-check.ts'
import { doubledWordCheck } from './checks/doubled-word-check.ts'
import { extraSentenceCheck } from './checks/extra-sentence-check.ts'
import { missingSentenceCheck } from './checks/missing-sentence-check.ts'
import { numberCheck } from './checks/number-check.ts'
import { phraseCheck } from './checks/phrase-check.ts'
import { untranslatedCheck } from './checks/untranslated-check.ts'

/** All checks of the text. Of two that say the same of one place the first here counts. */
export const ALL_CHECKS: readonly Check[] = [
  phraseCheck,
  numberCheck,
  dateCheck,
  untranslatedCheck,
  cyrillicCheck,
  missingSentenceCheck,
  extraSentenceCheck,
  doubledWordCheck,
]
