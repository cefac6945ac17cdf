/** The bytes of a block of LevelDB's logs. */
export const LOG_BLOCK = 32_768

/** Appends records to a log as LevelDB's writer does: it goes on at the size that the file has, whatever stands there. */
export function appendRecords(log: Uint8Array, records: readonly Uint8Array[]): Uint8Array {
  const pieces = [log]
  let size = log.length
  const push = (piece: Uint8Array) => {
    pieces.push(piece)
    size += piece.length
  }
  const room = () => LOG_BLOCK - (size % LOG_BLOCK)
  for (const record of records) {
    if (room() < 7) push(new Uint8Array(room()))
    let rest = record.subarray(room() - 7)
    push(part(rest.length > 0 ? 2 : 1, record.subarray(0, room() - 7)))
    while (rest.length > 0) {
      const data = rest.subarray(0, LOG_BLOCK - 7)
      rest = rest.subarray(data.length)
      push(part(rest.length > 0 ? 3 : 4, data))
    }
  }
  return new Uint8Array(Buffer.concat(pieces))
}

/** A header and its data: the bytes of one part of a record. */
function part(type: number, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(7 + data.length)
  bytes.set([data.length & 255, data.length >> 8, type], 4)
  bytes.set(data, 7)
  new DataView(bytes.buffer).setUint32(0, storedChecksum(bytes.subarray(6)), true)
  return bytes
}

const OF_BYTE = Array.from({ length: 256 }, (_, byte) => {
  let register = byte
  for (let bit = 0; bit < 8; bit++)
    register = register & 1 ? (register >>> 1) ^ 0x82f63b78 : register >>> 1
  return register
})

/** CRC-32C byte by byte, then masked: written apart from the app's own. */
export function storedChecksum(bytes: Uint8Array): number {
  let register = -1
  for (const byte of bytes) register = (OF_BYTE[(register ^ byte) & 255] ?? 0) ^ (register >>> 8)
  const crc = ~register >>> 0
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0
}

/** What a strict reader finds in a log. */
export interface StrictReading {
  readonly records: readonly Uint8Array[]
  readonly faults: readonly string[]
}

/**
 * Reads a log as LevelDB's reader does with `paranoid_checks`: a record that the file ends in is passed over, anything
 * else that is wrong is a fault.
 */
export function readStrictly(log: Uint8Array): StrictReading {
  const records: Uint8Array[] = []
  const faults: string[] = []
  let begun: Uint8Array | null = null
  for (const piece of pieces(log)) {
    if ('fault' in piece) {
      faults.push(piece.fault)
      continue
    }
    const { type, data } = piece
    const before: Uint8Array | null = begun
    const fault = faultOfOrder(type, before)
    if (fault) faults.push(fault)
    const whole: Uint8Array =
      type < 3 ? data : new Uint8Array(Buffer.concat([before ?? new Uint8Array(), data]))
    if (type === 1 || type === 4) records.push(whole)
    begun = type === 2 || type === 3 ? whole : null
  }
  return { records, faults }
}

function faultOfOrder(type: number, begun: Uint8Array | null): string | null {
  if (type === 0) return begun ? 'error in middle of record' : null
  if (type < 3) return begun?.length ? 'partial record without end' : null
  return begun ? null : 'missing start of fragmented record'
}

type Piece = { type: number; data: Uint8Array } | { fault: string }

function pieces(log: Uint8Array): Piece[] {
  const found: Piece[] = []
  for (let start = 0; start < log.length; start += LOG_BLOCK)
    found.push(...blockPieces(log.subarray(start, start + LOG_BLOCK)))
  return found
}

// The pieces of one block; after a fault, as after zeros, nothing more is read in it.
function blockPieces(block: Uint8Array): Piece[] {
  const found: Piece[] = []
  for (let at = 0; at + 7 <= block.length; ) {
    const view = new DataView(block.buffer, block.byteOffset + at, 7)
    const [length, type] = [view.getUint16(4, true), view.getUint8(6)]
    const next = at + 7 + length
    if (type === 0 && length === 0) return [...found, { type, data: new Uint8Array() }]
    if (next > block.length)
      return block.length < LOG_BLOCK ? found : [...found, { fault: 'bad record length' }]
    if (storedChecksum(block.subarray(at + 6, next)) !== view.getUint32(0, true))
      return [...found, { fault: 'checksum mismatch' }]
    if (type > 4) return [...found, { fault: 'unknown record type' }]
    found.push({ type, data: block.subarray(at + 7, next) })
    at = next
  }
  return found
}
