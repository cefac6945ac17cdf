import type { Rule } from './rule.ts'

const rule = {
  kind: 'valediction',
  flags: 'u',
  value: '@text',
  places: ['body', 'closer'],
  enabled: true,
} as const

const YOURS = '(?:Yours?|Ваш|Твой|Ihr|Dein)'
const END = "(?:Well, )?(?:[Tt]hat[’']s (?:all|enough)|[Tt]hat is all)[^.!?]{0,30}"
const GREETING =
  '(?:Hello|Greetings|Regards|All the best|(?:I )?[Ss]hake your hand|(?:Well, )?I shake hands|Goodbye|With [^.!?]{0,30}greetings|Жму руку|Привет|С (?:коммунистическим )?приветом|Mit Gruß)[^.!?]{0,30}?'

/** Words of farewell before a signature, up to and with "Yours". */
export const VALEDICTION_RULES: readonly Rule[] = [
  {
    ...rule,
    id: 'valediction-before-name',
    needs: [
      'Hello',
      'Greetings',
      'Regards',
      'best',
      'hake',
      'Goodbye',
      'greetings',
      'Жму',
      'Привет',
      'приветом',
      'Gruß',
      'hat’s',
      "hat's",
      'hat is all',
    ],
    window: 'tail',
    pattern: `(?<=^\\s{0,9}|[.!?]\\s{1,9})((?:(?:${END}|${GREETING})[.!]\\s{1,9}){0,2}(?:${GREETING}|${END})(?:[.!]?\\s{1,9}${YOURS})?)(?=[.!]?\\s{0,9}$|(?:[.!]\\s{1,9}|\\s{1,9}(?=\\p{Lu}\\.)|(?<=${YOURS})\\s{1,9})(?:\\p{Lu}\\p{Ll}?\\.\\s?){0,3}\\p{Lu}[\\p{L}-]*\\s{0,9}(?:\\d{1,2}\\s{0,9})?[.!]?\\s{0,9}$)`,
    group: 1,
    confidence: 0.9,
    examples: [
      { text: 'Hello to you. Yours L. Torpov.', found: 'Hello to you. Yours' },
      { text: 'Shake your hand. Your Torpov.', found: 'Shake your hand. Your' },
      { text: 'Greetings Comrade Verkhov.', found: 'Greetings Comrade Verkhov' },
      {
        text: "Well, that's all for now. Hello I. Torpov 3",
        found: "Well, that's all for now. Hello",
      },
    ],
    counterexamples: ['Greetings were sent to all the members of the expedition by the Board.'],
  },
  {
    ...rule,
    id: 'valediction-yours',
    needs: ['Your', 'Ваш', 'Твой', 'Ihr', 'Dein'],
    window: 'tail',
    pattern:
      '(?<=^\\s{0,9}|[.!?]\\s{1,9})(Yours?|Ваш|Твой|Ihr|Dein)(?=\\s{1,9}(?:\\p{Lu}\\p{Ll}?\\.\\s?){0,3}\\p{Lu}[\\p{L}-]+\\s{0,9}(?:\\d{1,2}\\s{0,9})?\\.?\\s{0,9}$)',
    group: 1,
    confidence: 0.9,
    examples: [
      { text: 'Yours L. Torpov.', found: 'Yours' },
      { text: 'Goodbye then. Your Torpov 9 .', found: 'Your' },
    ],
    counterexamples: ['Your barge came.', 'Yours 70. I agree'],
  },
  {
    ...rule,
    id: 'valediction-line',
    pattern:
      "^\\s{0,9}((?:Well, )?(?:[Tt]hat[’']s (?:all|enough)|[Tt]hat is all|I[’']ll (?:probably )?end|I will end|Goodbye|Bye|All the best|Shake your hand|I shake|With .{0,30}greetings|Hey|Привет|Жму руку|Всего хорошего|Пока вс[её]|Herzliche Grüße)[^.!?]{0,60})[.!]?\\s{0,9}$",
    group: 1,
    confidence: 0.9,
    places: ['closer'],
    examples: [
      { text: 'Well, that is all from the lock.', found: 'Well, that is all from the lock' },
      { text: 'Жму руку.', found: 'Жму руку' },
    ],
    counterexamples: ['The end of the dam.'],
  },
]
