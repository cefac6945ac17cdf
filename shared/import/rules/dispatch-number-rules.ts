import type { Rule } from './rule.ts'

const rule = {
  kind: 'dispatch-number',
  group: 1,
  flags: 'u',
  value: '$<n>',
  enabled: true,
} as const
// НР came out of the machine as HP: № as it was typed on machines without the sign.
const LABEL = '(?:#|№|N[or°]\\.?|no\\.|HP|НР|Hp|Нр|Number|Исх\\.?(?:\\s?№)?|Out\\.\\s?No\\.)'
const ONE = '\\d[\\d/]*(?:\\s?/?\\s?(?:sh|сш|[sсш])(?!\\p{L}))?'
const NUMBER = `(?<n>${ONE}(?:(?:,\\s?|\\sand\\s|\\sи\\s)${ONE}){0,4})`

/** Numbers under which a letter went out; the value is the number without its label. */
export const DISPATCH_NUMBER_RULES: readonly Rule[] = [
  {
    ...rule,
    id: 'dispatch-number-line',
    pattern: `^\\s*(${LABEL}\\s?${NUMBER})\\s{0,9}\\.?\\s{0,9}$`,
    confidence: 0.95,
    places: ['opener', 'closer', 'body'],
    examples: [
      { text: 'No. 58.', found: 'No. 58', value: '58' },
      { text: '#59', found: '#59', value: '59' },
      { text: 'Nr 14/sh, 15/sh.', found: 'Nr 14/sh, 15/sh', value: '14/sh, 15/sh' },
      { text: 'No. 1165 sh.', found: 'No. 1165 sh', value: '1165 sh' },
      { text: '№ 48/ш', found: '№ 48/ш', value: '48/ш' },
    ],
    counterexamples: ['In. No. 48', 'Nobody', 'No. 4 is ill.'],
  },
  {
    ...rule,
    id: 'dispatch-number-at-end',
    window: 'tail',
    needs: ['#', '№', 'Nr', 'No', 'N°', 'HP', 'НР', 'Hp', 'Нр', 'Number', 'no.', 'Исх', 'Out.'],
    pattern: `(?=[#№NnHНIИO])(?<=[.!?*”»"]\\s{0,9})(${LABEL}\\s?${NUMBER})\\s{0,9}\\.?\\s{0,9}$`,
    confidence: 0.9,
    places: ['body', 'closer'],
    examples: [
      { text: 'Please let us know your opinion 1 . HP 51.', found: 'HP 51', value: '51' },
      { text: 'We wait. No. 52/2031/sh.', found: 'No. 52/2031/sh', value: '52/2031/sh' },
      { text: 'They will be ready.* Hp 18/s', found: 'Hp 18/s', value: '18/s' },
    ],
    counterexamples: ['See document No. 4.', 'It is in the code of May 2, No. 48.'],
  },
  {
    ...rule,
    id: 'dispatch-number-before-date',
    window: 'tail',
    needs: ['#', '№', 'N', 'H', 'Н', 'Исх', 'Out'],
    pattern: `(?=[#№NnHНИO])(?<=\\.\\s|^\\s{0,9})(${LABEL}\\s?${NUMBER})(?=\\.\\s{1,9}\\d{1,2}\\s?[./])`,
    confidence: 0.85,
    places: ['body', 'closer'],
    examples: [{ text: 'Torpov. Nr 25/sh. 27/VIII - 31', found: 'Nr 25/sh', value: '25/sh' }],
    counterexamples: ['Nr 25/sh. We came.'],
  },
]
