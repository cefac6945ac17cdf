import type { Rule } from './rule.ts'

/** Marks of a postscript. */
export const POSTSCRIPT_RULES: readonly Rule[] = [
  {
    id: 'postscript-mark',
    kind: 'postscript',
    pattern: '^\\s*(P\\.?\\s?P?\\.?\\s?S\\b\\.?|NB\\b|П\\.?\\s?С\\.|Постскриптум)',
    flags: 'u',
    group: 1,
    value: '@text',
    confidence: 0.95,
    places: ['body', 'closer'],
    examples: [
      { text: 'PS The engineers ask', found: 'PS' },
      { text: 'P.S. I forgot', found: 'P.S.' },
      { text: 'П.С. Забыл', found: 'П.С.' },
    ],
    counterexamples: ['PSYCHOLOGY', 'Perhaps'],
    enabled: true,
  },
]
