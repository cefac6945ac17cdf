import type { Rule } from './rule.ts'

const rule = {
  kind: 'salutation',
  flags: 'u',
  group: 1,
  value: '@text',
  places: ['opener', 'body'],
  enabled: true,
} as const

/** Words of greeting at the head of a letter. */
export const SALUTATION_RULES: readonly Rule[] = [
  {
    ...rule,
    id: 'salutation-greeting',
    pattern:
      "^\\s{0,9}(?!Greetings[^!]{0,60}\\.)((?:Hello|Hi|Greetings|Good (?:day|morning|evening)|Здравствуй(?:те)?|Привет|Guten Tag|Hallo),?\\s{1,9}(?:(?:my\\s{1,9})?(?:[Dd]ear|дорог\\p{L}+)\\s{1,9})?(?:(?:[Cc]omrades?|[Tt]ov|товарищи?|тов|т|[Ff]riend|друг|Genosse)\\.?\\s{1,9})?\\p{Lu}[\\p{L}’'-]*\\.?(?:\\s\\p{Lu}[\\p{L}’'-]*){0,2})(?=\\s{0,9}[!.,:])",
    confidence: 0.95,
    examples: [
      { text: 'Hello, Comrade Torpov!', found: 'Hello, Comrade Torpov' },
      { text: 'Hello dear comrade. Torpov!', found: 'Hello dear comrade. Torpov' },
      { text: 'Hello, Klim!', found: 'Hello, Klim' },
      {
        text: 'Здравствуйте, дорогой товарищ Торпов!',
        found: 'Здравствуйте, дорогой товарищ Торпов',
      },
    ],
    counterexamples: ['Hello to you.', 'Greetings were sent to all.', 'Greetings Comrade Torpov.'],
  },
  {
    ...rule,
    id: 'salutation-dear',
    pattern:
      "^\\s{0,9}((?:My\\s{1,9}dear|Dear|Дорог\\p{L}{2,3}|Уважаем\\p{L}{2,3}|Liebe[rs]?|Sehr geehrte[rs]?)\\s{1,9}[\\p{L}\\s.’'-]{2,50}?)\\s{0,9}(?:[!,:]|\\.\\s{0,9}$)",
    confidence: 0.95,
    examples: [
      { text: 'Dear comrade Ladygin.', found: 'Dear comrade Ladygin' },
      { text: 'Dear friend Torpov!', found: 'Dear friend Torpov' },
      { text: 'Дорогой Иван!', found: 'Дорогой Иван' },
    ],
    counterexamples: ['Dearly bought.', 'Dear are these 12 barges'],
  },
  {
    ...rule,
    id: 'salutation-call',
    pattern:
      "^\\s{0,9}((?:[TtТт]\\s?\\.\\s?){0,2}(?:(?:[Cc]omrades?|[Tt]ov\\.|[Тт]ов\\.|[Тт]оварищи?)\\s{1,9})?\\p{Lu}[\\p{L}’'-]+(?:(?:,|\\s{1,9}and|\\s{1,9}и)\\s{1,9}\\p{Lu}[\\p{L}’'-]+){0,4})\\s{0,9}!\\s{0,9}$",
    confidence: 0.85,
    places: ['opener'],
    examples: [
      { text: 'T. T. Verkhov and Ladygin!', found: 'T. T. Verkhov and Ladygin' },
      { text: 'Тов. Торпов!', found: 'Тов. Торпов' },
    ],
    counterexamples: ['Remember the barges!', 'Torpov.'],
  },
]
