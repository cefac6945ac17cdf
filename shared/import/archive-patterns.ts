import type { Pattern } from './pattern.ts'

/** The parts of a Russian archive reference, from large to small. */
export type ArchiveField = 'fond' | 'opis' | 'delo' | 'leaf'

/** The labels of one part, as a sticky pattern that takes the label with its full stop. */
export interface ArchiveLabel extends Pattern {
  readonly field: ArchiveField
}

/** Labels in Latin and Cyrillic print, with what machines make of them ("On." for "Op."). */
export const ARCHIVE_LABELS: readonly ArchiveLabel[] = [
  {
    name: 'fond',
    field: 'fond',
    pattern: /(?:fond|coll|f|фонд|ф)(?!\p{L})\.?\s*/iuy,
    examples: ['F. 613', 'F 613', 'f. 640', 'Ф. 613'],
    counterexamples: ['Form'],
  },
  {
    name: 'opis',
    field: 'opis',
    pattern: /(?:opis|op|on|inv|inventory|list|оп|опись)(?!\p{L})\.?\s*/iuy,
    examples: ['Op. 11', 'Op 3', 'On. 11', 'inv. 3', 'Оп. 11'],
    counterexamples: ['Original'],
  },
  {
    name: 'delo',
    field: 'delo',
    pattern: /(?:delo|file|d|дело|д)(?!\p{L})\.?\s*/iuy,
    examples: ['D. 207', 'file 1204', 'д. 12'],
    counterexamples: ['Draft'],
  },
  {
    name: 'leaf',
    field: 'leaf',
    pattern: /(?:ll|l|sheets?|leaf|leaves|fol|лл|л)(?!\p{L})\.?\s*/iuy,
    examples: ['L. 33', 'll. 21-22', 'sheet 5', 'Л. 34'],
    counterexamples: ['Letter'],
  },
]

/** A value that a machine misread, with what it stands for. */
export interface MisreadValue extends Pattern {
  readonly value: string
}

/** Values that are no numbers in print: П is 11 read as a letter, З is 3, and numbers in words. */
export const MISREAD_VALUES: readonly MisreadValue[] = [
  ...(
    [
      ['P', '11'],
      ['П', '11'],
      ['PO', '110'],
      ['ПО', '110'],
      ['Z', '3'],
      ['З', '3'],
      ['O', '0'],
      ['one', '1'],
      ['two', '2'],
      ['three', '3'],
      ['four', '4'],
      ['five', '5'],
      ['six', '6'],
      ['seven', '7'],
      ['eight', '8'],
      ['nine', '9'],
      ['ten', '10'],
    ] as const
  ).map(([printed, value]) => ({
    name: `${printed} for ${value}`,
    value,
    pattern: new RegExp(`^${printed}$`, printed.length > 2 ? 'iu' : 'u'),
    examples: [printed],
  })),
]

const REPOSITORY = '\\p{Lu}\\p{L}*\\p{Lu}\\p{L}*(?:\\s\\p{Lu}{2,4})?'

/** The acronym of an archive at the start of a reference: one word of capitals or two. */
export const REPOSITORY_PATTERN: Pattern = {
  name: 'repository',
  pattern: new RegExp(
    `^(${REPOSITORY})[.,]?\\s*(?=(?:[Ff]ond|[Ff]|[Фф]онд|[Фф])(?!\\p{L})\\.?\\s*[\\p{L}\\d])`,
    'u',
  ),
  examples: ['TsGAN F. 613', 'TSGAVT. F. 88', 'GA RV. F. 75', 'ЦГАН. Ф. 613'],
  counterexamples: ['Autograph F', 'F. 613'],
}

/** The word that announces the letter's own references. */
export const ARCHIVE_LABEL = /^\s*(?:archives?|архив)\s*[:.]\s*/iu

/** Where an archive part begins that was run into a heading. */
export const ARCHIVE_START = new RegExp(
  `\\s*(?:[Aa]rchives?|[Аа]рхив)\\s*:|\\s+${REPOSITORY}[.,]?\\s+[FfФ]\\.?\\s*\\d`,
  'u',
)

/** Between two references of one line: a semicolon, "and", or a full stop before the next fond. */
export const ARCHIVE_SEPARATOR = new RegExp(
  `\\s*;\\s*|[.,]?\\s+(?:and|и)\\s+(?=(?:${REPOSITORY}[.,]?\\s+)?(?:F|Ф|Op|D|L)\\.?\\s*\\d)|(?<=\\p{Ll}{3}\\.)\\s+(?=(?:${REPOSITORY}[.,]?\\s+)?(?:F|Ф)\\.\\s*\\d)`,
  'u',
)

/** A leaf or several: numbers with side, ranges and lists; "v", "verso", "rev.", "ob." are the back of a leaf. */
export const LEAF_PATTERN: Pattern = {
  name: 'leaf',
  pattern:
    /\d+(?:\s?(?:verso|recto|rev|ob|об|v|r|a|б|а)(?!\p{L})\.?)?(?:\s?[,–—-]\s?\d+(?:\s?(?:verso|recto|rev|ob|об|v|r|a|б|а)(?!\p{L})\.?)?)*/uy,
  examples: ['33', '33–38', '112, 112v', '21–22 rev.', '12 verso', '112-113ob.'],
  counterexamples: ['v'],
}

/** Lines that are the letter's own reference, and lines that are not. */
export const ARCHIVE_EXAMPLES: Pattern = {
  name: 'archive line',
  pattern: /./,
  examples: [
    'Archive: TsGAN F. 613. Op. 4. D. 1020. L. 33. Holograph.',
    'F. 613. On. 7. D. 219. L. 40, 40v. Holograph.',
    'TsGAN, f. 640, op. 5, d. 9, ll. 21-22.',
    'ЦГАН. Ф. 613. Оп. 4. Д. 1020. Л. 34.',
    'Archive: TsGAN F. 613. Op. P. D. 1020. L. five. Copy.',
  ],
  counterexamples: [
    'Ibid. F. 613. Op. 4. D. 1020. L. 35.',
    '(TsGAN. F. 88. Op. 6. D. 1204. L. 2)',
    'F. Ladygin was there.',
    'The archive is closed.',
    'D. 207',
  ],
}
