import type { Rule } from './rule.ts'

const rule = { kind: 'point', value: '@point', enabled: true } as const
const BODY = { places: ['opener', 'body', 'closer'] } as const

/** Numbers and letters of points at the beginning of a paragraph; the value is the number or the small letter. */
export const POINT_RULES: readonly Rule[] = [
  {
    ...rule,
    ...BODY,
    id: 'point-number',
    pattern: '^\\s*(\\d{1,2}\\s?\\)|\\d{1,2}\\.(?![\\d.]))(?=[\\s.]*\\p{L}|\\s{0,9}["“«(])',
    flags: 'u',
    group: 1,
    confidence: 0.95,
    examples: [
      { text: '1) The cottages', found: '1)', value: '1' },
      { text: '2). Kaverin came', found: '2)', value: '2' },
      { text: '3. About the salt.', found: '3.', value: '3' },
    ],
    counterexamples: ['1.5 tons', '12 barges', '1934. The year'],
  },
  {
    ...rule,
    ...BODY,
    id: 'point-letter',
    pattern: '^\\s*(\\(?(?:[a-z]|[а-я])\\))(?=\\s{0,9}\\S)',
    flags: 'u',
    group: 1,
    confidence: 0.95,
    examples: [
      { text: 'a) to wait', found: 'a)', value: 'a' },
      { text: '(b) to go', found: '(b)', value: 'b' },
      { text: 'а) ждать', found: 'а)', value: 'а' },
    ],
    counterexamples: ['a barge', 'I) am'],
  },
  {
    ...rule,
    ...BODY,
    id: 'point-word-number',
    // The machine wrote the number in words: "one)." for "1)."
    pattern: '^\\s*((?:one|two|three|four|five|six|seven|eight|nine|ten)\\s?\\))',
    flags: 'iu',
    group: 1,
    confidence: 0.9,
    examples: [{ text: 'one). The yard asks', found: 'one)', value: '1' }],
    counterexamples: ['one barge', 'someone) came'],
  },
  {
    ...rule,
    places: ['body', 'closer', 'opener'],
    id: 'point-ordinal',
    pattern:
      '^\\s*(First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Первое|Второе|Третье|Четв[её]ртое|Пятое|Шестое|Седьмое|Восьмое|Девятое|Десятое|Erstens|Zweitens|Drittens|Viertens|Fünftens)(?=\\s?[.,:])',
    flags: 'u',
    group: 1,
    confidence: 0.9,
    examples: [
      { text: 'First . Timber may pass', found: 'First', value: '1' },
      { text: 'Второе, обязать', found: 'Второе', value: '2' },
    ],
    counterexamples: ['First we went', 'Secondly'],
  },
  {
    ...rule,
    places: ['body', 'opener'],
    id: 'point-after-address',
    pattern: '(?<=\\p{Lu}\\p{L}{2,20}\\.\\s)(First|Первое)(?=\\s?\\.\\s{1,9}\\p{Lu})',
    flags: 'u',
    group: 1,
    confidence: 0.8,
    examples: [{ text: 'For Torpov. First. I agree', found: 'First', value: '1' }],
    counterexamples: ['We came. First we saw'],
  },
]
