/**
 * Why a mark is linked to a note, or is not: code → English template with `{{a}}`, `{{b}}` for its values and `{{all}}` for all of them.
 * The interface has the same codes in its languages.
 */
export const WHY_CODES = {
  // Where the mark stands.
  'bracketed-mark': 'a mark in brackets',
  'raised-number': 'a raised number',
  asterisk: 'an asterisk or dagger behind a word',
  'bracketed-letter': 'a letter in brackets',
  'number-in-parentheses': 'a number in parentheses, as the notes are numbered',
  'glued-before-mark': 'a number run into the word before a punctuation mark',
  glued: 'a number run into the word before it',
  'before-spaced-mark': 'a number set off before a punctuation mark',
  'line-end': 'a number that ends the line',
  'transmission-line': 'a number after the time or the date of a transmission',
  'before-mark': 'a number after a word, before a punctuation mark',
  'between-sentences': 'a number between two sentences',
  'before-noun': 'a number before a noun that it may count',
  'amid-sentence': 'a number after a word it does not belong to',
  'number-word': 'a number written as a word, set off before a punctuation mark',
  'in-heading': 'a number in the heading',
  'format-mark': 'the file itself shows a raised mark',
  // What the note says.
  'same-number': 'the note is printed with the mark {{a}}',
  'lost-number': 'the note has lost its number and stands where note {{a}} belongs',
  'slid-number': 'the number {{a}} of the note has slid into its text',
  'other-number': 'the note in the place of {{a}} is printed with the number {{b}}',
  words: 'note and text share: {{all}}',
  'fitting-place': 'the note speaks of such a place',
  'format-link': 'the file itself links the mark to the note',
  'called-again': 'another {{a}} calls the same note, and every other note has its own mark',
  // Why there is no link.
  'already-called': 'another {{a}} already calls the note',
  'not-sure': 'no note for it is sure enough',
} as const

/** A code of `WHY_CODES`. */
export type WhyCode = keyof typeof WHY_CODES

/** A reason: its code and what fills its template. */
export interface WhyPart {
  readonly code: WhyCode
  readonly values: readonly string[]
}

const isCode = (code: string): code is WhyCode => Object.hasOwn(WHY_CODES, code)

/** Writes reasons as they are stored: `before-spaced-mark+same-number: 3+words: Kirov, grain`. Signs that part codes and values are taken out of the values. */
export function writeWhy(parts: readonly WhyPart[]): string {
  return parts
    .map(({ code, values }) => {
      const plain = values.map((value) => value.replace(/[+,:]/g, ' ').trim())
      return plain.length === 0 ? code : `${code}: ${plain.join(', ')}`
    })
    .join('+')
}

/** Reads stored reasons; null where they are none, as sentences stored before there were codes. */
export function readWhy(why: string): WhyPart[] | null {
  const parts: WhyPart[] = []
  for (const part of why.split('+')) {
    const [, code = '', values] = /^([a-z]+(?:-[a-z]+)*)(?:: (.*))?$/su.exec(part) ?? []
    if (!isCode(code)) return null
    parts.push({ code, values: values === undefined ? [] : values.split(', ') })
  }
  return parts
}

/** What fills the template of a reason. */
export function whyValues({ values }: WhyPart): { a: string; b: string; all: string } {
  return { a: values[0] ?? '', b: values[1] ?? '', all: values.join(', ') }
}

/** Stored reasons as an English sentence without a full stop; a sentence stored before there were codes comes back as it is. */
export function whyInEnglish(why: string): string {
  const parts = readWhy(why)
  if (parts === null) return why
  return parts
    .map((part) => {
      const values = whyValues(part)
      return WHY_CODES[part.code].replace(
        /\{\{(a|b|all)\}\}/g,
        (_, key: 'a' | 'b' | 'all') => values[key],
      )
    })
    .join('; ')
}
