/**
 * The format of LevelDB's logs (doc/log_format.md and db/log_format.h of google/leveldb; its MANIFEST is such a log
 * too): blocks of 32,768 bytes, the last one as long as it is; in them records of a header and data. The header has the
 * masked CRC-32C of type and data (4 bytes), the length of the data (2) and the type (1), the lower bytes first. What
 * does not fit into a block goes on in the next as FIRST, MIDDLE … LAST; where fewer than seven bytes are left in a
 * block, they are filled up. A header of zeros says that there is nothing up to the end of the block.
 */
export const BLOCK = 32_768

/** The bytes of a header; there is none where fewer are left in a block. */
export const HEADER = 7

/** The types of a record: a whole one, or a part of one. */
export const TYPE = { none: 0, full: 1, first: 2, middle: 3, last: 4 } as const

/** How many bytes are left of the block at an offset. */
export function roomInBlock(offset: number): number {
  return BLOCK - (offset % BLOCK)
}

/** What the header at an offset says of its record. */
export function readHeader(bytes: Uint8Array, at: number) {
  const byte = (i: number) => bytes[at + i] as number
  const stored = byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24)
  return { crc: unmasked(stored), length: byte(4) | (byte(5) << 8), type: byte(6) }
}

// A checksum is stored turned and shifted, as data may hold checksums of their own (util/crc32c.h).
const SHIFT = 0xa282ead8

/** The form in which a checksum is stored. */
export function masked(crc: number): number {
  return (((crc >>> 15) | (crc << 17)) + SHIFT) >>> 0
}

function unmasked(stored: number): number {
  const turned = (stored - SHIFT) >>> 0
  return ((turned >>> 17) | (turned << 15)) >>> 0
}
