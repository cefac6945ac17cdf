import { ADDRESS_RULES } from './address-rules.ts'
import { ARCHIVE_RULES } from './archive-rules.ts'
import { COPY_RULES } from './copy-rules.ts'
import { DATE_RULES } from './date-rules.ts'
import { DISPATCH_NUMBER_RULES } from './dispatch-number-rules.ts'
import { DOCUMENT_REFERENCE_RULES } from './document-reference-rules.ts'
import { HEADING_RULES } from './heading-rules.ts'
import { IBID_RULES } from './ibid-rules.ts'
import { INCOMING_NUMBER_RULES } from './incoming-number-rules.ts'
import { POINT_RULES } from './point-rules.ts'
import { POSTSCRIPT_RULES } from './postscript-rules.ts'
import type { Rule } from './rule.ts'
import { SALUTATION_RULES } from './salutation-rules.ts'
import { SECRECY_RULES } from './secrecy-rules.ts'
import { SIGNATURE_RULES } from './signature-rules.ts'
import { TIME_RULES } from './time-rules.ts'
import { VALEDICTION_RULES } from './valediction-rules.ts'

/** The rules that come with the program, kind by kind; ids are unique and stay, because rule sets of scholars name them. */
export const SHIPPED_RULES: readonly Rule[] = [
  ...HEADING_RULES,
  ...SECRECY_RULES,
  ...COPY_RULES,
  ...ADDRESS_RULES,
  ...DATE_RULES,
  ...TIME_RULES,
  ...DISPATCH_NUMBER_RULES,
  ...INCOMING_NUMBER_RULES,
  ...SALUTATION_RULES,
  ...POINT_RULES,
  ...VALEDICTION_RULES,
  ...SIGNATURE_RULES,
  ...POSTSCRIPT_RULES,
  ...ARCHIVE_RULES,
  ...IBID_RULES,
  ...DOCUMENT_REFERENCE_RULES,
]
