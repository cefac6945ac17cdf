import type { Rule } from './rule.ts'

/** Numbers under which a letter came in; the value is the number without its label. */
export const INCOMING_NUMBER_RULES: readonly Rule[] = [
  {
    id: 'incoming-number',
    kind: 'incoming-number',
    pattern:
      '(?<!\\p{L})((?:In|Inc|Incoming|Вх|Вход|Входящий|Eing|Eingang)\\.?\\s?(?:No|Nr|Number|№|N°|#)\\.?\\s?(?<n>\\d[\\d/]*(?:\\s?/?\\s?(?:sh|сш|[sсш])(?!\\p{L}))?))',
    flags: 'u',
    group: 1,
    value: '$<n>',
    confidence: 0.95,
    places: ['opener', 'closer'],
    examples: [
      { text: 'From Gavan 2/X - 34 at 3 o’clock. In. No. 48.', found: 'In. No. 48', value: '48' },
      { text: 'In. Number 3.', found: 'In. Number 3', value: '3' },
      { text: 'In. No. 15/sh.', found: 'In. No. 15/sh', value: '15/sh' },
      { text: 'Вх. № 48', found: 'Вх. № 48', value: '48' },
    ],
    counterexamples: ['In number 3 we saw', 'In. 48'],
    enabled: true,
  },
]
