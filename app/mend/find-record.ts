import { stretchCrc32c } from './crc32c.ts'
import { BLOCK, HEADER, readHeader, roomInBlock, TYPE } from './log-format.ts'

/**
 * The next offset from `from` on at which a whole record stands: a header of a known type, a length that stays in its
 * block and in the file, the right checksum. Null where there is none. Any offset may be one: what a later start
 * appended begins where the file ended. About 3 ms of work for each block that is searched.
 */
export function findRecord(bytes: Uint8Array, from: number): number | null {
  for (let start = from; start + HEADER <= bytes.length; ) {
    const end = Math.min(start + roomInBlock(start), bytes.length)
    const found = findWithin(bytes, start, end)
    if (found !== null) return found
    start = Math.floor(start / BLOCK) * BLOCK + BLOCK
  }
  return null
}

function findWithin(bytes: Uint8Array, start: number, end: number): number | null {
  const crcOf = stretchCrc32c(bytes, start, end)
  for (let at = start; at + HEADER <= end; at++) {
    const type = bytes[at + 6] as number
    if (type < TYPE.full || type > TYPE.last) continue
    const { crc, length } = readHeader(bytes, at)
    const next = at + HEADER + length
    if (next <= end && crcOf(at + 6, next) === crc) return at
  }
  return null
}
