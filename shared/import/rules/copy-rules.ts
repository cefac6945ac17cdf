import type { Rule } from './rule.ts'

const rule = { kind: 'copy', places: ['opener', 'closer'], value: 'copy', enabled: true } as const

/** Marks of a copy, and who else gets one. */
export const COPY_RULES: readonly Rule[] = [
  {
    ...rule,
    id: 'copy-mark',
    pattern:
      '^\\s*((?:certified\\s+)?(?:typewritten\\s+|carbon\\s+)?cop(?:y|ies)|(?:заверенная\\s+)?копия|(?:beglaubigte\\s+)?(?:kopie|abschrift))\\s*[.!]?\\s*$',
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
      '^\\s*((?:Cop(?:y|ies)|Копи[яи]|Kopien?)(?:\\s+to)?\\s*[:–—-]\\s*\\p{Lu}[^.;:]{1,120}?)\\s*\\.?\\s*$',
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
