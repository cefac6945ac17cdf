import type { Check } from './check.ts'
import { calloutsCheck } from './checks/callouts-check.ts'
import { cyrillicCheck } from './checks/cyrillic-check.ts'
import { dateCheck } from './checks/date-check.ts'
import { doubledWordCheck } from './checks/doubled-word-check.ts'
import { extraSentenceCheck } from './checks/extra-sentence-check.ts'
import { glossaryCheck } from './checks/glossary-check.ts'
import { integrityCheck } from './checks/integrity-check.ts'
import { lengthCheck } from './checks/length-check.ts'
import { letterDateCheck } from './checks/letter-date-check.ts'
import { lookalikeCheck } from './checks/lookalike-check.ts'
import { missingSentenceCheck } from './checks/missing-sentence-check.ts'
import { nameMissingCheck } from './checks/name-missing-check.ts'
import { nameVariantsCheck } from './checks/name-variants-check.ts'
import { numberCheck } from './checks/number-check.ts'
import { phraseCheck } from './checks/phrase-check.ts'
import { punctuationCheck } from './checks/punctuation-check.ts'
import { repeatedCheck } from './checks/repeated-check.ts'
import { sameSourceCheck } from './checks/same-source-check.ts'
import { sameTargetCheck } from './checks/same-target-check.ts'
import { spellingCheck } from './checks/spelling-check.ts'
import { unitCheck } from './checks/unit-check.ts'
import { unitImplausibleCheck } from './checks/unit-implausible-check.ts'
import { untranslatedCheck } from './checks/untranslated-check.ts'
import { wrongPairingCheck } from './checks/wrong-pairing-check.ts'

/** All checks of the text. Of two that propose the same for one place the first here counts. */
export const ALL_CHECKS: readonly Check[] = [
  wrongPairingCheck,
  phraseCheck,
  lookalikeCheck,
  unitCheck,
  unitImplausibleCheck,
  numberCheck,
  dateCheck,
  letterDateCheck,
  glossaryCheck,
  untranslatedCheck,
  cyrillicCheck,
  repeatedCheck,
  missingSentenceCheck,
  extraSentenceCheck,
  lengthCheck,
  nameMissingCheck,
  nameVariantsCheck,
  sameSourceCheck,
  sameTargetCheck,
  calloutsCheck,
  punctuationCheck,
  doubledWordCheck,
  spellingCheck,
  integrityCheck,
]
