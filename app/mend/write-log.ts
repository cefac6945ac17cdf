import { joinBytes } from '../../shared/collection/join-bytes.ts'
import { crc32c } from './crc32c.ts'
import type { LogRecord } from './gather-records.ts'
import { BLOCK, HEADER, masked, roomInBlock, TYPE } from './log-format.ts'

/** Writes records as a log from its beginning, as LevelDB does (db/log_writer.cc). */
export function writeLog(records: readonly LogRecord[]): Uint8Array {
  const wholes = records.map(joinBytes)
  const log = new Uint8Array(largestSize(wholes))
  let at = 0
  for (const whole of wholes) at = writeRecord(log, at, whole)
  return log.subarray(0, at)
}

// Each block costs one more header at most, and less than a header of filling.
function largestSize(wholes: readonly Uint8Array[]): number {
  const size = wholes.reduce((sum, whole) => sum + HEADER + whole.length, 0)
  return size + 2 * HEADER * (Math.ceil(size / (BLOCK - 2 * HEADER)) + 1)
}

function writeRecord(log: Uint8Array, offset: number, whole: Uint8Array): number {
  let at = offset
  let rest = whole
  for (let isFirst = true; ; isFirst = false) {
    if (roomInBlock(at) < HEADER) at += roomInBlock(at)
    const part = rest.subarray(0, roomInBlock(at) - HEADER)
    rest = rest.subarray(part.length)
    const isLast = rest.length === 0
    const [end, goingOn] = isFirst ? [TYPE.full, TYPE.first] : [TYPE.last, TYPE.middle]
    at = writePart(log, at, isLast ? end : goingOn, part)
    if (isLast) return at
  }
}

function writePart(log: Uint8Array, at: number, type: number, data: Uint8Array): number {
  const next = at + HEADER + data.length
  log[at + 6] = type
  log.set(data, at + HEADER)
  const header = new DataView(log.buffer, log.byteOffset + at, HEADER)
  header.setUint32(0, masked(crc32c(log, at + 6, next)), true)
  header.setUint16(4, data.length, true)
  return next
}
