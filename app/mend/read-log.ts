import { crc32c } from './crc32c.ts'
import { findRecord } from './find-record.ts'
import { gatherRecords, type LogRecord } from './gather-records.ts'
import { HEADER, readHeader, roomInBlock, TYPE } from './log-format.ts'

/** What is found in a log. */
export interface LogReading {
  /** The whole records, in order; their parts are views of the file's bytes. */
  readonly records: readonly LogRecord[]
  /** The offset behind the last whole record. */
  readonly end: number
  /** Whether the file goes on behind `end` with what is no record: one that was not written to its end, or zeros. */
  readonly isTorn: boolean
  /** At how many places something is damaged that is more than a torn end. */
  readonly gaps: number
  /** Whether a record is whole and of a type that is not known; then the rest is not read. */
  readonly isForeign: boolean
}

/**
 * What stands at an offset. Damage is `torn` where the file ends in a record, and `hidden` where LevelDB's own reader
 * says nothing either and goes on with the next block.
 */
type Place =
  | Readonly<{ is: 'record'; type: number; data: Uint8Array; next: number }>
  | Readonly<{ is: 'filler' | 'zeros'; next: number }>
  | Readonly<{ is: 'damage'; how: 'torn' | 'hidden' | 'plain' }>

/**
 * Reads a log as LevelDB does (db/log_reader.cc), and goes on behind what is damaged. Records that its reader passes
 * over without a word are taken only if `takesHidden`.
 */
export function readLog(bytes: Uint8Array, takesHidden: boolean): LogReading {
  const gathered = gatherRecords()
  let at = 0
  while (at < bytes.length && !gathered.isForeign) {
    const place = readPlace(bytes, at)
    if (place.is === 'record') gathered.add(place.type, place.data, place.next)
    if (place.is === 'zeros') gathered.interrupt()
    if (place.is !== 'damage') {
      at = place.next
      continue
    }
    const found = findRecord(bytes, at + 1)
    if (place.how !== 'torn' || found !== null) gathered.addGap()
    at = place.how === 'plain' || takesHidden ? (found ?? bytes.length) : at + roomInBlock(at)
  }
  const { records, end, gaps, isForeign } = gathered
  return { records, end, gaps, isForeign, isTorn: !isFilled(end, bytes.length) }
}

// Whether no more than the filling of the block lies between the last record and the end.
function isFilled(end: number, size: number): boolean {
  return end === size || (roomInBlock(end) < HEADER && size - end <= roomInBlock(end))
}

function readPlace(bytes: Uint8Array, at: number): Place {
  const inBlock = roomInBlock(at)
  const room = Math.min(inBlock, bytes.length - at)
  if (inBlock < HEADER) return { is: 'filler', next: at + room }
  if (room < HEADER) return { is: 'damage', how: 'torn' }
  const { crc, length, type } = readHeader(bytes, at)
  const next = at + HEADER + length
  if (type === TYPE.none && length === 0) {
    const isEmpty = bytes.subarray(at, at + room).every((byte) => byte === 0)
    return isEmpty ? { is: 'zeros', next: at + room } : { is: 'damage', how: 'hidden' }
  }
  if (next > at + room) {
    const endsInBlock = room < inBlock
    if (!endsInBlock) return { is: 'damage', how: 'plain' }
    return { is: 'damage', how: HEADER + length <= inBlock ? 'torn' : 'hidden' }
  }
  if (crc32c(bytes, at + 6, next) !== crc) return { is: 'damage', how: 'plain' }
  return { is: 'record', type, data: bytes.subarray(at + HEADER, next), next }
}
