import type { Pattern } from './pattern.ts'

/** Lines made of one sign that part the notes from the text, longest kinds of print first; `bonus` is how sure the parting is. */
export const SEPARATORS: readonly (Pattern & { readonly bonus: number })[] = [
  {
    name: 'underscores',
    bonus: 10,
    pattern: /^\s*(?:_\s?)+$/,
    examples: ['____', '_', '_ _ _'],
    counterexamples: ['a_', ''],
  },
  {
    name: 'rule',
    bonus: 6,
    pattern: /^\s*(?:[-–—=~]{3,}|—{2,})\s*$/,
    examples: ['-----', '———', '======'],
    counterexamples: ['--', '— no'],
  },
  {
    name: 'stars',
    bonus: 3,
    pattern: /^\s*(?:[*•·]\s?){3,}$/,
    examples: ['* * *', '***'],
    counterexamples: ['* a'],
  },
]

/** Lines of the web page itself. */
export const NAVIGATION: readonly Pattern[] = [
  {
    name: 'links',
    pattern:
      /^\s*(?:[←→«»⇐⇒]\s*\S.{0,60}|.{0,60}\|.{0,60}\|.{0,80}|.{0,40}\bhome page\b.{0,40})$/iu,
    examples: ['← Back to index', 'Archive | Library | Home Page'],
    counterexamples: ['We went home.'],
  },
  {
    name: 'back and forth',
    pattern:
      /^\s*(?:back(?: to (?:the )?(?:index|top|contents?|list))?|next(?: page)?|previous(?: page)?|contents|top of (?:the )?page|return to .{1,40}|index)\s*[»→>]?\s*$/iu,
    examples: ['Back to top', 'Next page', 'Contents'],
    counterexamples: ['Back in Gavan'],
  },
  {
    name: 'machine label',
    pattern: /^\s*\d{4}-\d\d-\d\d\s+\S+:\S.*$/u,
    examples: ['1934-04-09 ru:river;en:machine machine translated'],
    counterexamples: ['1934-04-09'],
  },
]

/** Titles of books and parts of them. */
export const TITLES: readonly Pattern[] = [
  {
    name: 'span of years',
    pattern: /^\s*(?!\d)\P{N}{4,90}\s\d{4}\s?[-–—]\s?\d{4}\.?\s*$/u,
    examples: ['Letters of the Inland Water Board. 1929–1938'],
    counterexamples: ['1929–1938'],
  },
  {
    name: 'volume',
    pattern: /^\s*(?:volume|vol\.?|tom|том|part|часть)\s+(?:\d+|[IVXL]+)\s*\.?\s*$/iu,
    examples: ['Volume 4', 'Том 4'],
    counterexamples: ['Volume of trade'],
  },
  {
    name: 'month and year',
    pattern: /^\s*(?:\p{Lu}\p{L}+\s+){1,3}\p{L}+,?\s+\d{4}\s*$/u,
    examples: ['Ladygin Torpov august 1934'],
    counterexamples: ['Torpov is ill.'],
  },
]

/** What a short line before or after the text of a letter is. */
export interface ShortLinePattern extends Pattern {
  readonly role: 'opener' | 'closer' | 'both'
}

const NUMERIC_DATE =
  '\\d{1,2}\\s?[./]\\s?(?:[IVXLT1]{1,5}|\\d{1,2})(?:\\s?[./–—-]+\\s?\\d{2,4})?\\.?(?:\\s?(?:g|г|year)\\.?)?'

/** Short lines at the head and the foot of a letter; `transmission` and `date line` also say where a callout may stand. */
export const SHORT_LINES: readonly ShortLinePattern[] = [
  {
    name: 'secrecy',
    role: 'opener',
    pattern:
      /^(?:(?:strictly|top|owls\.?|c\.?|s\.?|сов\.?)\s*(?:secret|секретно)|secret|copy|cipher|encryption|encrypted|cipher telegram|immediately|urgent|personal|without delay|шифром?|копия)\s*[.!]?(?:\s.{0,40})?$/iu,
    examples: [
      'Strictly secret .',
      'Copy .',
      'Owls. Secret .',
      'S. secret.',
      'Immediately . Tov. Torpov.',
    ],
    counterexamples: ['Secretaries have decided to come.'],
  },
  {
    name: 'transmission',
    role: 'opener',
    pattern:
      /^(?:from \p{Lu}.{0,60}\d.{1,80}\d|(?:dispatched|despatched|sent\]?|shipped|posted|adopted|received|accepted|transmitted)\s(?!your|the|a\s|my|us).{0,80}\d.{1,60}|in\.\s*(?:no\.?|number)\s*\d).{0,80}$/iu,
    examples: [
      'From Gavan 8/IX - 34 at 7 o’clock. In. No. 219.',
      'Dispatched from Gavan 9–05 3/IV — 34.',
      'In. No. 31/sh.',
    ],
    counterexamples: [
      'From there we went on.',
      'From Gavan 2 .',
      'Received your letters of the 25th.',
    ],
  },
  {
    name: 'deciphered',
    role: 'closer',
    pattern: /^(?:deciphered|decoded|decrypted)\s.{0,60}$/iu,
    examples: ['Deciphered 9.IV. toward evening'],
  },
  {
    name: 'date line',
    role: 'both',
    pattern: new RegExp(
      `^(?:(?:\\d{1,2}\\s?(?:h|o['’]clock|hours?)\\.?\\s?(?:\\d{1,2}\\s?m(?:in)?\\.?|-\\s?m\\.)?\\s*)?${NUMERIC_DATE}(?:\\.?\\s+\\p{Lu}\\p{L}+\\.?)?|(?:\\p{Lu}\\p{L}{2,9}\\s+\\d{1,2}|\\d{1,2}\\s+\\p{L}{3,9}),?\\s+'?\\d{2,4}\\.?)$`,
      'u',
    ),
    examples: [
      '1/X-34',
      '17 / IV - 34',
      '2/X.34 g',
      '1.X.34',
      '2/X',
      '30/VIII. Gavan.',
      'April 9, 1934',
      'April 9, 34',
    ],
    counterexamples: ['No. 413', 'At 12 we met'],
  },
  {
    name: 'time line',
    role: 'closer',
    pattern:
      /^\d{1,2}(?:[:.]\d\d)?\s?(?:h\.?|o['’]clock|hours?|a\.?m\.?|p\.?m\.?)?\s?(?:[-–—]\s?m\.?|\d{1,2}\s?m(?:in)?\.?|[ap]\.?m\.?)?\s*(?:[-–—]\s?m\.?)?$/iu,
    examples: ['6 p.m.', '10:40 p.m.', '22h 15m', '8 a.m. — m.', '5 o’clock - m.', '7h. 20 m'],
    counterexamples: ['6 p.m. we met'],
  },
  {
    name: 'number line',
    role: 'closer',
    pattern: /^(?:[#№]|n[or°]\.?|hp|number)\s?\d[\d/,\sа-яa-z.]{0,30}$/iu,
    examples: ['No. 413.', '#412', 'Nr 26/sh', 'No. 1846/sh.', 'Nr 31/sh, 40/sh.'],
    counterexamples: ['Nobody came'],
  },
  {
    name: 'salutation',
    role: 'both',
    pattern:
      /^(?:hello|dear|my dear|greetings|good (?:day|morning|evening)|здравствуй\p{L}*|дорог\p{L}+)\b.{0,60}[!,.:]?$/iu,
    examples: ['Hello, Comrade Torpov!', 'Dear comrade Ladygin.', 'Hello dear comrade. Torpov!'],
    counterexamples: [
      'Greetings were sent to all the members of the expedition by the Board and its chairman.',
    ],
  },
  {
    name: 'valediction',
    role: 'closer',
    pattern:
      /^(?:(?:well,?\s)?(?:that['’]s (?:all|enough)|that is all|i['’]ll (?:probably )?end|i will end|goodbye|bye)|yours?\b(?!\s+(?:no\W|nr\W|#)?\s?\d)|hello to you|greetings\b|shake your hand|i shake|regards|with .{0,30}greetings|well,? i shake|hey!|all the best|привет|жму руку|ваш).{0,90}$/iu,
    examples: [
      'Yours L. Torpov.',
      'Hello to you from your L. Torpov.',
      'Well, that is all from the lock.',
      'Greetings from the dam.',
    ],
    counterexamples: ['You should come.', 'Yours 70. The barges pass.'],
  },
  {
    name: 'for whom',
    role: 'opener',
    pattern: /^(?:for|для|für)\s+\p{Lu}[\p{L}’'-]+(?:\s+(?:and|и|und)\s+[\p{L}\s]{2,50})?\.?$/iu,
    examples: ['For Torpov.', 'Для Торпова и других членов'],
    counterexamples: ['For this we need barges.'],
  },
  {
    name: 'place line',
    role: 'closer',
    pattern: /^[Ff]rom\s+\p{Lu}\p{L}{2,20}\.?$/u,
    examples: ['From Gavan', 'From Gavan.'],
    counterexamples: ['From Gavan we went on.'],
  },
  {
    name: 'stray mark',
    role: 'both',
    pattern: /^[.,;:·]{1,3}$/u,
    examples: ['.'],
    counterexamples: ['a.'],
  },
  {
    name: 'names',
    role: 'both',
    pattern:
      /^(?:(?:\p{Lu}[\p{L}'’-]*|and|of|the|for|to|by|comrades?|tov|t|b)(?=[\s.,!:()]|$)[\s.,!:()]*){1,12}$/u,
    examples: [
      'Gavan. Torpov.',
      'Torpov .',
      'T. T. Torpov, Verkhov.',
      'Ladygin. I. Verkhov.',
      'I. St.',
    ],
    counterexamples: ['The plan was drawn up by the Board in 1934.'],
  },
]

/** The end of a text that is a numeric date: a number behind it calls the note on date and number. */
export const DATE_BEFORE = new RegExp(`(?<!\\d)${NUMERIC_DATE}\\s*$`, 'u')

/** The book a letter was taken from, under the signature. */
export const SOURCE_LINE: Pattern = {
  name: 'source line',
  pattern:
    /^\s*(?:source|источник|quelle)\s*[;:].{0,300}$|^.{10,200}\s(?:pp?\.|С\.|с\.)\s?\d+(?:\s?[-–—]\s?\d+)?\.?\s*$/iu,
  examples: ['Source: Letters of the Board, pp. 40-41.', 'Письма Ладыгина и Торпова. С. 212.'],
  counterexamples: ['We read the book.'],
}

/** The mark of a postscript. */
export const POSTSCRIPT: Pattern = {
  name: 'postscript',
  pattern: /^\s*(?:P\.?\s?P?\.?\s?S\b\.?|NB\b|П\.?\s?С\.)/u,
  examples: ['PS The engineers ask', 'P.S. I forgot', 'P. S. And'],
  counterexamples: ['PSYCHOLOGY', 'Perhaps'],
}
