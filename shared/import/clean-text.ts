import type { DecodeNote, DecodeNoteCode } from './decode-page.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML 1.0 forbids (production 2, Char).
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters tell binary data from text.
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f]/g
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

function count(text: string, pattern: RegExp): number {
  let found = 0
  pattern.lastIndex = 0
  while (pattern.test(text)) found++
  return found
}

/** Whether so many characters are control characters that nobody can have written it. */
export function isFullOfControls(text: string): boolean {
  return count(text, CONTROL) > Math.max(8, text.length * 0.02)
}

/** Text that XML 1.0 can hold: control characters as their U+2400 pictures, halves of characters as U+FFFD; each change is noted. */
export function showIllegal(raw: string): { text: string; notes: DecodeNote[] } {
  const notes: DecodeNote[] = []
  const note = (code: DecodeNoteCode, message: string, n: number): void => {
    if (n > 0) notes.push({ code, message, count: n })
  }
  let text = raw
  const illegal = count(text, ILLEGAL)
  if (illegal > 0)
    text = text.replace(ILLEGAL, (character) => {
      const unit = character.charCodeAt(0)
      return unit < 0x20 ? String.fromCharCode(0x2400 + unit) : '\ufffd'
    })
  note('illegal-characters', `${illegal} control characters are shown as pictures.`, illegal)
  if (!text.isWellFormed()) {
    const lone = count(text, LONE)
    text = text.toWellFormed()
    note('lone-surrogates', `${lone} halves of characters are shown as \ufffd.`, lone)
  }
  const bidi = count(text, BIDI)
  note('bidi-controls', `${bidi} invisible marks of writing direction are kept.`, bidi)
  return { text, notes }
}

/** One line-end convention, no byte order mark, nothing that XML 1.0 cannot hold; each change is noted. */
export function cleanText(raw: string): { text: string; notes: DecodeNote[] } {
  const notes: DecodeNote[] = []
  let text = raw
  if (raw.startsWith('\ufeff')) {
    text = raw.slice(1)
    const message = 'The byte order mark at the start was removed.'
    notes.push({ code: 'bom-removed', message, count: 1 })
  }
  const ends = count(text, /\r\n?/g)
  if (ends > 0) {
    text = text.replace(/\r\n?/g, '\n')
    const message = `${ends} line ends of other systems became line feeds.`
    notes.push({ code: 'line-ends', message, count: ends })
  }
  const shown = showIllegal(text)
  return { text: shown.text, notes: [...notes, ...shown.notes] }
}
