import { type Decoded, decodeUtf8, decodeUtf16, decodeWindows1251 } from './decode-bytes.ts'

/** The encodings a page is read in. */
export type PageEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251'

/** Something that decoding changed or assumed: a code, a plain English sentence, and how many characters it touched. */
export interface DecodeNote {
  readonly code:
    | 'bom-removed'
    | 'line-ends'
    | 'illegal-characters'
    | 'lone-surrogates'
    | 'encoding-guessed'
  readonly message: string
  readonly count: number
}

/** A decoded page with all that was done to it, or the reason why it is refused. */
export type DecodedPage =
  | {
      readonly ok: true
      readonly text: string
      readonly encoding: PageEncoding
      readonly notes: readonly DecodeNote[]
    }
  | {
      readonly ok: false
      readonly code: 'empty' | 'binary' | 'encoding'
      readonly message: string
    }

/** First bytes of files that people drop by mistake, with the words for them. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly name: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], name: 'a PDF file' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], name: 'a zip archive or an office document' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG image' },
  { bytes: [0xff, 0xd8, 0xff], name: 'a JPEG image' },
  { bytes: [0x47, 0x49, 0x46, 0x38], name: 'a GIF image' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'an old office document' },
  { bytes: [0x1f, 0x8b], name: 'a gzip archive' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: 'a rich text (RTF) file' },
]

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte)
}

function refuse(code: 'empty' | 'binary' | 'encoding', message: string): DecodedPage {
  return { ok: false, code, message }
}

/** The two kinds of file that hold zero bytes: UTF-16 without a mark (every other byte is zero) and binary data. */
function refuseZeros(bytes: Uint8Array): DecodedPage | null {
  let even = 0
  let odd = 0
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 0) continue
    if (at % 2 === 0) even++
    else odd++
  }
  if (even + odd === 0) return null
  const most = Math.max(even, odd)
  if (most > bytes.length * 0.2 && Math.min(even, odd) < most * 0.05)
    return refuse(
      'encoding',
      'The file seems to be UTF-16 without a byte order mark; save it as UTF-8.',
    )
  return refuse('binary', `The file holds ${even + odd} zero bytes: it is not plain text.`)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML 1.0 forbids (production 2, Char).
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters tell binary data from text.
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f]/g

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** One line-end convention, no mark, no character that XML 1.0 cannot hold; each change is noted. */
function clean(raw: string, encoding: PageEncoding, guessed: readonly DecodeNote[]): DecodedPage {
  const notes: DecodeNote[] = [...guessed]
  const note = (code: DecodeNote['code'], message: string, n: number): void => {
    if (n > 0) notes.push({ code, message, count: n })
  }
  const marked = raw.startsWith('\ufeff')
  let text = marked ? raw.slice(1) : raw
  if (text.trim() === '') return refuse('empty', 'The file holds no text.')
  if (count(text, CONTROL) > Math.max(8, text.length * 0.02))
    return refuse('binary', 'The file is full of control characters: it is not plain text.')
  note('bom-removed', 'The byte order mark at the start was removed.', marked ? 1 : 0)
  const ends = count(text, /\r\n?/g)
  if (ends > 0) text = text.replace(/\r\n?/g, '\n')
  note('line-ends', `${ends} line ends of other systems became line feeds.`, ends)
  const illegal = count(text, ILLEGAL)
  if (illegal > 0)
    text = text.replace(ILLEGAL, (character) => {
      const unit = character.charCodeAt(0)
      return unit < 0x20 ? String.fromCharCode(0x2400 + unit) : '\ufffd'
    })
  note('illegal-characters', `${illegal} control characters are shown as pictures.`, illegal)
  if (!text.isWellFormed()) {
    const lone = count(
      text,
      /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    )
    text = text.toWellFormed()
    note('lone-surrogates', `${lone} halves of characters are shown as \ufffd.`, lone)
  }
  return { ok: true, text, encoding, notes }
}

/** windows-1251 as the last resort: refused where the bytes are mostly good UTF-8 or would not make words. */
function decodeLegacy(bytes: Uint8Array, utf8: Decoded & { ok: false }): DecodedPage {
  const where = `byte ${utf8.offset + 1}`
  if (utf8.multibyte >= 4)
    return refuse('encoding', `The file is damaged UTF-8: ${where} cannot be read.`)
  const legacy = decodeWindows1251(bytes)
  if (!legacy.ok)
    return refuse('encoding', `The file is neither UTF-8 (${where}) nor windows-1251.`)
  const high = count(legacy.text, /[\u0080-\uffff]/g)
  const letters = count(legacy.text, /[А-яЁё–—“”„«»’‘…№\u00a0]/g)
  if (letters < high * 0.8)
    return refuse('encoding', `The file is neither UTF-8 (${where}) nor readable windows-1251.`)
  const message = `The file is not UTF-8 (${where}); it was read as windows-1251.`
  return clean(legacy.text, 'windows-1251', [{ code: 'encoding-guessed', message, count: high }])
}

const isMarked16 = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])

function decodeMarked16(bytes: Uint8Array): DecodedPage {
  const order = bytes[0] === 0xff ? 'little' : 'big'
  const wide = decodeUtf16(bytes, order)
  if (!wide.ok) return refuse('encoding', 'The file is UTF-16 cut off in a character.')
  if (wide.text.includes('\u0000'))
    return refuse('binary', 'The file holds zero characters: it is not plain text.')
  return clean(wide.text, order === 'little' ? 'utf-16le' : 'utf-16be', [])
}

/**
 * Bytes of a page → its text: UTF-8 with or without a mark, UTF-16 with one, windows-1251 only when it is nothing else.
 * The mark goes, CRLF and CR become LF, characters XML 1.0 forbids are shown as their U+2400 pictures; `notes` says all of it.
 * Empty files, binary data and broken encodings are refused with a sentence for people; nothing throws.
 */
export function decodePage(bytes: Uint8Array): DecodedPage {
  if (bytes.length === 0) return refuse('empty', 'The file is empty.')
  const known = SIGNATURES.find((signature) => startsWith(bytes, signature.bytes))
  if (known !== undefined) return refuse('binary', `The file is ${known.name}, not plain text.`)
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff]))
    return refuse('encoding', 'The file is UTF-32, which is not supported; save it as UTF-8.')
  if (isMarked16(bytes)) return decodeMarked16(bytes)
  const zeros = refuseZeros(bytes)
  if (zeros !== null) return zeros
  const utf8 = decodeUtf8(bytes)
  return utf8.ok ? clean(utf8.text, 'utf-8', []) : decodeLegacy(bytes, utf8)
}
