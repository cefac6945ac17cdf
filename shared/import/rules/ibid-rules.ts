import type { Rule } from './rule.ts'

/** "The same place", with what differs from it; the value is the reference it stands for, where the page says it. */
export const IBID_RULES: readonly Rule[] = [
  {
    id: 'ibid',
    needs: ['bid', 'ам же', 'bd', 'Ebenda'],
    kind: 'ibid',
    pattern:
      '(?<!\\p{L})(?:Ibid(?:em)?|ibid|Там же|там же|Ebd|Ebenda|ebd)(?!\\p{L})(?:[.,]{0,2}\\s?(?:F|f|fond|Ф|ф|фонд)(?!\\p{L})[.,]?\\s?(?:(?:R-|Р-)?\\d+(?:\\s\\d{3}(?!\\d))?|[PПZЗO]{1,2}(?!\\p{L})|PO(?!\\p{L})|(?:one|two|three|four|five|six|seven|eight|nine|ten)(?!\\p{L}))(?:\\s\\d{3})?)?(?:[.,]{0,2}\\s?(?:Op|op|On|Оп|оп|inv|опись)(?!\\p{L})[.,]?\\s?(?:(?:R-|Р-)?\\d+(?:\\s\\d{3}(?!\\d))?|[PПZЗO]{1,2}(?!\\p{L})|PO(?!\\p{L})|(?:one|two|three|four|five|six|seven|eight|nine|ten)(?!\\p{L})))?(?:[.,]{0,2}\\s?(?:D|d|Д|д|file|delo|дело)(?!\\p{L})[.,]?\\s?(?:(?:R-|Р-)?\\d+(?:\\s\\d{3}(?!\\d))?|[PПZЗO]{1,2}(?!\\p{L})|PO(?!\\p{L})|(?:one|two|three|four|five|six|seven|eight|nine|ten)(?!\\p{L})))?(?:[.,]{0,2}\\s?(?:Ll?|ll?|Лл?|лл?|sheets?)(?!\\p{L})[.,]?\\s?(?:\\d+(?:\\s?(?:(?:rev|ob|об)(?!\\p{L})\\.?|(?:verso|recto|v|r|a|б|а)(?!\\p{L})))?(?:\\s?[,–—-]\\s?\\d{1,6}(?:\\s?(?:(?:rev|ob|об)(?!\\p{L})\\.?|(?:verso|recto|v|r|a|б|а)(?!\\p{L})))?){0,40}|[PПZЗO]{1,2}(?!\\p{L})|PO(?!\\p{L})|(?:one|two|three|four|five|six|seven|eight|nine|ten)(?!\\p{L})))?',
    flags: 'u',
    value: '@text',
    confidence: 0.97,
    places: ['archive', 'notes', 'closer', 'opener'],
    examples: [
      { text: '(Ibid. L. 75)', found: 'Ibid. L. 75' },
      { text: '(Ibid., D. 12. L. 7, 9v).', found: 'Ibid., D. 12. L. 7, 9v' },
      { text: 'См.: Там же. Л. 3.', found: 'Там же. Л. 3' },
    ],
    counterexamples: ['Ibidus', 'The same place.'],
    enabled: true,
  },
]
