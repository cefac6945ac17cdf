import {
  type Decoded,
  decodeDamagedUtf8,
  decodeSingleByte,
  decodeUtf8,
  decodeUtf16,
} from './decode-bytes.ts'
import type { DecodedPage, DecodeNote } from './decode-page.ts'
import { detectEncoding, type RatedEncoding, READABLE } from './detect-encoding.ts'
import type { EncodingGuess, PageEncoding } from './encodings.ts'
import { nameBinary, startsWith } from './file-signature.ts'

/** What is known of the encoding beforehand: chosen by a person (beats all), or declared in the file. */
export interface EncodingHints {
  readonly chosen?: PageEncoding | undefined
  readonly declared?: PageEncoding | null | undefined
}

type Refusal = DecodedPage & { ok: false }

const refuse = (code: Refusal['code'], message: string): Refusal => ({ ok: false, code, message })

function accept(text: string, encoding: PageEncoding, notes: readonly DecodeNote[]): DecodedPage {
  return { ok: true, text, encoding, confidence: 1, alternatives: [], notes }
}

/** Decodes in one encoding; nothing is mended. */
export function decodeAs(bytes: Uint8Array, encoding: PageEncoding): Decoded {
  if (encoding === 'utf-8') return decodeUtf8(bytes)
  if (encoding === 'utf-16le') return decodeUtf16(bytes, 'little')
  if (encoding === 'utf-16be') return decodeUtf16(bytes, 'big')
  return decodeSingleByte(bytes, encoding)
}

const isUtf32 = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])

/** Bytes at places 0 to 3 of each four that are zero: UTF-32 has two neighbours of the four zero, UTF-16 every other one. */
function countZeros(bytes: Uint8Array): readonly [number, number, number, number] {
  const zeros: [number, number, number, number] = [0, 0, 0, 0]
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) zeros[at % 4]!++
  return zeros
}

/** The byte order of UTF-16 without a mark: nearly all high bytes are those of Latin, Cyrillic or punctuation. Null where it is something else. */
function findUnmarked16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null
  const high = [0, 0]
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0 || bytes[at] === 4) high[at % 2]!++
  const [even = 0, odd = 0] = high
  const half = bytes.length / 2
  const most = Math.max(even, odd)
  if (most < half * 0.8 || Math.min(even, odd) > half * 0.2) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

function decode16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', notes: DecodeNote[]) {
  const wide = decodeAs(bytes, encoding)
  return wide.ok
    ? accept(wide.text, encoding, notes)
    : refuse('encoding', 'The file is UTF-16 cut off in a character.')
}

function decodeChosen(bytes: Uint8Array, chosen: PageEncoding): DecodedPage {
  const name = chosen.toUpperCase()
  const message = `The file was read as ${name}, as chosen.`
  const notes: DecodeNote[] = [{ code: 'encoding-chosen', message, count: 1 }]
  const decoded = decodeAs(bytes, chosen)
  if (decoded.ok) return accept(decoded.text, chosen, notes)
  if (chosen !== 'utf-8')
    return refuse('encoding', `The file is not ${name}: byte ${decoded.offset + 1} is not in it.`)
  const { text, damaged } = decodeDamagedUtf8(bytes)
  const shown = `${damaged} bytes that are not UTF-8 are shown as \ufffd.`
  return accept(text, chosen, [...notes, { code: 'damaged-bytes', message: shown, count: damaged }])
}

const SAMPLE = 120
const SAMPLED_BYTES = 4000

/** How the text would begin: from the first character on that is not ASCII, where the encodings differ. */
function sampleOf(bytes: Uint8Array, encoding: PageEncoding): string {
  const first = bytes.findIndex((byte) => byte >= 0x80)
  const from = Math.max(0, first - 20)
  const decoded = decodeAs(bytes.subarray(from, from + SAMPLED_BYTES), encoding)
  return decoded.ok ? decoded.text.replace(/\s+/g, ' ').trim().slice(0, SAMPLE) : ''
}

function guessesOf(bytes: Uint8Array, rated: readonly RatedEncoding[]): EncodingGuess[] {
  return rated.slice(0, 5).map(({ encoding, confidence }) => ({
    encoding,
    confidence: Math.round(confidence * 1000) / 1000,
    sample: sampleOf(bytes, encoding),
  }))
}

/** How far behind the best a declared encoding may be, in mean log likelihood, and still be believed. */
const BELIEVED = 1

/** Encodings of one byte as the last resort: refused where the bytes are mostly good UTF-8 or would not make words. */
function decodeLegacy(
  bytes: Uint8Array,
  utf8: Decoded & { ok: false },
  declared: PageEncoding | null,
): DecodedPage {
  const where = `byte ${utf8.offset + 1}`
  const high = bytes.reduce((sum, byte) => sum + (byte >> 7), 0)
  const damaged = decodeDamagedUtf8(bytes)
  if (damaged.multibyte >= 4 && damaged.multibyte * 2 > high * 0.8)
    return refuse('encoding', `The file is damaged UTF-8: ${where} cannot be read.`)
  const rated = detectEncoding(bytes)
  const [best] = rated
  if (best === undefined || best.mean < READABLE)
    return refuse('encoding', `The file is neither UTF-8 (${where}) nor in any Russian encoding.`)
  const named = rated.find(
    ({ encoding, mean }) => encoding === declared && mean > best.mean - BELIEVED,
  )
  const taken = named ?? best
  const decoded = decodeSingleByte(bytes, taken.encoding)
  if (!decoded.ok) return refuse('encoding', `The file is not UTF-8 (${where}).`)
  const name = taken.encoding
  const message = named
    ? `The file says that it is ${name}, and was read so.`
    : `The file is not UTF-8 (${where}); it was read as ${name}.`
  const code = named ? 'encoding-declared' : 'encoding-guessed'
  return {
    ok: true,
    text: decoded.text,
    encoding: name,
    confidence: named ? Math.max(0.9, named.confidence) : best.confidence,
    alternatives: guessesOf(
      bytes,
      rated.filter(({ encoding }) => encoding !== name),
    ),
    notes: [{ code, message, count: high }],
  }
}

function decodeZeros(bytes: Uint8Array): DecodedPage | null {
  // Looking for two values is a hundred times as fast as counting where they stand.
  if (!bytes.includes(0) && !bytes.includes(4)) return null
  const zeros = countZeros(bytes)
  const all = zeros.reduce((sum, one) => sum + one, 0)
  const wide = findUnmarked16(bytes)
  if (all === 0 && wide === null) return null
  const isZero = (at: number): boolean => (zeros[at] ?? 0) > (bytes.length / 4) * 0.9
  if ((isZero(0) && isZero(1)) || (isZero(2) && isZero(3)))
    return refuse('encoding', 'The file seems to be UTF-32, which is not supported.')
  if (wide !== null) {
    const order = wide === 'utf-16le' ? 'little' : 'big'
    const message = `The file has no byte order mark; it was read as UTF-16, ${order} end first.`
    return decode16(bytes, wide, [{ code: 'encoding-guessed', message, count: bytes.length / 2 }])
  }
  if (all <= Math.max(8, bytes.length * 0.02)) return null
  return refuse('binary', `The file holds ${all} zero bytes: it is not plain text.`)
}

/**
 * Bytes → text: by the encoding a person chose, the byte order mark, UTF-8 without mercy, the declaration, the frequency of letters, in this
 * order. Empty files, binary data and broken encodings are refused with a sentence for people; nothing throws.
 */
export function decodeText(bytes: Uint8Array, hints: EncodingHints = {}): DecodedPage {
  if (bytes.length === 0) return refuse('empty', 'The file is empty.')
  const binary = nameBinary(bytes)
  if (binary !== null) return refuse('binary', `The file is ${binary}, not plain text.`)
  if (hints.chosen !== undefined) return decodeChosen(bytes, hints.chosen)
  if (isUtf32(bytes))
    return refuse('encoding', 'The file is UTF-32, which is not supported; save it as UTF-8.')
  if (startsWith(bytes, [0xff, 0xfe])) return decode16(bytes, 'utf-16le', [])
  if (startsWith(bytes, [0xfe, 0xff])) return decode16(bytes, 'utf-16be', [])
  const zeros = decodeZeros(bytes)
  if (zeros !== null) return zeros
  const utf8 = decodeUtf8(bytes)
  return utf8.ok
    ? accept(utf8.text, 'utf-8', [])
    : decodeLegacy(bytes, utf8, hints.declared ?? null)
}
