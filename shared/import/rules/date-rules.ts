import type { Rule } from './rule.ts'

const rule = { kind: 'date', value: '@date', enabled: true } as const
const MONTHS =
  'Jan(?:uary|uar)?|Feb(?:ruary|ruar)?|Mar(?:ch)?|März|Apr(?:il)?|May|Mai|June?|Juni|July?|Juli|Aug(?:ust)?|Sept?(?:ember)?|O[ck]t(?:ober)?|Nov(?:ember)?|De[cz](?:ember)?|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря'
const NUMERIC =
  '\\d{1,2}\\s?[./]\\s?(?=[VX1lITТХУПШ]{0,4}[IVXХVПШ])[IVXlT1ТХУПШ]{1,5}(?![\\p{L}\\d])(?:\\s?[./–—-]{1,2}\\s?(?:\\d{4}|\\d\\d)(?![\\p{L}\\d]|[.:–—-]\\[?\\d|\\s?[hч](?!\\p{L}))(?:\\s?[gг](?!\\p{L}))?|(?=\\.)\\s1[89]\\d\\d|\\s19\\d\\d)?'

/** Dates at the head and the foot of a letter; the value is ISO 8601, the year taken from the heading where it is not printed. */
export const DATE_RULES: readonly Rule[] = [
  {
    ...rule,
    id: 'date-roman-month',
    pattern: `(?<![\\d./])(${NUMERIC})`,
    flags: 'u',
    group: 1,
    confidence: 0.95,
    places: ['opener', 'closer'],
    examples: [
      { text: '14/VIII — 31', found: '14/VIII — 31', value: '1931-08-14' },
      { text: '14 / X - 33 1', found: '14 / X - 33', value: '1933-10-14' },
      { text: '1.X.33', found: '1.X.33', value: '1933-10-01' },
      { text: '2.X1.33', found: '2.X1.33', value: '1933-11-02' },
      { text: '27/VTII - 31 2', found: '27/VTII - 31', value: '1931-08-27' },
      { text: 'Posted on 27.VIII. 20.28', found: '27.VIII' },
      { text: '2/X.33 g 4', found: '2/X.33 g', value: '1933-10-02' },
    ],
    counterexamples: ['32/VIII - 31', 'No. 1/2', '1.5 tons'],
  },
  {
    ...rule,
    id: 'date-roman-month-at-end',
    window: 'tail',
    pattern: `(?<=[\\p{L}.)]\\s)(${NUMERIC})(?=\\s{0,9}(?:\\d{1,2}\\s{0,9})?\\.?\\s{0,9}$)`,
    flags: 'u',
    group: 1,
    confidence: 0.85,
    places: ['body'],
    examples: [
      { text: 'Torpov. Nr 25/sh. 27/VTII - 31 2', found: '27/VTII - 31', value: '1931-08-27' },
      { text: 'Your Torpov. 20/VIII 1931', found: '20/VIII 1931', value: '1931-08-20' },
    ],
    counterexamples: ['from 20/VIII to 5/X due to illness.'],
  },
  {
    ...rule,
    id: 'date-numeric',
    pattern:
      '^\\s*(?:[\\p{Lu}][\\p{L}]+[.,]\\s{1,9})?(\\d{1,2}[./]\\s?\\d{1,2}[./-]\\s?(?:1[89]\\d\\d|20\\d\\d|\\d\\d)(?!\\d)(?:\\s?[gг](?!\\p{L}))?)',
    flags: 'u',
    group: 1,
    confidence: 0.85,
    places: ['opener', 'closer'],
    examples: [
      { text: '12.06.1932', found: '12.06.1932', value: '1932-06-12' },
      { text: 'Gavan, 6/8-34', found: '6/8-34', value: '1934-08-06' },
    ],
    counterexamples: ['12.13.1932', 'No. 12.06'],
  },
  {
    ...rule,
    id: 'date-month-first',
    pattern: `(?<![\\p{L}\\d])((?:${MONTHS})\\.?\\s\\d{1,2}(?!\\d)(?:,?\\s(?:[’']?\\d\\d(?!\\d)|\\d{4}|\\[\\d{4}\\]))?)`,
    flags: 'u',
    group: 1,
    confidence: 0.95,
    places: ['opener', 'closer'],
    examples: [
      { text: 'June 12, 1932', found: 'June 12, 1932', value: '1932-06-12' },
      { text: 'August 12, 31', found: 'August 12, 31', value: '1931-08-12' },
    ],
    counterexamples: ['August 42, 1931', 'June was dry'],
  },
  {
    ...rule,
    id: 'date-day-first',
    pattern: `(?<![\\p{L}\\d/.])(\\d{1,2}\\.?\\s(?:${MONTHS})(?!\\p{L})\\.?(?:,?\\s(?:\\d{4}|\\[\\d{4}\\]|[’']?\\d\\d(?![\\d.:])))?(?:\\s(?:года|г)(?!\\p{L}))?)`,
    flags: 'u',
    group: 1,
    confidence: 0.95,
    places: ['opener', 'closer'],
    examples: [
      { text: '12 июня 1932 г.', found: '12 июня 1932 г', value: '1932-06-12' },
      { text: '9 April 1934', found: '9 April 1934', value: '1934-04-09' },
      { text: '12. Juni 1932', found: '12. Juni 1932', value: '1932-06-12' },
    ],
    counterexamples: ['40 июня 1932', '12 Mayors'],
  },
]
