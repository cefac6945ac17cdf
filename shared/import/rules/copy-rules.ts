import type { Rule } from './rule.ts'

const rule = { kind: 'copy', places: ['opener', 'closer'], value: 'copy', enabled: true } as const

/** Marks of a copy, and who else gets one. */
export const COPY_RULES: readonly Rule[] = [
  {
    ...rule,
    id: 'copy-mark',
    pattern:
      '^\\s*((?:certified\\s{1,9})?(?:typewritten\\s{1,9}|carbon\\s{1,9})?cop(?:y|ies)|(?:заверенная\\s{1,9})?копия|(?:beglaubigte\\s{1,9})?(?:kopie|abschrift))\\s{0,9}[.!]?\\s{0,9}$',
    flags: 'iu',
    group: 1,
    confidence: 0.95,
    examples: [
      { text: 'Copy .', found: 'Copy', value: 'copy' },
      { text: 'Certified copy', found: 'Certified copy' },
      { text: 'Копия.', found: 'Копия' },
    ],
    counterexamples: ['Copy this plan.', 'Copying'],
  },
  {
    ...rule,
    id: 'copy-to',
    places: ['opener', 'closer', 'body'],
    pattern:
      '^\\s*((?:Cop(?:y|ies)|Копи[яи]|Kopien?)(?:\\s{1,9}to)?\\s{0,9}[:–—-]\\s{0,9}\\p{Lu}[^.;:]{1,120}?)\\s{0,9}\\.?\\s{0,9}$',
    flags: 'u',
    group: 1,
    confidence: 0.9,
    examples: [
      { text: 'Copy: Inland Board, Torpov.', found: 'Copy: Inland Board, Torpov' },
      { text: 'Copies to: Verkhov', found: 'Copies to: Verkhov' },
      { text: 'Копия: Торпову', found: 'Копия: Торпову' },
    ],
    counterexamples: ['Copy the plan: it is long.'],
  },
]
