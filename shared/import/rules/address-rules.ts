import type { Rule } from './rule.ts'

const rule = { kind: 'address', flags: 'u', group: 1, enabled: true } as const
const NAME = "(?:\\p{Lu}\\p{Ll}?\\.\\s?){0,3}\\p{Lu}[\\p{L}’'-]+"

/** Lines that say where a letter goes and where it comes from; the value of the latter is the place alone. */
export const ADDRESS_RULES: readonly Rule[] = [
  {
    ...rule,
    id: 'address-from',
    pattern:
      '(?<![\\p{L}])((?:[Ff]rom|Из|из|Aus|aus)\\s{1,9}(?<place>\\p{Lu}[\\p{L}-]+(?:\\s\\p{Lu}[\\p{L}-]+)?))(?=\\s{1,9}(?:\\d|at\\s|on\\s|в\\s|um\\s)|\\s{0,9}\\.?\\s{0,9}$)',
    value: '$<place>',
    confidence: 0.9,
    places: ['opener', 'closer'],
    examples: [
      { text: 'From Gavan 2/X - 34 at 3 o’clock.', found: 'From Gavan', value: 'Gavan' },
      { text: 'Shipped from Luga Lock on 21-13', found: 'from Luga Lock', value: 'Luga Lock' },
      { text: 'From Sochi 2 .', found: 'From Sochi', value: 'Sochi' },
    ],
    counterexamples: ['From there 2', 'Received from Torpov’s hand'],
  },
  {
    ...rule,
    id: 'address-line',
    pattern:
      '^\\s*(?:(?:Immediately|Urgent|Personal|At once|Срочно|Немедленно|Лично)\\s{0,9}\\.\\s{0,9})?(\\p{Lu}[^!?:;\\d]{1,110}?)\\s{0,9}(?:\\d{1,2}\\s{0,9})?\\.?\\s{0,9}$',
    value: '@text',
    confidence: 0.7,
    places: ['opener'],
    examples: [
      {
        text: 'Gavan. Inland Water Board. Ladygin .',
        found: 'Gavan. Inland Water Board. Ladygin',
      },
      { text: 'Immediately . Tov. Torpov.', found: 'Tov. Torpov' },
      { text: 'Гавань. Торпову.', found: 'Гавань. Торпову' },
    ],
    counterexamples: ['Source: Volume 17', 'Hello, Torpov!'],
  },
  {
    ...rule,
    id: 'address-place-below',
    pattern:
      '(?:^\\s*|(?<=^\\s{0,9}\\d{1,2}\\s?[./]\\s?[IVX]{1,4}\\.?\\s))(\\p{Lu}[\\p{L}-]{3,20})(?=\\s?\\.?\\s{0,3}(?:\\d{1,2}\\s?)?\\.?\\s?$)',
    value: '$1',
    confidence: 0.55,
    places: ['closer'],
    examples: [
      { text: 'Somino. 2', found: 'Somino', value: 'Somino' },
      { text: '30/VIII. Gavan.', found: 'Gavan', value: 'Gavan' },
    ],
    counterexamples: ['Luga Lock', 'the dam'],
  },
  {
    ...rule,
    id: 'address-office',
    pattern:
      '^\\s*((?:To|В|An)\\s{1,9}(?:the\\s{1,9}|den\\s{1,9}|die\\s{1,9})?(?:Secretar|Chairm|Commissar|Board|Bureau|Central|Council|Секретар|Председател|Политбюро|ЦК|СНК|Совнарком|Sekret|Vorsitz)[^!?;:]{3,140}?)\\s{0,9}\\.?\\s{0,9}$',
    value: '@text',
    confidence: 0.85,
    places: ['opener', 'body'],
    examples: [
      {
        text: 'To the Secretary of the Inland Water Board Comrade Ladygin.',
        found: 'To the Secretary of the Inland Water Board Comrade Ladygin',
      },
      { text: 'В Политбюро ЦК', found: 'В Политбюро ЦК' },
    ],
    counterexamples: ['To the dam we went.', 'To board a barge'],
  },
  {
    ...rule,
    id: 'address-for',
    pattern:
      "^\\s{0,9}((?:For|Для|Für)\\s{1,9}\\p{Lu}[\\p{L}’'-]+[^!?;:.\\d]{0,80}?)\\s{0,9}\\.?\\s{0,9}$",
    value: '@text',
    confidence: 0.8,
    places: ['opener', 'body'],
    examples: [
      { text: 'For Torpov.', found: 'For Torpov' },
      { text: 'Для Торпова и других членов', found: 'Для Торпова и других членов' },
    ],
    counterexamples: ['For this we have 3 barges.', 'For three days'],
  },
  {
    ...rule,
    id: 'address-run-in',
    needs: ['Committee', 'Council', 'Board', 'ЦК'],
    pattern: `^\\s*((?:\\p{Lu}[\\p{L}-]+\\.\\s{1,9})?(?:(?:Central Committee|Council|Board|Inland Water Board|ЦК)(?![\\p{L}])[^.!?]{0,60}\\.\\s{1,9})(?:(?:(?:For|To)\\s{1,9})?${NAME}(?:\\.\\s{1,9}(?=(?:For|To)\\s))?){1,3})(?=\\s?\\.\\s{1,9}\\p{Lu})`,
    value: '@text',
    confidence: 0.85,
    places: ['body'],
    examples: [
      {
        text: 'Gavan. Inland Water Board. Verkhov. For Torpov. First. I agree.',
        found: 'Gavan. Inland Water Board. Verkhov. For Torpov',
      },
    ],
    counterexamples: ['The Board is here. We came.'],
  },
  {
    ...rule,
    id: 'address-recipient-run-in',
    pattern: `^\\s*((?:(?:[TТ]\\s?\\.\\s?){1,2}|(?:Tov|Тов|Comr)\\.\\s?|(?:Comrade|Товарищ)\\s)?${NAME}(?:(?:,|\\.|\\s(?:and|и))\\s${NAME}){0,3})(?=\\s?\\.\\s{1,9}\\p{Lu})`,
    value: '@recipient',
    confidence: 0.85,
    places: ['body'],
    examples: [
      { text: 'T. Torpov. For memory.', found: 'T. Torpov' },
      { text: 'Torpov, Verkhov. I am against it.', found: 'Torpov, Verkhov' },
    ],
    counterexamples: ['The barge came. We saw', 'Torpov came.'],
  },
]
