import { cleanText, isFullOfControls } from './clean-text.ts'
import { decodeText, type EncodingHints } from './decode-text.ts'
import type { EncodingGuess, PageEncoding } from './encodings.ts'

/** What decoding or converting a source did or assumed. */
export type DecodeNoteCode =
  | 'bom-removed'
  | 'line-ends'
  | 'illegal-characters'
  | 'lone-surrogates'
  | 'bidi-controls'
  | 'encoding-guessed'
  | 'encoding-declared'
  | 'encoding-chosen'
  | 'damaged-bytes'
  | 'left-out'
  | 'numbers-made'
  | 'tracked-changes'
  | 'comments-left-out'
  | 'margins-left-out'
  | 'converted'
  | 'view-source'
  | 'skipped-files'

/** Something that decoding changed or assumed: a code, a plain English sentence, and how many characters or things it touched. */
export interface DecodeNote {
  readonly code: DecodeNoteCode
  readonly message: string
  readonly count: number
}

/** A decoded page with all that was done to it, or the reason why it is refused. */
export type DecodedPage =
  | {
      readonly ok: true
      readonly text: string
      readonly encoding: PageEncoding
      /** How sure the encoding is, 0 to 1. */
      readonly confidence: number
      /** What else the bytes could be, best first. */
      readonly alternatives: readonly EncodingGuess[]
      readonly notes: readonly DecodeNote[]
    }
  | {
      readonly ok: false
      readonly code: 'empty' | 'binary' | 'encoding'
      readonly message: string
    }

/**
 * Bytes of a page → its text, in the encoding chosen, declared or found by its bytes. The byte order mark goes, CRLF and CR become LF,
 * characters XML 1.0 forbids are shown as their U+2400 pictures; `notes` says all of it. Empty files, binary data and broken encodings are
 * refused with a sentence for people; nothing throws.
 */
export function decodePage(bytes: Uint8Array, hints: EncodingHints = {}): DecodedPage {
  const decoded = decodeText(bytes, hints)
  if (!decoded.ok) return decoded
  const { text, notes } = cleanText(decoded.text)
  if (text.trim() === '') return { ok: false, code: 'empty', message: 'The file holds no text.' }
  if (isFullOfControls(decoded.text)) {
    const message = 'The file is full of control characters: it is not plain text.'
    return { ok: false, code: 'binary', message }
  }
  return { ...decoded, text, notes: [...decoded.notes, ...notes] }
}
