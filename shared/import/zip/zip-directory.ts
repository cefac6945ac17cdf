import { decodeEntryName } from './entry-name.ts'

/** What the directory of an archive says of an entry; sizes in bytes, as claimed. */
export interface ZipHead {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly crc: number
  readonly packed: number
  readonly size: number
  /** Where its local header begins. */
  readonly offset: number
}

/** The directory of an archive, or why there is none. */
export type ZipDirectory =
  | { readonly ok: true; readonly heads: readonly ZipHead[] }
  | { readonly ok: false; readonly message: string }

const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
const HEAD_LENGTH = 46

/** Reads numbers of an archive; beyond its end all bytes are zero. */
export function makeReader(bytes: Uint8Array) {
  const u16 = (at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
  const u32 = (at: number): number => (u16(at) | (u16(at + 2) << 16)) >>> 0
  const u64 = (at: number): number => u32(at) + u32(at + 4) * 0x1_0000_0000
  return { u16, u32, u64 }
}

type Reader = ReturnType<typeof makeReader>

const END_MARK = 0x06054b50
const HEAD_MARK = 0x02014b50
const END64_MARK = 0x06064b50

function findEnd(bytes: Uint8Array, { u32 }: Reader): number {
  const last = bytes.length - END_LENGTH
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
    if (u32(at) === END_MARK) return at
  return -1
}

/** Where the directory begins and how many entries it claims; archives of the 64-bit form say it in a record of their own. */
function readEnd(end: number, { u16, u32, u64 }: Reader): { count: number; from: number } {
  const count = u16(end + 10)
  const from = u32(end + 16)
  const locator = end - 20
  if ((count !== 0xffff && from !== 0xffffffff) || locator < 0 || u32(locator) !== 0x07064b50)
    return { count, from }
  const at = u64(locator + 8)
  return u32(at) === END64_MARK ? { count: u64(at + 32), from: u64(at + 48) } : { count, from }
}

interface Wide {
  readonly size: number
  readonly packed: number
  readonly offset: number
  /** The name in UTF-8, where an extra field gives it. */
  readonly name: Uint8Array | null
}

/** Extra fields: 0x0001 holds sizes that need 64 bits, 0x7075 the name in UTF-8 (APPNOTE.TXT 4.5.3, 4.6.9). */
function readExtra(bytes: Uint8Array, from: number, to: number, plain: Wide): Wide {
  const { u16, u64 } = makeReader(bytes)
  let { size, packed, offset, name } = plain
  for (let at = from; at + 4 <= to; ) {
    const end = Math.min(to, at + 4 + u16(at + 2))
    if (u16(at) === 0x0001) {
      let field = at + 4
      const take = (value: number): number => {
        if (value !== 0xffffffff || field + 8 > end) return value
        field += 8
        return u64(field - 8)
      }
      size = take(size)
      packed = take(packed)
      offset = take(offset)
    }
    if (u16(at) === 0x7075 && end > at + 9) name = bytes.subarray(at + 9, end)
    at = end
  }
  return { size, packed, offset, name }
}

function readHead(bytes: Uint8Array, at: number): { head: ZipHead; next: number } {
  const { u16, u32 } = makeReader(bytes)
  const nameFrom = at + HEAD_LENGTH
  const nameTo = nameFrom + u16(at + 28)
  const extraTo = nameTo + u16(at + 30)
  const plain = { size: u32(at + 24), packed: u32(at + 20), offset: u32(at + 42), name: null }
  const { name, ...wide } = readExtra(bytes, nameTo, Math.min(extraTo, bytes.length), plain)
  const head: ZipHead = {
    name: decodeEntryName(name ?? bytes.subarray(nameFrom, nameTo)),
    method: u16(at + 10),
    encrypted: (u16(at + 8) & 1) !== 0,
    crc: u32(at + 16),
    ...wide,
  }
  return { head, next: extraTo + u16(at + 32) }
}

/**
 * The directory of a zip archive (APPNOTE.TXT 6.3.10), the one place that says what is in it; local headers are not believed. `most` is the
 * number of entries above which the archive is refused. Nothing throws.
 */
export function readZipDirectory(bytes: Uint8Array, most: number): ZipDirectory {
  const reader = makeReader(bytes)
  const end = findEnd(bytes, reader)
  if (end < 0)
    return { ok: false, message: 'The archive is damaged or cut off: it has no directory.' }
  const { count, from } = readEnd(end, reader)
  if (count > most)
    return { ok: false, message: `The archive holds ${count} entries; ${most} is the most.` }
  const heads: ZipHead[] = []
  let at = from
  for (let index = 0; index < count; index++) {
    if (at + HEAD_LENGTH > end || reader.u32(at) !== HEAD_MARK)
      return { ok: false, message: `The archive is damaged: entry ${index + 1} cannot be found.` }
    const { head, next } = readHead(bytes, at)
    heads.push(head)
    at = next
  }
  return { ok: true, heads }
}
