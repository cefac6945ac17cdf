import { MONTHS } from './date-patterns.ts'
import { NUMBER_WORDS } from './note-marks.ts'
import type { Pattern } from './pattern.ts'

const RUSSIAN_MONTHS = [...MONTHS.keys()].filter((month) => /^[а-я]+$/.test(month)).join('|')

/** The ways of printing marks that do not mix in one block of notes. */
export type NoteStyle = 'plain' | 'bracketed' | 'parenthesised' | 'closed' | 'sign'

/** How a note's number stands in print; group 1 is the number. `weight` is how much it makes a paragraph look like a note. */
export interface NoteStartPattern extends Pattern {
  readonly style: NoteStyle
  readonly weight: number
  /** Only after a separator: elsewhere such a number begins an item of a list. */
  readonly separated: boolean
}

/** Printed numbers at the beginning of a note. */
export const NOTE_STARTS: readonly NoteStartPattern[] = [
  {
    name: 'spaced',
    style: 'plain',
    weight: 2.5,
    separated: false,
    pattern: new RegExp(
      `^\\s*(\\d{1,3})\\s+(?=["“«„(]?\\s?(?:\\p{Lu}|see(?!\\p{L})|ibid(?!\\p{L})|см\\.|там же|\\d{1,2}\\s+(?:${RUSSIAN_MONTHS})\\s))`,
      'u',
    ),
    examples: [
      '1 Dated and numbered in the chancellery.',
      '4 See note 1',
      '12 “The Board agreed”',
      '2 см. примечание 1',
      '3 4 февраля 1931 г. Правление',
    ],
    counterexamples: ['35 minutes.', '1) The plan', '5 o’clock - m.'],
  },
  {
    name: 'superscript',
    style: 'plain',
    weight: 3,
    separated: false,
    pattern: /^\s*([¹²³⁰⁴-⁹]+)\s*(?=\S)/u,
    examples: ['¹ See the plan', '²Ibid.'],
  },
  {
    name: 'bracketed',
    style: 'bracketed',
    weight: 2,
    separated: false,
    pattern: /^\s*\[(\d{1,3})\]\s*(?=\S)/u,
    examples: ['[1] See the plan'],
    counterexamples: ['[1934] The plan'],
  },
  {
    name: 'parenthesised',
    style: 'parenthesised',
    weight: 1,
    separated: true,
    pattern: /^\s*\((\d{1,3})\)\s*(?=\S)/u,
    examples: ['(1) See the plan'],
    counterexamples: ['(1934) The plan'],
  },
  {
    name: 'closed',
    style: 'closed',
    weight: 1,
    separated: true,
    pattern: /^\s*(\d{1,3})\)\s*(?=\S)/u,
    examples: ['2) See the plan'],
    counterexamples: ['1. See'],
  },
  {
    name: 'pointed',
    style: 'plain',
    weight: 1,
    separated: true,
    pattern: /^\s*(\d{1,3})\.\s+(?=\S)/u,
    examples: ['1. See the plan'],
    counterexamples: ['1.5 tons'],
  },
  {
    name: 'glued',
    style: 'plain',
    weight: 3,
    separated: false,
    pattern: /^\s*(\d{1,2})(?=\p{Lu}\p{Ll})/u,
    examples: ['3Judging by the ink', '4On May 4', '2Там же'],
    counterexamples: ['3 Judging', '12th'],
  },
  {
    name: 'word',
    style: 'plain',
    weight: 3,
    separated: false,
    pattern: new RegExp(`^\\s*(${NUMBER_WORDS})(?=\\p{Lu}\\p{Ll})`, 'u'),
    examples: ['oneOn September 20', 'twoSee note 3', 'одинТам же'],
    counterexamples: ['one on', 'oneself'],
  },
  {
    name: 'starred',
    style: 'sign',
    weight: 2.5,
    separated: false,
    pattern: /^\s*([*＊]{1,6})\s*(?=["“«„(]?[\p{L}\d])/u,
    examples: ['* See the plan', '**Ibid.'],
    counterexamples: ['* * *', '***'],
  },
  {
    name: 'daggered',
    style: 'sign',
    weight: 3,
    separated: false,
    pattern: /^\s*([†‡]{1,2})\s*(?=\S)/u,
    examples: ['† See the plan', '‡‡ Ibid.'],
  },
  {
    name: 'raised letter',
    style: 'sign',
    weight: 3,
    separated: false,
    pattern: /^\s*([ᵃᵇᶜᵈᵉᶠᵍ])\s*(?=\S)/u,
    examples: ['ᵃ See the plan'],
  },
  {
    name: 'bracketed letter',
    style: 'sign',
    weight: 1.5,
    separated: false,
    pattern: /^\s*\[([a-zа-я])\]\s*(?=\S)/u,
    examples: ['[a] See the plan', '[б] См. план'],
    counterexamples: ['[ab] The plan'],
  },
]

/** A line that heads the notes of a letter or a page. */
export const NOTE_HEADING: Pattern = {
  name: 'heading of notes',
  pattern:
    /^\s*(?:(?:foot|end)?notes?|примечани[яе]|сноск[иа]|комментари[ий]|anmerkungen)\s*[:.]?\s*$/iu,
  examples: ['Notes', 'NOTES:', 'Примечания', 'ПРИМЕЧАНИЯ:', 'Footnotes'],
  counterexamples: ['Notes on the plan', 'Notebook'],
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
  /** Only for texts in this script. */
  readonly script?: 'Cyrillic'
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
    name: 'Russian citation',
    script: 'Cyrillic',
    weight: 3,
    pattern:
      /(?<!\p{L})Там же(?!\p{L})|[([][^()[\]]{0,40}(?<!\p{L})Ф\.?\s*\d+[^()]{0,20}(?<!\p{L})Оп(?!\p{L})|(?<!\p{L})Д\.\s?\d+\.\s?Л{1,2}\.\s?\d/u,
    examples: ['(Там же. Л. 3)', '(ЦГАН. Ф. 88. Оп. 6. Д. 1204. Л. 2)'],
    counterexamples: ['Ф. Ладыгин'],
  },
  {
    name: 'Russian remark',
    script: 'Cyrillic',
    weight: 3,
    pattern:
      /(?<!\p{L})(?:[Сс]м\.(?:\s+также)?\s+(?:прим|док)|[Вв]писан\p{L}*\s+секретар|[Рр]ечь идёт|[Рр]ечь идет|[Ии]меется в виду|[Ии]меются в виду|Так в (?:тексте|оригинале|документе|подлиннике)|[Пп]рим(?:\.|ечание)\s?(?:ред|сост|авт|пер)|[Дд]ата расшифровки|[Дд]алее зач[её]ркнуто)/u,
    examples: [
      'См. примечание 3',
      'Число и номер вписаны секретарём.',
      'Речь идёт о плотине.',
      'Так в тексте.',
      '— Прим. ред.',
    ],
    counterexamples: ['См. туда'],
  },
  {
    name: 'remark on the sheet',
    weight: 2.5,
    pattern:
      /\b[Ss]o in the (?:text|original|document)\b|\b(?:on|in) the (?:first|last|upper|left|right|back)\b.{0,30}\b(?:sheet|corner|page|margin)\b|\bend of the (?:sheet|document|page)\b|\bcrossed out\b/iu,
    examples: [
      'So in the text.',
      'On the first sheet there is a mark',
      'The words were crossed out.',
    ],
    counterexamples: ['So it is.'],
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
    name: 'Russian dated beginning',
    script: 'Cyrillic',
    weight: 1.5,
    pattern: new RegExp(
      `^\\s*(?:\\d{1,2}\\s+)?\\d{1,2}\\s+(?:${RUSSIAN_MONTHS})\\s+\\d{4}\\s?г`,
      'u',
    ),
    examples: ['1 31 июля 1934 г. Правление', '4 мая 1934 года'],
    counterexamples: ['4 баржи'],
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
  {
    name: 'Russian first person',
    script: 'Cyrillic',
    weight: -1.5,
    pattern:
      /^.{0,160}(?<!\p{L})(?:[Яя]|[Мм]ы|[Мм]ой|[Нн]аш\p{L}*|[Вв]ам|[Вв]ас|[Вв]ы|[Вв]аш\p{L}*|нам|нас)(?!\p{L})/su,
    examples: ['Мы встретились.', 'Сегодня я прочёл.'],
    counterexamples: ['Правление решило.'],
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
  {
    name: 'Russian secretary or office',
    place: 'foot',
    fit: -1.5,
    misfit: 1.5,
    pattern:
      /(?:[Чч]исл|[Дд]ат|[Нн]омер|[Вв]рем)\p{L}*.{0,60}(?:вписан|секретар|канцеляр|расшифров)/u,
    examples: ['2 Число и номер вписаны секретарём.', 'Дата расшифровки.'],
    counterexamples: ['Дата заседания перенесена.'],
  },
  {
    name: 'Russian answer',
    place: /(?<!\p{L})(?:мнени|согласи|указани|возражени|ответ)\p{L}*\P{L}*$/iu,
    fit: -0.8,
    misfit: 0,
    pattern: /(?<!\p{L})(?:согласи(?:ем|лся)|ответил|возразил)/u,
    examples: ['Торпов ответил согласием', 'В тот же день Торпов согласился'],
    counterexamples: ['Баржи подняли.'],
  },
]
