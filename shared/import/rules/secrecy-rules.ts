import type { Rule } from './rule.ts'

const rule = { kind: 'secrecy', flags: 'iu', places: ['opener', 'archive'], enabled: true } as const

/** Marks of secrecy and of ciphering; the value is the mark in one word. */
export const SECRECY_RULES: readonly Rule[] = [
  {
    ...rule,
    id: 'secrecy-top',
    // "Owls." is Сов. read as сова; "C." and "S." are its first letter.
    pattern:
      '(?<![\\p{L}\\d])(?:top|owls?|sov|совершенно|сов|streng|c|с|s)\\s?\\.?\\s?-?\\s?(?:secret|секретно|geheim)(?!\\p{L})',
    value: 'top-secret',
    confidence: 0.95,
    examples: [
      { text: 'Owls. Secret .', found: 'Owls. Secret', value: 'top-secret' },
      { text: 'C. secret.', found: 'C. secret' },
      { text: 'Top secret', found: 'Top secret' },
      { text: 'Сов. секретно.', found: 'Сов. секретно' },
      { text: 'Streng geheim', found: 'Streng geheim' },
    ],
    counterexamples: ['The secret was kept.', 'His secretary came.'],
  },
  {
    ...rule,
    id: 'secrecy-strict',
    pattern:
      '(?<!\\p{L})(?:strictly\\s{1,9}(?:secret|confidential)|строго\\s{1,9}секретно)(?!\\p{L})',
    value: 'strictly-secret',
    confidence: 0.95,
    examples: [
      { text: 'Strictly secret .', found: 'Strictly secret', value: 'strictly-secret' },
      { text: 'Строго секретно', found: 'Строго секретно' },
    ],
    counterexamples: ['He spoke strictly.'],
  },
  {
    ...rule,
    id: 'secrecy-plain',
    pattern: '^\\s*(secret|секретно|geheim|confidential|vertraulich)\\s{0,9}[.!]?\\s{0,9}$',
    group: 1,
    value: 'secret',
    confidence: 0.95,
    examples: [
      { text: 'Secret.', found: 'Secret', value: 'secret' },
      { text: 'Секретно', found: 'Секретно' },
    ],
    counterexamples: ['Secret talks.', 'Secretary'],
  },
  {
    ...rule,
    id: 'secrecy-cipher',
    pattern:
      '^\\s*((?:cipher|ciphered|coded)(?:\\s{1,9}telegram)?|ciphergram|encrypt(?:ion|ed)|шифр(?:ом|овка|ованная|овано)?|шифро?телеграмма|chiffriert)(?![\\p{L}])',
    group: 1,
    value: 'cipher',
    confidence: 0.95,
    places: ['opener'],
    examples: [
      { text: 'Encryption .', found: 'Encryption', value: 'cipher' },
      { text: 'Cipher telegram .', found: 'Cipher telegram' },
      { text: 'Шифром.', found: 'Шифром' },
    ],
    counterexamples: ['The cipher came.'],
  },
]
