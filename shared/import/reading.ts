import type { Pairing } from './languages/pairing.ts'

/** What a printed line of a letter is. */
export type LineKind =
  | 'heading'
  | 'archive'
  | 'opener'
  | 'paragraph'
  | 'closer'
  | 'postscript'
  | 'separator'
  | 'note'

/**
 * One non-blank line of the page that belongs to the letter. `line` is 1-based; `text` is the line exactly as decoded, not trimmed.
 * `note` is an index into the letter's notes; `number` is the printed note number, in UTF-16 units of `text`.
 */
export interface LineReading {
  readonly line: number
  readonly text: string
  readonly kind: LineKind
  readonly note?: number
  readonly number?: { readonly from: number; readonly to: number }
}

/**
 * A printed mark that calls a note. `from`..`to` are the characters of the mark (the digits) in the text of its line, in UTF-16 units;
 * `note` is an index into the letter's notes, null while nobody knows which note is meant; `why` is a plain English reason.
 */
export interface CalloutReading {
  readonly line: number
  readonly from: number
  readonly to: number
  readonly n: string
  readonly note: number | null
  readonly confidence: number
  readonly why: string
}

/** A note: its printed number (null where lost), the page lines it occupies, and the index of its callout, if one was found. */
export interface NoteReading {
  readonly n: string | null
  readonly lines: readonly number[]
  readonly callout: number | null
  readonly confidence: number
}

/**
 * The date of a heading: ISO values by certainty, the text as printed, and whether part of it is supplied in brackets.
 * Exactly one of `when`, `notBefore`/`notAfter`, `from`+`to` is present, or none where the print cannot be read.
 */
export interface DateReading {
  readonly when?: string
  readonly notBefore?: string
  readonly notAfter?: string
  readonly from?: string
  readonly to?: string
  readonly text: string
  readonly supplied: boolean
  readonly confidence: number
}

/** One archive reference of the letter itself; fields without their labels, empty where absent; read values named in `inferred`. */
export interface ArchiveReading {
  readonly repository: string
  readonly fond: string
  readonly opis: string
  readonly delo: string
  readonly leaf: string
  readonly form: string
  readonly text: string
  readonly inferred?: readonly string[]
  readonly line: number
}

/** What a found span is. */
export type FindKind =
  | 'sender'
  | 'recipient'
  | 'date'
  | 'time'
  | 'dispatch-number'
  | 'incoming-number'
  | 'secrecy'
  | 'copy'
  | 'address'
  | 'salutation'
  | 'point'
  | 'valediction'
  | 'signature'
  | 'postscript'
  | 'archive'
  | 'ibid'
  | 'document-reference'

/**
 * A span that a rule found: `from`..`to` in UTF-16 units of the text of its line (1-based); `value` is what it means (an ISO date, a
 * time of 24 hours, a number without its label, the reference that "Ibid." stands for …), `rule` the id of the rule.
 */
export interface FoundSpan {
  readonly kind: FindKind
  readonly line: number
  readonly from: number
  readonly to: number
  readonly value: string
  readonly confidence: number
  readonly rule: string
}

/** Something the recognition noticed: a code in kebab-case, a plain English sentence, the 1-based line of the page. */
export interface ProblemReading {
  readonly code: string
  readonly message: string
  readonly line: number
}

/**
 * A letter of a page. `lines` is the first and last line that belong to it, `line` that of the heading; `heading` is the heading as
 * printed without an archive part run into it; `content` holds every non-blank line of the letter in order, the heading first;
 * `finds` are in the order of the page; `language` is the ISO 639-1 code of the language it is written in.
 */
export interface LetterReading {
  readonly id: string
  readonly source: string
  readonly lines: readonly [number, number]
  readonly line: number
  readonly heading: string
  readonly senders: readonly string[]
  readonly recipients: readonly string[]
  readonly date: DateReading | null
  readonly archive: readonly ArchiveReading[]
  readonly content: readonly LineReading[]
  readonly notes: readonly NoteReading[]
  readonly callouts: readonly CalloutReading[]
  readonly finds: readonly FoundSpan[]
  readonly language: string
  readonly problems: readonly ProblemReading[]
}

/** A non-blank line of the page that belongs to no letter, with what it seems to be (`page-title`, `navigation`, `editorial`, `text`). */
export interface OutsideReading {
  readonly line: number
  readonly text: string
  readonly kind: string
}

/** What was found in one page: every non-blank line is in exactly one letter or outside; `pairings` says which letters are two languages of one text. */
export interface PageReading {
  readonly source: string
  readonly letters: readonly LetterReading[]
  readonly outside: readonly OutsideReading[]
  readonly pairings: readonly Pairing[]
}
