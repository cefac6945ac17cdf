import type { Pattern } from './pattern.ts'

const NUMBER_WORDS = 'one two three four five six seven eight nine ten'.split(' ')

/** How a note's number stands in print; group 1 is the number. `weight` is how much it makes a paragraph look like a note. */
export interface NoteStartPattern extends Pattern {
  readonly weight: number
  /** Only after a separator: elsewhere such a number begins an item of a list. */
  readonly separated: boolean
}

/** Printed numbers at the beginning of a note. */
export const NOTE_STARTS: readonly NoteStartPattern[] = [
  {
    name: 'spaced',
    weight: 2.5,
    separated: false,
    pattern: /^\s*(\d{1,3})\s+(?=["“«„(]?\s?(?:\p{Lu}|see\b|ibid\b))/u,
    examples: ['1 Dated and numbered in the chancellery.', '4 See note 1', '12 “The Board agreed”'],
    counterexamples: ['35 minutes.', '1) The plan', '5 o’clock - m.'],
  },
  {
    name: 'superscript',
    weight: 3,
    separated: false,
    pattern: /^\s*([¹²³⁰⁴-⁹]+)\s*(?=\S)/u,
    examples: ['¹ See the plan', '²Ibid.'],
  },
  {
    name: 'bracketed',
    weight: 2,
    separated: true,
    pattern: /^\s*\[(\d{1,3})\]\s*(?=\S)/u,
    examples: ['[1] See the plan'],
    counterexamples: ['[1934] The plan'],
  },
  {
    name: 'pointed',
    weight: 1,
    separated: true,
    pattern: /^\s*(\d{1,3})[.)]\s+(?=\S)/u,
    examples: ['1. See the plan', '2) See the plan'],
    counterexamples: ['1.5 tons'],
  },
  {
    name: 'glued',
    weight: 3,
    separated: false,
    pattern: /^\s*(\d{1,2})(?=\p{Lu}\p{Ll})/u,
    examples: ['3Judging by the ink', '4On May 4'],
    counterexamples: ['3 Judging', '12th'],
  },
  {
    name: 'word',
    weight: 3,
    separated: false,
    pattern: new RegExp(`^\\s*(${NUMBER_WORDS.join('|')})(?=\\p{Lu}\\p{Ll})`, 'u'),
    examples: ['oneOn September 20', 'twoSee note 3'],
    counterexamples: ['one on', 'oneself'],
  },
]

/** The value of a number word, or of digits and superscript digits; null where it is neither. */
export function readNoteNumber(printed: string): number | null {
  const word = NUMBER_WORDS.indexOf(printed)
  if (word >= 0) return word + 1
  const plain = printed.replace(/[¹²³⁰⁴-⁹]/gu, (digit) => digit.normalize('NFKC'))
  return /^\d+$/.test(plain) ? Number(plain) : null
}

/** A note's number that slid into the date it stood before ("On April 2 , 9," was "² On April 9,"); group 1 is the number. */
export const DISPLACED_NUMBERS: readonly Pattern[] = [
  {
    name: 'before the day',
    pattern: /^\s*On\s+\p{Lu}\p{L}+\s+(\d{1,2})\s*,\s*\d{1,2}\s*,/u,
    examples: ['On April 2 , 9, Ladygin agreed'],
    counterexamples: ['On April 2, 1934, the Board'],
  },
  {
    name: 'run into the day',
    pattern: /^\s*On\s+\p{Lu}\p{L}+\s+(\d)(?:3[2-9]|[4-9]\d|[0-3]\d)\s*,\s*\d{4}/u,
    examples: ['On July 131, 1934, the Board'],
    counterexamples: ['On July 31, 1934, the Board'],
  },
]

/** Something in a paragraph that makes it look like a note (`weight` > 0) or like the text of the letter (< 0). */
export interface NoteSign extends Pattern {
  readonly weight: number
}

/** Signs of notes and of letter text; the weights of all rows that match are added. */
export const NOTE_SIGNS: readonly NoteSign[] = [
  {
    name: 'citation',
    weight: 3,
    pattern:
      /\bIbid\b|[([][^()[\]]{0,40}\bF\.?\s*\d+[^()]{0,20}\bO[pn]\b|\bD\.\s?\d+\.\s?L{1,2}\.\s?\d/u,
    examples: ['(Ibid. L. 3)', '(TsGAN. F. 88. Op. 6. D. 1204. L. 2)'],
    counterexamples: ['F. Ladygin'],
  },
  {
    name: 'reference to another document',
    weight: 3,
    pattern: /\b[Ss]ee\s+(?:also\s+)?(?:[Nn]otes?|[Dd]ocuments?|[Ii]bid|pp?\.)(?=\s)/u,
    examples: ['See note 2 below.', 'see also Document 31'],
  },
  {
    name: 'secretary or office',
    weight: 3,
    pattern:
      /\b(?:entered|added|made|written|stamped|dated|timed|numbered)\s+(?:by|in|at)\s+(?:the\s+|a\s+)?(?:secretar(?:y|iat)|chancell(?:e?ry|or)|clerk|registr(?:y|ar))|^[^a-z]*(?:The\s+)?[Dd]ate\b.{0,20}\b(?:decr|decip|recei|entered)/u,
    examples: [
      'Dated and numbered in the chancellery.',
      'The hour was added by a clerk.',
      'The hour was written by the secretary.',
      '2 Date received.',
    ],
  },
  {
    name: 'same day',
    weight: 2,
    pattern: /\b[Oo]n the same day\b|^\W*\d*\s*We are talking about\b/u,
    examples: ['The lock was shut on the same day', 'We are talking about pilots.'],
  },
  {
    name: 'dated beginning',
    weight: 1.5,
    pattern: /^\s*\d{0,2}\s*(?:On|By decision of .{0,40} of)\s+\p{Lu}\p{Ll}+\s+\d{1,3}\s?,/u,
    examples: ['On July 31, 1934, the Board'],
    counterexamples: ['On Monday we'],
  },
  {
    name: 'book',
    weight: 1.5,
    pattern: /\b(?:pp?\.\s?\d+|Vol\.\s?[IVXLC\d]+|M\.,\s?\d{4})/u,
    examples: ['M., 1998.', 'Vol. IV. pp. 204–209'],
  },
  {
    name: 'list item',
    weight: -3,
    pattern: /^\s*\d{1,2}\s?\)|^\s*[a-z]\)\s/u,
    examples: ['1) The plan', 'a) to wait'],
  },
  {
    name: 'first person',
    weight: -1.5,
    pattern: /^.{0,160}\b(?:I|[Ww]e|my|our|[Yy]ours?|us|you)\b(?!\s+are talking)/su,
    examples: ['I have read your letter.', 'Today we met.'],
    counterexamples: ['The Board agreed.'],
  },
]

/** Words of a note that say where its callout stands: `place` is tested on the text before the callout, "foot" is the end of the letter. */
export interface NotePlace extends Pattern {
  readonly place: RegExp | 'foot'
  /** Added to the cost of a link where the place is the one named, and where it is not. */
  readonly fit: number
  readonly misfit: number
}

/** Notes whose words tell their place; tested on the first 200 characters. */
export const NOTE_PLACES: readonly NotePlace[] = [
  {
    name: 'secretary or office',
    place: 'foot',
    fit: -1.5,
    misfit: 1.5,
    pattern:
      /(?:[Nn]umber(?:ed)?|[Dd]ated?|[Tt]imed?|[Aa]ddress(?:ed)?|[Pp]laced?)\b.{0,60}(?:secretar(?:y|iat)\b|chancell|clerk\b|registr(?:y|ar)\b|decr|decip)|^\W*\d*\s*(?:Sent|Departed) (?:on|in|from)\b/u,
    examples: ['2 Dated and numbered in the chancellery.', '1 Date by the secretary.'],
    counterexamples: ['The date of the meeting was moved.', 'Dated the 5th by mistake.'],
  },
  {
    name: 'answer',
    place: /\b(?:opinion|consent|objections?|agree|answer|instructions?|reply)\W*$/iu,
    fit: -0.8,
    misfit: 0,
    pattern: /\b(?:agreed|consent|replied|answered|responded|objected)\b/u,
    examples: ['1 Torpov agreed by cable.', 'Torpov replied from Gavan'],
    counterexamples: ['The boats were raised.'],
  },
]
