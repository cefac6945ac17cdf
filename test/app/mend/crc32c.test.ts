import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crc32c, stretchCrc32c } from '../../../app/mend/crc32c.ts'
import { masked, readHeader } from '../../../app/mend/log-format.ts'
import { storedChecksum } from '../../support/leveldb-log.ts'

// RFC 3720, appendix B.4; the last one is the usual check value of the polynomial.
test.each([
  ['32 zeros', new Uint8Array(32), 0x8a9136aa],
  ['32 times 255', new Uint8Array(32).fill(255), 0x62a8ab43],
  ['0 to 31', Uint8Array.from({ length: 32 }, (_, i) => i), 0x46dd794e],
  ['31 to 0', Uint8Array.from({ length: 32 }, (_, i) => 31 - i), 0x113fdb5c],
  ['the digits', new TextEncoder().encode('123456789'), 0xe3069283],
])('the checksum of %s is the one of the standard', (_name, bytes, sum) => {
  expect(crc32c(bytes, 0, bytes.length)).toBe(sum)
})

test('any stretch has the checksum that its bytes have alone', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), fc.nat(), (bytes, a, b) => {
      const start = a % (bytes.length + 1)
      const end = start + (b % (bytes.length - start + 1))
      const alone = bytes.slice(start, end)
      const sum = crc32c(alone, 0, alone.length)
      expect(crc32c(bytes, start, end)).toBe(sum)
      expect(stretchCrc32c(bytes, 0, bytes.length)(start, end)).toBe(sum)
      const from = start >> 1
      expect(stretchCrc32c(bytes, from, bytes.length)(start, end)).toBe(sum)
    }),
  )
})

test('a checksum is stored masked, and read back as it was', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (data) => {
      const sum = crc32c(data, 0, data.length)
      expect(masked(sum)).toBe(storedChecksum(data))
      const header = new Uint8Array(7)
      new DataView(header.buffer).setUint32(0, masked(sum), true)
      expect(readHeader(header, 0).crc).toBe(sum)
    }),
  )
})
