import type { Rule } from './rule.ts'

/** References to papers in archives, in Latin and Cyrillic labels; the value is the reference with its labels as they should be. */
export const ARCHIVE_RULES: readonly Rule[] = [
  {
    id: 'archive-reference',
    needs: ['F.', 'F ', ' f.', '(f.', 'Ф.', 'Ф ', ' ф.', 'ond ', 'онд '],
    kind: 'archive',
    pattern:
      '(?=[A-ZА-ЯЁfф])(?<![\\p{L}.])(?:\\p{Lu}\\p{L}{0,12}\\p{Lu}\\p{L}{0,12}(?:\\s\\p{Lu}{2,4})?[.,]?\\s{1,9})?(?:F|f|fond|Ф|ф|фонд)(?!\\p{L})[.,]?\\s?(?:(?:R-|Р-)?\\d+(?:\\s\\d{3}(?!\\d))?|[PПZЗO]{1,2}(?!\\p{L})|PO(?!\\p{L})|(?:one|two|three|four|five|six|seven|eight|nine|ten)(?!\\p{L}))(?:[.,]?\\s{0,9}(?:Op|op|On|Оп|оп|inv|опись)(?!\\p{L})[.,]?\\s?(?:(?:R-|Р-)?\\d+(?:\\s\\d{3}(?!\\d))?|[PПZЗO]{1,2}(?!\\p{L})|PO(?!\\p{L})|(?:one|two|three|four|five|six|seven|eight|nine|ten)(?!\\p{L})))?[.,]?\\s{0,9}(?:D|d|Д|д|file|delo|дело)(?!\\p{L})[.,]?\\s?(?:(?:R-|Р-)?\\d+(?:\\s\\d{3}(?!\\d))?|[PПZЗO]{1,2}(?!\\p{L})|PO(?!\\p{L})|(?:one|two|three|four|five|six|seven|eight|nine|ten)(?!\\p{L}))(?:[.,]?\\s{0,9}(?:Ll?|ll?|Лл?|лл?|sheets?)(?!\\p{L})[.,]?\\s?(?:\\d+(?:\\s?(?:(?:rev|ob|об)(?!\\p{L})\\.?|(?:verso|recto|v|r|a|б|а)(?!\\p{L})))?(?:\\s?[,–—-]\\s?\\d{1,6}(?:\\s?(?:(?:rev|ob|об)(?!\\p{L})\\.?|(?:verso|recto|v|r|a|б|а)(?!\\p{L})))?){0,40}|[PПZЗO]{1,2}(?!\\p{L})|PO(?!\\p{L})|(?:one|two|three|four|five|six|seven|eight|nine|ten)(?!\\p{L})))?',
    flags: 'u',
    value: '@archive',
    confidence: 0.95,
    places: ['archive', 'notes', 'closer', 'opener', 'body'],
    examples: [
      {
        text: 'Archive: TsGAN F. 613. Op. 11. D. 207. L. 4. Holograph.',
        found: 'TsGAN F. 613. Op. 11. D. 207. L. 4',
        value: 'TsGAN. F. 613. Op. 11. D. 207. L. 4',
      },
      {
        text: 'On April 2 he came (GA RV. F. 75. On. 3. D. 99. L. 7–11, 12v).',
        found: 'GA RV. F. 75. On. 3. D. 99. L. 7–11, 12v',
        value: 'GA RV. F. 75. Op. 3. D. 99. L. 7–11, 12v',
      },
      {
        text: 'TsGAN F. 613. Op. P. D. 1020. L. five. Copy.',
        found: 'TsGAN F. 613. Op. P. D. 1020. L. five',
        value: 'TsGAN. F. 613. Op. 11. D. 1020. L. 5',
      },
      {
        text: 'ЦГАН, ф. 613, оп. 4, д. 1020, лл. 34-35.',
        found: 'ЦГАН, ф. 613, оп. 4, д. 1020, лл. 34-35',
        value: 'ЦГАН. Ф. 613. Оп. 4. Д. 1020. Л. 34-35',
      },
    ],
    counterexamples: ['F. Ladygin was there.', 'We paid 12 D. 7 L.'],
    enabled: true,
  },
]
