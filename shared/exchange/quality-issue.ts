import type { Category, CorrectionRecord, Severity } from '../letter/records.ts'
import { categoryWords } from './category-words.ts'

/** The types of issues of ITS 2.0 (W3C 2013, appendix C) that come nearest; what has none there is `other`. */
const TYPES: Readonly<Record<Category, string>> = {
  mistranslation: 'mistranslation',
  abbreviation: 'mistranslation',
  omission: 'omission',
  addition: 'addition',
  untranslated: 'untranslated',
  term: 'terminology',
  name: 'inconsistent-entities',
  number: 'numbers',
  grammar: 'grammar',
  style: 'style',
  reference: 'other',
  source: 'other',
}

/** Severities on the scale of ITS, 0 to 100, by the multipliers of MQM (QTLaunchPad 2014): none 0, minor 1, major 10, critical 100. */
const SEVERITIES: Readonly<Record<Severity, string>> = {
  neutral: '0',
  minor: '1',
  major: '10',
  critical: '100',
}

/** A correction as attributes of a localization quality issue (ITS 2.0, 8.17; XLIFF 2.1, module ITS): type, comment with our own category and the reason, severity. */
export function qualityIssue(record: CorrectionRecord) {
  const { category, severity, reason } = record
  const words = categoryWords(record)
  return {
    'its:locQualityIssueType': TYPES[category],
    'its:locQualityIssueComment': reason ? `${words}: ${reason}` : words,
    'its:locQualityIssueSeverity': SEVERITIES[severity],
  }
}
