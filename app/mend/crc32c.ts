// The polynomial of Castagnoli, with its bits in reverse.
const POLYNOMIAL = 0x82f63b78
const TABLES = makeTables()

// Eight tables of 256: eight bytes are taken in one step, each through the table of its distance to the last of them.
function makeTables(): Int32Array {
  const tables = new Int32Array(8 * 256)
  for (let byte = 0; byte < 256; byte++) {
    let register = byte
    for (let bit = 0; bit < 8; bit++) register = halved(register)
    tables[byte] = register
  }
  for (let i = 256; i < tables.length; i++) tables[i] = withZero(tables[i - 256] as number, tables)
  return tables
}

function halved(register: number): number {
  return register & 1 ? (register >>> 1) ^ POLYNOMIAL : register >>> 1
}

function withZero(register: number, tables = TABLES): number {
  return (tables[register & 255] as number) ^ (register >>> 8)
}

function byteAt(bytes: Uint8Array, i: number): number {
  return bytes[i] as number
}

function through(table: number, byte: number): number {
  return TABLES[table * 256 + byte] as number
}

/** The CRC-32C (Castagnoli; RFC 3720, appendix B.4) of the bytes from `from` up to `to`, as an unsigned number. */
export function crc32c(bytes: Uint8Array, from: number, to: number): number {
  let register = -1
  let i = from
  for (; i + 8 <= to; i += 8) {
    register ^= byteAt(bytes, i) | (byteAt(bytes, i + 1) << 8)
    register ^= (byteAt(bytes, i + 2) << 16) | (byteAt(bytes, i + 3) << 24)
    register =
      through(7, register & 255) ^
      through(6, (register >>> 8) & 255) ^
      through(5, (register >>> 16) & 255) ^
      through(4, register >>> 24) ^
      through(3, byteAt(bytes, i + 4)) ^
      through(2, byteAt(bytes, i + 5)) ^
      through(1, byteAt(bytes, i + 6)) ^
      through(0, byteAt(bytes, i + 7))
  }
  for (; i < to; i++) register = withZero(register ^ byteAt(bytes, i))
  return ~register >>> 0
}

/**
 * The CRC-32C of any stretch between `from` and `to`, in a time that does not depend on its length: the register is
 * linear in the bytes, so that of a stretch is the one of all up to its end less the one of all up to its beginning,
 * carried over the length between (multiplied by x to the power of eight times the length).
 */
export function stretchCrc32c(
  bytes: Uint8Array,
  from: number,
  to: number,
): (from: number, to: number) => number {
  const upTo = new Int32Array(to - from + 1)
  const powers = new Int32Array(to - from + 1)
  // The polynomial 1: the highest bit, as the bits stand in reverse.
  powers[0] = -0x80000000
  for (let i = 0; i < to - from; i++) {
    const before = upTo[i] as number
    upTo[i + 1] = withZero(before ^ (bytes[from + i] as number))
    powers[i + 1] = withZero(powers[i] as number)
  }
  return (start, end) => {
    const before = ~(upTo[start - from] as number)
    const carried = product(powers[end - start] as number, before)
    return ~(carried ^ (upTo[end - from] as number)) >>> 0
  }
}

function product(a: number, b: number): number {
  let result = 0
  let factor = b
  for (let bits = a; bits !== 0; bits <<= 1) {
    if (bits < 0) result ^= factor
    factor = halved(factor)
  }
  return result
}
