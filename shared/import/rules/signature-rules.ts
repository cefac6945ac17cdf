import type { Rule } from './rule.ts'

const rule = {
  kind: 'signature',
  flags: 'u',
  group: 1,
  value: '@signature',
  enabled: true,
} as const
const NAME = "(?:\\p{Lu}\\p{Ll}?\\.\\s?(?=\\p{Lu})){0,3}\\p{Lu}\\p{L}*(?:[’'-]\\p{L}{1,30}){0,3}"

/** Names at the foot of a letter, each by itself; a name is compared with the senders of the heading where they are known. */
export const SIGNATURE_RULES: readonly Rule[] = [
  {
    ...rule,
    id: 'signature-line',
    pattern: `(?=[A-ZА-ЯЁÄÖÜÉ])(?<=^\\s{0,9}|[,;]\\s{0,9}|(?<!\\p{Lu})\\.\\s{0,9}|\\s(?:and|и|und)\\s)(${NAME})(?![\\p{L}\\d])(?=\\s{0,9}(?:\\d{1,2}\\s{0,9})?(?:[,.;](?!\\p{Ll})|\\s(?:and|и|und)\\s|$))`,
    confidence: 0.95,
    places: ['closer'],
    examples: [
      { text: 'Torpov, Verkhov 2 .', found: 'Torpov' },
      { text: 'I. Torpov.', found: 'I. Torpov' },
      { text: 'I. St.', found: 'I. St' },
    ],
    counterexamples: ['the dam.', 'No1'],
  },
  {
    ...rule,
    id: 'signature-after-farewell',
    window: 'tail',
    pattern: `(?=[A-ZА-ЯЁÄÖÜÉ])(?<=[.!?”]\\s{1,9}|(?:Yours?|Ваш|Твой|Hello|Привет|Ihr|Dein|from)\\s{1,9})(${NAME})(?=\\s{0,9}(?:[¹²³]|\\d{1,2}\\s{0,9})?\\.?\\s{0,9}$)`,
    confidence: 0.9,
    places: ['body', 'closer'],
    examples: [
      { text: 'Keep this in mind. I. Torpov 1 .', found: 'I. Torpov' },
      { text: 'Hello to you. Yours L. Torpov.', found: 'L. Torpov' },
      { text: 'Жму руку. Ваш Торпов', found: 'Торпов' },
    ],
    counterexamples: ['We saw Torpov.', 'Take it. we'],
  },
  {
    ...rule,
    id: 'signature-before-number-or-date',
    window: 'tail',
    pattern: `(?=[A-ZА-ЯЁÄÖÜÉ])(?<=[.!?]\\s{1,9}|(?:Yours?|Ваш)\\s{1,9})(${NAME})(?=\\s?\\.\\s{1,9}(?:(?:Nr|No\\.|#|№|HP)\\s?\\d|\\d{1,2}\\s?(?:[./]|o[’']clock)))`,
    confidence: 0.85,
    places: ['body'],
    examples: [
      { text: 'I agree. Torpov. Nr 25/sh.', found: 'Torpov' },
      { text: 'Goodbye. Your Torpov. 20/VIII 1934', found: 'Torpov' },
    ],
    counterexamples: ['We saw Torpov. 20 barges'],
  },
]
