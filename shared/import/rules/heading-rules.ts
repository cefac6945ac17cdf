import type { Rule } from './rule.ts'

const rule = { kind: 'heading', flags: 'u', places: ['heading'], enabled: true } as const

/**
 * Headings in orders that the reader of headings does not know by itself: groups `date`, `sender`, `recipient`; what the groups hold is
 * read again as names and as a date, so a pattern may be wide.
 */
export const HEADING_RULES: readonly Rule[] = [
  {
    ...rule,
    id: 'heading-date-first',
    pattern:
      '^(?<date>[^.,:;]{0,24}\\d[^:;]{2,40}?)\\s?[.:,–—-]\\s{1,9}(?<sender>[\\p{L}.,\\s-]{3,90}?)\\s{1,9}(?:to|an|[–—-])\\s{1,9}(?<recipient>\\p{Lu}[\\p{L}.,\\s-]{2,90})$',
    confidence: 0.9,
    examples: [
      { text: 'October 1, 1934. Ladygin to Torpov', found: 'October 1, 1934. Ladygin to Torpov' },
      { text: '12 июня 1932 г. Ладыгин – Торпову', found: '12 июня 1932 г. Ладыгин – Торпову' },
    ],
    counterexamples: ['October 1, 1934', 'We met on October 1'],
  },
  {
    ...rule,
    id: 'heading-date-first-kind',
    pattern:
      '^(?<date>[^.,:;]{0,24}\\d[^:;]{2,40}?)\\s?[.:,–—-]\\s{1,9}(?:[Ll]etter|[Tt]elegram|[Nn]ote|[Пп]исьмо|[Тт]елеграмма|[Зз]аписка|[Bb]rief|[Tt]elegramm)\\s{1,9}(?:(?:from|von)\\s{1,9}(?<sender>[\\p{L}.,\\s-]{3,90}?)\\s{1,9})?(?:(?:to|an)\\s{1,9})?(?<recipient>\\p{Lu}[\\p{L}.,\\s-]{2,90})$',
    confidence: 0.9,
    examples: [
      {
        text: 'October 1, 1934. Letter from Ladygin to Torpov',
        found: 'October 1, 1934. Letter from Ladygin to Torpov',
      },
      { text: '12 июня 1932 г. Письмо Торпову', found: '12 июня 1932 г. Письмо Торпову' },
    ],
    counterexamples: ['October 1, 1934. Ladygin'],
  },
]
