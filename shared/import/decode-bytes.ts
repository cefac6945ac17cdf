import { BYTE_TABLES, type SingleByteEncoding } from './encodings.ts'

/** A run of bytes as text, or the offset of the first byte that is not in the encoding. `multibyte` counts the sequences of two bytes and more read before. */
export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly offset: number; readonly multibyte: number }

const CHUNK = 8192

/** Collects UTF-16 code units and hands them out as one string, in chunks that `fromCharCode` can take. */
function collect(units: Uint16Array, length: number): string {
  const parts: string[] = []
  for (let at = 0; at < length; at += CHUNK) {
    const chunk = units.subarray(at, Math.min(at + CHUNK, length))
    parts.push(Reflect.apply(String.fromCharCode, null, chunk))
  }
  return parts.join('')
}

/** Length of the UTF-8 sequence that starts with this byte, 0 where none can (RFC 3629, table 3-7 of Unicode). */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  if (lead >= 0xf0 && lead <= 0xf4) return 4
  return 0
}

const LEAST = [0, 0, 0x80, 0x800, 0x10000]

/** The code point of the sequence at `at`, or -1 where it is cut short, overlong, a surrogate or beyond U+10FFFF. */
function codePointAt(bytes: Uint8Array, at: number, length: number): number {
  const lead = bytes[at] ?? 0
  if (length === 1) return lead
  let point = lead & (0xff >> (length + 1))
  for (let index = 1; index < length; index++) {
    const next = bytes[at + index]
    if (next === undefined || (next & 0xc0) !== 0x80) return -1
    point = (point << 6) | (next & 0x3f)
  }
  const wrong =
    point < (LEAST[length] ?? 0) || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)
  return wrong ? -1 : point
}

/** UTF-8 without mercy: the first byte that is not UTF-8 (RFC 3629) ends it. A mark at the start is not removed. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const units = new Uint16Array(bytes.length)
  let size = 0
  let multibyte = 0
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at]!
    if (lead < 0x80) {
      units[size++] = lead
      at += 1
      continue
    }
    const length = sequenceLength(lead)
    const point = length === 0 ? -1 : codePointAt(bytes, at, length)
    if (point < 0) return { ok: false, offset: at, multibyte }
    if (point > 0xffff) {
      units[size++] = 0xd7c0 + (point >> 10)
      units[size++] = 0xdc00 | (point & 0x3ff)
    } else units[size++] = point
    multibyte++
    at += length
  }
  return { ok: true, text: collect(units, size) }
}

/** UTF-16 in the byte order named; an odd last byte is an error, lone surrogates are kept as they are. */
export function decodeUtf16(bytes: Uint8Array, order: 'little' | 'big'): Decoded {
  const length = bytes.length >> 1
  if (bytes.length % 2 !== 0) return { ok: false, offset: bytes.length - 1, multibyte: length }
  const units = new Uint16Array(length)
  const high = order === 'little' ? 1 : 0
  for (let index = 0; index < length; index++) {
    units[index] = ((bytes[2 * index + high] ?? 0) << 8) | (bytes[2 * index + 1 - high] ?? 0)
  }
  return { ok: true, text: collect(units, length) }
}

/** An encoding of one byte for each character; a byte that is free in it is an error. */
export function decodeSingleByte(bytes: Uint8Array, encoding: SingleByteEncoding): Decoded {
  const table = BYTE_TABLES[encoding]
  const units = new Uint16Array(bytes.length)
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    const unit = byte < 0x80 ? byte : table.charCodeAt(byte - 0x80)
    if (unit === 0xffff) return { ok: false, offset: at, multibyte: 0 }
    units[at] = unit
  }
  return { ok: true, text: collect(units, bytes.length) }
}

/** UTF-8 as far as it goes: each byte that is not UTF-8 becomes U+FFFD; `damaged` counts them, `multibyte` the good sequences of two bytes and more. */
export function decodeDamagedUtf8(bytes: Uint8Array): {
  readonly text: string
  readonly damaged: number
  readonly multibyte: number
} {
  const units = new Uint16Array(bytes.length)
  let size = 0
  let damaged = 0
  let multibyte = 0
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes[at] ?? 0)
    const point = length === 0 ? -1 : codePointAt(bytes, at, length)
    if (point > 0xffff) {
      units[size++] = 0xd7c0 + (point >> 10)
      units[size++] = 0xdc00 | (point & 0x3ff)
    } else units[size++] = point < 0 ? 0xfffd : point
    if (point < 0) damaged++
    else if (length > 1) multibyte++
    at += point < 0 ? 1 : length
  }
  return { text: collect(units, size), damaged, multibyte }
}
