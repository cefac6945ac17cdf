import type { Rule } from './rule.ts'

const rule = { kind: 'time', value: '@time', enabled: true } as const
const FEET = { places: ['opener', 'closer', 'notes'] } as const

/** Times of day, also as machines break them; groups `h`, `m`, `half` (a.m., p.m., noon); the value is HH:MM of 24 hours. */
export const TIME_RULES: readonly Rule[] = [
  {
    ...rule,
    ...FEET,
    id: 'time-full-hour-and-minutes',
    // 15 ч. 27 м. became "15:00. 27 min."
    pattern: '(?<![\\d:])(?<h>\\d{1,2}):00\\.?\\s(?<m>\\d{1,2})\\s?min(?:utes?)?(?!\\p{L})',
    flags: 'u',
    confidence: 0.97,
    examples: [
      { text: 'in code from Luga at 15:00. 27 min.', found: '15:00. 27 min', value: '15:27' },
      { text: 'at 16:00. 20 minutes.', found: '16:00. 20 minutes', value: '16:20' },
    ],
    counterexamples: ['at 15:27'],
  },
  {
    ...rule,
    ...FEET,
    id: 'time-hours',
    pattern:
      "(?<![\\d:.,/–—-])(?<h>\\d{1,2})(?:(?<=\\D00|^00)00)?\\s?(?:o[’']\\s?clock|hours?|h)(?!\\p{L})\\.?(?:\\s?(?<m>\\d{1,2})\\s?(?:min(?:utes?)?|m)(?!\\p{L}))?(?<!\\.)",
    flags: 'u',
    confidence: 0.95,
    examples: [
      { text: "at 2 o'clock. 27 min. In.", found: "2 o'clock. 27 min", value: '02:27' },
      { text: '0000 hours. 45 min.', found: '0000 hours. 45 min', value: '00:45' },
      { text: '0 hour 45 min. 11/VIII', found: '0 hour 45 min', value: '00:45' },
      { text: '1 h. 30 m. 22/VIII', found: '1 h. 30 m', value: '01:30' },
      { text: '11 o’clock - m.', found: '11 o’clock', value: '11:00' },
      { text: '11h.', found: '11h', value: '11:00' },
    ],
    counterexamples: ['27 hours', 'in 3 horses', '8-hour'],
  },
  {
    ...rule,
    ...FEET,
    id: 'time-half-day',
    pattern:
      '(?<![\\d:.,/–—-])(?<h>\\d{1,2})(?::(?<m>\\d\\d))?\\s?(?<half>[ap]\\.?m|noon|midnight)(?!\\p{L})(?:\\.?\\s(?<m2>\\d{1,2})\\s?min(?:utes?)?(?!\\p{L}))?',
    flags: 'u',
    confidence: 0.95,
    examples: [
      { text: 'at 4 p.m. 45 min.', found: '4 p.m. 45 min', value: '16:45' },
      { text: '12 noon. 25 min.', found: '12 noon. 25 min', value: '12:25' },
      { text: '9:40 a.m.', found: '9:40 a.m', value: '09:40' },
      { text: '12:20 p.m.', found: '12:20 p.m', value: '12:20' },
    ],
    counterexamples: ['13 p.m.', 'I am 12'],
  },
  {
    ...rule,
    ...FEET,
    id: 'time-clock',
    pattern:
      '(?<![\\d:.,/])(?<h>[01]?\\d|2[0-3]):(?<m>[0-5]\\d)(?![\\d:]|\\s?[ap]\\.?m|\\.?\\s\\d{1,2}\\s?min)',
    flags: 'u',
    confidence: 0.9,
    examples: [{ text: 'Received 15:27.', found: '15:27', value: '15:27' }],
    counterexamples: ['25:61', '3:15 p.m.'],
  },
  {
    ...rule,
    id: 'time-dashed',
    places: ['opener', 'closer'],
    pattern:
      '(?<![\\d/.IVX])(?<![/.–—-]\\s?)(?<h>[01]?\\d|2[0-3])[–—-](?<m>[0-5]\\d)(?=[\\s,.]|$)(?!\\s{0,9}(?:year|г))',
    flags: 'u',
    confidence: 0.85,
    examples: [
      { text: 'Dispatched from Gavan 18–47 10/VIII — 34.', found: '18–47', value: '18:47' },
      { text: 'Received 10/VIII - 34 22-59', found: '22-59', value: '22:59' },
    ],
    counterexamples: ['10/VIII - 34', 'pp. 18–97', '1/X-33 1'],
  },
  {
    ...rule,
    id: 'time-pointed',
    places: ['opener', 'closer'],
    pattern: '(?<=[IVX]\\.\\s)(?<h>[01]?\\d|2[0-3])\\.\\[?(?<m>[0-5]\\]?\\d)(?![\\d.])',
    flags: 'u',
    confidence: 0.85,
    examples: [
      { text: 'Posted on 27.VIII. 20.28', found: '20.28', value: '20:28' },
      { text: 'Received 27.VIII. 22.[0]5', found: '22.[0]5', value: '22:05' },
    ],
    counterexamples: ['27.08.1934', 'VIII. 27.9'],
  },
  {
    ...rule,
    ...FEET,
    id: 'time-russian',
    pattern:
      '(?<![\\d:.,/–—-])(?<h>\\d{1,2})\\s?(?:час(?:ов|а)?|ч)(?!\\p{L})\\.?(?:\\s?(?<m>\\d{1,2})\\s?(?:мин(?:ут\\p{L}?)?|м)(?!\\p{L}))?(?<!\\.)',
    flags: 'u',
    confidence: 0.95,
    examples: [
      { text: 'Отправлена в 15 ч. 27 м.', found: '15 ч. 27 м', value: '15:27' },
      { text: 'в 3 часа 05 мин.', found: '3 часа 05 мин', value: '03:05' },
    ],
    counterexamples: ['3 человека', '40 ч.'],
  },
  {
    ...rule,
    ...FEET,
    id: 'time-german',
    pattern:
      '(?<![\\d:.,/–—-])(?<h>\\d{1,2})(?:[.:](?<m>[0-5]\\d))?\\s?Uhr(?!\\p{L})(?:\\s(?<m2>[0-5]?\\d)(?![\\d.]))?',
    flags: 'u',
    confidence: 0.95,
    examples: [
      { text: 'um 15 Uhr 27', found: '15 Uhr 27', value: '15:27' },
      { text: '15.27 Uhr', found: '15.27 Uhr', value: '15:27' },
    ],
    counterexamples: ['25 Uhr'],
  },
]
