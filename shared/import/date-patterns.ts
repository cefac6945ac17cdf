import type { Pattern } from './pattern.ts'

/** What a word before a date says about its certainty. */
export type Certainty = 'notBefore' | 'notAfter' | 'between' | 'about' | 'none'

/** A word or phrase that stands before a date. */
export interface CertaintyPattern extends Pattern {
  readonly certainty: Certainty
}

/** Words before a date, longest first; "previously" and "earlier" both translate ранее, before. */
export const CERTAINTY_PATTERNS: readonly CertaintyPattern[] = [
  {
    name: 'not later than',
    certainty: 'notAfter',
    pattern:
      /^(?:no|not)\s+later(?:\s+than)?\b|^не\s+позднее(?!\p{L})|^(?:spätestens|nicht\s+nach)(?!\p{L})/iu,
    examples: ['no later than August 6', 'not later than August 6', 'не позднее 6 августа'],
  },
  {
    name: 'not earlier than',
    certainty: 'notBefore',
    pattern:
      /^(?:no|not)\s+(?:earlier|before)(?:\s+than)?\b|^не\s+(?:ранее|раньше)(?!\p{L})|^(?:frühestens|nicht\s+vor)(?!\p{L})/iu,
    examples: ['no earlier than August 6', 'not before August 6', 'не ранее 6 августа'],
  },
  {
    name: 'before',
    certainty: 'notAfter',
    pattern:
      /^(?:before|previously|previous\s+to|prior\s+to|earlier(?:\s+than)?|until|up\s+to|by)\b|^(?:ранее|до|раньше|vor)(?!\p{L})/iu,
    examples: [
      'before August 6',
      'previously August 6',
      'earlier than August 6',
      'ранее 6 августа',
    ],
    counterexamples: ['between August 6 and 8'],
  },
  {
    name: 'after',
    certainty: 'notBefore',
    pattern: /^(?:after|later(?:\s+than)?|since|from)\b|^(?:после|позднее|позже|nach)(?!\p{L})/iu,
    examples: ['after August 6', 'later August 6', 'после 6 августа'],
    counterexamples: ['afternoon of August 6'],
  },
  {
    name: 'between',
    certainty: 'between',
    pattern: /^between\b|^между(?!\p{L})/iu,
    examples: ['between August 6 and 8', 'между 6 и 8 августа'],
  },
  {
    name: 'about',
    certainty: 'about',
    pattern:
      /^(?:about|around|approximately|circa|ca\.?|c\.|probably|presumably)(?=\s)|^около(?!\p{L})/iu,
    examples: ['about August 6', 'c. August 6', 'около 6 августа'],
  },
  {
    name: 'part of a month',
    certainty: 'about',
    pattern:
      /^(?:early|late|mid|middle|beginning|end|first half|second half)(?:\s+(?:in|of))?(?=[\s-])|^(?:начало|середина|конец)(?=\s)/iu,
    examples: ['early August', 'late August', 'end of August', 'конец августа'],
    counterexamples: ['earlier August 6'],
  },
  {
    name: 'on',
    certainty: 'none',
    pattern: /^(?:on|dated|of|от|vom|am)(?=\s)/iu,
    examples: ['on August 6', 'dated August 6'],
  },
]

const ENGLISH =
  'january february march april may june july august september october november december'
const RUSSIAN = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'
const RUSSIAN_NAME =
  'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'
const GERMAN = 'januar februar märz april mai juni juli august september oktober november dezember'
const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii'

/** Month words, lower case without a full stop, → 1–12; more languages are more rows. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ENGLISH,
    RUSSIAN,
    RUSSIAN_NAME,
    GERMAN,
    GERMAN.replace(/(?<!\p{L})(\p{L}{3})\p{L}*/gu, '$1'),
    ENGLISH.replace(/\b(\p{L}{3})\p{L}*/gu, '$1'),
    ENGLISH.replace(/\b(\p{L}{4})\p{L}*/gu, '$1'),
  ].flatMap((row) => row.split(' ').map((word, index): [string, number] => [word, index + 1])),
)

/** Roman month numbers as they stand in numeric dates, lower case → 1–12. */
export const ROMAN_MONTHS: ReadonlyMap<string, number> = new Map(
  ROMAN.split(' ').map((word, index): [string, number] => [word, index + 1]),
)

/** Words between two dates: a span, or one of the two. */
export const DATE_CONNECTORS: ReadonlyMap<string, 'span' | 'either'> = new Map([
  ['-', 'span'],
  ['–', 'span'],
  ['—', 'span'],
  ['to', 'span'],
  ['till', 'span'],
  ['through', 'span'],
  ['по', 'span'],
  ['на', 'span'],
  ['bis', 'span'],
  ['and', 'either'],
  ['or', 'either'],
  ['и', 'either'],
  ['или', 'either'],
])

/** Words in a date that say nothing. */
export const DATE_FILLERS: ReadonlySet<string> = new Set([
  'г',
  'гг',
  'года',
  'год',
  'g',
  'year',
  'the',
  'of',
  'night',
  'morning',
  'evening',
  'ночь',
  'в',
  'с',
  'jahr',
  'nacht',
  'zum',
])

const MONTH_WORDS = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|')
const OPEN = '[\\[(<{⟨〈‹]'
const LEAD =
  'no|not|than|before|previously|previous\\s+to|prior\\s+to|earlier|until|up\\s+to|by|after|later|since|from|between|about|around|approximately|circa|ca\\.?|c\\.|probably|presumably|on|of|dated|(?:the\\s+)?night|в\\s+ночь|vom|vor|nach|nicht|spätestens|frühestens|не|ранее|до|раньше|после|позднее|позже|между|около|от'

/** Where a date may begin in a heading: an opening bracket, a word of certainty, a month or a day, and a digit not far behind. */
export const DATE_START = new RegExp(
  `${OPEN}[^\\])>}]{0,60}\\d{4}|(?<![\\p{L}\\d])(?:${OPEN}\\s*)*(?:(?:${LEAD})\\s+(?:${OPEN}\\s*)*){0,4}(?:(?:${MONTH_WORDS})(?!\\p{L})\\.?,?\\s*${OPEN}*\\s*\\d|\\d{1,2}(?:st|nd|rd|th|\\.(?=\\s))?\\s*[\\])>]?\\s*(?:[-–—]\\s*\\d{1,2}\\s*)?(?:${MONTH_WORDS})(?!\\p{L})|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}\\s?[./]\\s?(?:\\d{1,2}|[IVXХУПШТT1l]{1,5})\\s?[./–—-]|1[5-9]\\d\\d(?!\\d)|20\\d\\d(?!\\d))`,
  'iu',
)
