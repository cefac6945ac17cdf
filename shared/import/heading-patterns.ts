import type { Pattern } from './pattern.ts'

/** Words and signs between senders and recipients; the first that leaves names on both sides is taken. */
export const PARTY_CONNECTORS: readonly Pattern[] = [
  {
    name: 'to',
    pattern: /\s+to\s+/iu,
    examples: ['Ladygin to Torpov'],
    counterexamples: ['Ladygin, Torpov'],
  },
  {
    name: 'dash',
    pattern: /\s+[-–—→]+\s*|\s*[–—→]\s+/u,
    examples: ['Ladygin - Torpov', 'Ladygin – Torpov', 'Ladygin— Torpov'],
    counterexamples: ['Ladygin-Torpov'],
  },
  {
    name: 'an',
    pattern: /\s+an\s+/u,
    examples: ['Ladygin an Torpov'],
    counterexamples: ['Ladygin and Torpov'],
  },
  {
    name: 'dash without spaces',
    pattern: /(?<=\p{Ll})[-–—](?=\p{Lu})/u,
    examples: ['Ladygin-Torpov', 'Ladygin–Torpov'],
    counterexamples: ['Ladygin'],
  },
]

/** Names of several people are split here. */
export const PARTY_SEPARATOR = /\s*[,;&]\s*(?:(?:and|и|und)\s+)?|\s+(?:and|и|und)\s+/iu

/** Kinds of document that stand in a heading in place of, or before, the sender. */
export const DOCUMENT_KINDS: readonly Pattern[] = [
  {
    name: 'English kind',
    pattern:
      /^(?:(?:cipher|coded|private|open)\s+)?(?:letter|telegram|cable|cipher|note|memorandum|message|postcard|dispatch)(?=[\s.:])/iu,
    examples: ['Letter to Torpov', 'Cipher telegram to Torpov', 'Note from Ladygin to Torpov'],
    counterexamples: ['Letters'],
  },
  {
    name: 'Russian kind',
    pattern:
      /^(?:шифр\p{L}*|письмо|телеграмма|шифротелеграмма|записка|послание|открытка|докладная)(?=[\s.:])/iu,
    examples: ['Телеграмма И.С. Торпову', 'Письмо Торпову', 'Шифровка. Ладыгин – Торпову'],
    counterexamples: ['Письма'],
  },
  {
    name: 'German kind',
    pattern: /^(?:brief|telegramm|schreiben|notiz|funkspruch|postkarte)(?=[\s.:])/iu,
    examples: ['Brief an Torpov', 'Telegramm. Ladygin an Torpov'],
    counterexamples: ['Briefe'],
  },
]

/** First words of lines that look like headings and say how or when something was sent. */
export const NO_PARTY = new Set(
  'sent received dispatched despatched delivered posted adopted deciphered decoded reply answer response addendum appendix annex copy copies see ref source written shipped transmitted forwarded passed addressed back return page next previous according due'.split(
    ' ',
  ),
)

/** Lower-case words that may stand inside a name: "members of the Board". */
export const PARTY_PARTICLES = new Set(
  'of the de la von van der den for all members member comrade comrades secretary chairman and др членам всем тов т'.split(
    ' ',
  ),
)

/** A printed number before a heading. */
export const HEADING_NUMBER =
  /^(?:(?:no|nr|doc|document|№)\.?\s*\d{1,4}[.:)]?|\d{1,4}[.)])\s+(?=\p{Lu}|\[)/iu

/** Headings whole, for the tests of the table: each example must be read as one, no counterexample may be. */
export const HEADING_EXAMPLES: Pattern = {
  name: 'heading',
  pattern: /./,
  examples: [
    'Ladygin to Torpov October 1, 1934',
    '  Ladygin, Torpov to Verkhov October 1, 1934',
    'Ladygin - Torpov October 1, 1934',
    'Ladygin, Verkhov – Torpov October 1, 1934',
    'Ladygin to Torpov on October 2 [1934]',
    'Ladygin to Torpov [previously August 6, 1934]',
    'Ladygin to Torpov [after August 6, 1934]',
    'Ladygin to Torpov (no later than August 6, 1934)',
    'Ladygin to Torpov [between August 6 and 9, 1934]',
    'Ladygin to Torpov [between 6 and 9 August 1934]',
    'Ladygin to Torpov [late August 1934]',
    'Ladygin to Torpov [not before August 6 and not later than August 9, 1934]',
    'Ladygin to Torpov{August 6, 1934}',
    'From Ladygin to Torpov Sept. 6, 1934',
    'Ladygin to Torpov 6 August 1934',
    'Ladygin to Torpov, August 6–7, 1934',
    'Ladygin and Verkhov to Torpov, August 6, 1934.',
    'Ladygin to Torpov August 6, 1934 1',
    'Ladygin to Torpov 1 August 6, 1934',
    'Ladygin to Torpov August 6, 1934 Archive: TsGAN F. 640. Op. 5. D. 9. L. 7. Holograph.',
    'Letter to A.P. Verkhov, April 9, 1934',
    'Телеграмма И.С. Торпову 9 апреля 1934 года',
    'Ладыгин — Торпову. 9 апреля 1934 г.',
    'No. 12. Ladygin to Torpov [October 1934]',
    '№ 13. Ладыгин – Торпову. 12 июня 1934 г.',
    '13. Ladygin to Torpov October 1, 1934',
    'October 1, 1934. Ladygin to Torpov',
    '12 июня 1934 г. Письмо И.С. Торпову',
    'Letter from Ladygin to Torpov of October 1, 1934',
    'Telegram. Ladygin – Torpov. October 1, 1934',
    'Ладыгин – Торпову 12 июня 1934 г.',
    'И.В. Ладыгин — С.М. Торпову, 12 июня 1934 года',
    'Письмо С.М. Торпову 12 июня 1934 года',
    'Письмо И.В. Ладыгина С.М. Торпову от 12 июня 1934 г.',
    'Ладыгин, Верхов — Торпову [ранее 6 августа 1934 г.]',
    'Ладыгин – Торпову [не позднее 6 августа 1934 г.]',
    'Ladygin an Torpov, 12. Juni 1934',
    'Brief von Ladygin an Torpov vom 12. Juni 1934',
    'Ladygin-Torpov October 1, 1934',
    'Ladygin to Torpov 14/VIII — 34',
    'Ladygin to Torpov, night of October 5 to 6, 1934',
  ],
  counterexamples: [
    'Ladygin to Torpov 1934',
    'Ladygin to Torpov October, 1934',
    'Ladygin Torpov august 1934',
    'Sent to Gavan October 1, 1934',
    'Please return to Gavan October 1, 1934',
    'From Gavan 8/IX - 34 at 7 o’clock. In. No. 219.',
    'October 1, 1934',
    'We decided to wait. Ladygin to answer October 1, 1934',
    'Letters of the Inland Water Board. 1929–1938',
    'Ladygin to Torpov, summer 1934',
    'Gavan-Somino railway 1934',
    'On October 1, 1934, Ladygin wrote to Torpov',
    'October 1, 1934. Ladygin went to Gavan',
  ],
}
