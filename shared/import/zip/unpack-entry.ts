import { Inflate } from 'fflate'
import { crc32 } from './crc32.ts'
import { makeReader, type ZipHead } from './zip-directory.ts'

/** The bytes of an entry, or why they are not taken. */
export type Unpacked =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly code: string; readonly message: string }

/** A file that is packed smaller than this is a bomb, not a text: text seldom shrinks to a fiftieth. */
const MOST_SHRUNK = 500
/** Below this size nothing is called a bomb. */
const HARMLESS = 1024 * 1024
const PIECE = 16 * 1024

const refuse = (code: string, message: string): Unpacked => ({ ok: false, code, message })

class TooMuch extends Error {}

/** Inflates piece by piece and stops as soon as more comes out than may. */
function inflate(packed: Uint8Array, most: number): Uint8Array {
  const parts: Uint8Array[] = []
  let size = 0
  let over = false
  const stream = new Inflate((part, final) => {
    size += part.length
    over ||= final
    if (size > most) throw new TooMuch()
    parts.push(part)
  })
  for (let at = 0; at < packed.length && !over; at += PIECE)
    stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length)
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const METHODS: Readonly<Record<number, string>> = {
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'xz',
  98: 'PPMd',
}

function packedBytes(archive: Uint8Array, head: ZipHead): Uint8Array | null {
  const { u16, u32 } = makeReader(archive)
  if (u32(head.offset) !== 0x04034b50) return null
  const from = head.offset + 30 + u16(head.offset + 26) + u16(head.offset + 28)
  const to = from + head.packed
  return to <= archive.length ? archive.subarray(from, to) : null
}

function checkHead(head: ZipHead, most: number): Unpacked | null {
  if (head.encrypted) return refuse('encrypted', 'The entry is encrypted; unpack it first.')
  if (head.method !== 0 && head.method !== 8) {
    const name = METHODS[head.method] ?? `number ${head.method}`
    return refuse('method', `The entry is packed by a method that is not supported (${name}).`)
  }
  if (head.size > most) return refuse('too-large', 'The entry is too large to be unpacked.')
  if (head.size > HARMLESS && head.size > head.packed * MOST_SHRUNK)
    return refuse('bomb', 'The entry would grow more than 500 times when unpacked.')
  return null
}

/**
 * Unpacks one entry. Its length and its CRC-32 must be those that the directory claims, its size at most `most` bytes; packed data that lies
 * about its size is stopped as soon as it does. Nothing throws.
 */
export function unpackEntry(archive: Uint8Array, head: ZipHead, most: number): Unpacked {
  const fault = checkHead(head, most)
  if (fault !== null) return fault
  const packed = packedBytes(archive, head)
  if (packed === null) return refuse('damaged', 'The entry is cut off or not where it should be.')
  let bytes: Uint8Array
  try {
    bytes = head.method === 0 ? packed.slice() : inflate(packed, head.size)
  } catch (cause) {
    return cause instanceof TooMuch
      ? refuse('bomb', 'The entry is larger than the archive says.')
      : refuse('damaged', 'The entry is damaged: it cannot be unpacked.')
  }
  if (bytes.length !== head.size)
    return refuse('damaged', 'The entry is damaged: it is not as long as the archive says.')
  if (crc32(bytes) !== head.crc)
    return refuse('damaged', 'The entry is damaged: its check sum is wrong.')
  return { ok: true, bytes }
}
