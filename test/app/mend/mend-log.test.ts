import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Mend, mendLog } from '../../../app/mend/mend-log.ts'
import {
  appendRecords,
  LOG_BLOCK,
  readStrictly,
  storedChecksum,
} from '../../support/leveldb-log.ts'

const EMPTY = new Uint8Array()

/** A batch of one change as LevelDB writes it: its number, the count, and invented data that looks like Cyrillic text. */
function batch(number: number, size: number): Uint8Array {
  const bytes = new Uint8Array(12 + size)
  for (let i = 12; i < bytes.length; i++) bytes[i] = i % 2 ? 4 : (number * 31 + i * 7) % 80
  new DataView(bytes.buffer).setBigUint64(0, BigInt(number), true)
  new DataView(bytes.buffer).setUint32(8, 1, true)
  return bytes
}

const batches = (first: number, sizes: readonly number[]) =>
  sizes.map((size, i) => batch(first + i, size))

/** Sizes as they come: mostly small, some over a block or two, many that end close to the end of a block. */
const sizes = (most: number) =>
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.nat({ max: 400 }) },
      { weight: 2, arbitrary: fc.integer({ min: LOG_BLOCK - 60, max: LOG_BLOCK - 12 }) },
      { weight: 1, arbitrary: fc.nat({ max: 70_000 }) },
    ),
    { minLength: 1, maxLength: most },
  )

function mended(log: Uint8Array, mend: Mend): Uint8Array {
  if (mend.is === 'torn') return log.subarray(0, mend.keep)
  return mend.is === 'damaged' ? mend.bytes : log
}

function soundRecords(log: Uint8Array): readonly Uint8Array[] {
  const { records, faults } = readStrictly(log)
  expect(faults).toEqual([])
  return records
}

/** The records of a log that lie in its first bytes as a whole. */
function wholeWithin(records: readonly Uint8Array[], length: number): readonly Uint8Array[] {
  let log: Uint8Array = EMPTY
  return records.filter((record) => {
    log = appendRecords(log, [record])
    return log.length <= length
  })
}

const hex = (records: readonly Uint8Array[]) => records.map((r) => Buffer.from(r).toString('hex'))

describe('a log', () => {
  test('that is whole is left as it is', () => {
    fc.assert(
      fc.property(sizes(8), (list) => {
        expect(mendLog(appendRecords(EMPTY, batches(1, list)), 'log')).toEqual({ is: 'whole' })
      }),
    )
    expect(mendLog(EMPTY, 'log')).toEqual({ is: 'whole' })
  })

  test('whose tail is cut anywhere keeps the records before the cut, and can be gone on with', () => {
    fc.assert(
      fc.property(sizes(6), fc.nat(), sizes(3), (list, nat, more) => {
        const records = batches(1, list)
        const whole = appendRecords(EMPTY, records)
        const cut = whole.subarray(0, nat % (whole.length + 1))
        const mend = mendLog(cut, 'log')
        expect(mend.is).not.toBe('damaged')
        const kept = wholeWithin(records, cut.length)
        const sound = mended(cut, mend)
        expect(hex(soundRecords(sound))).toEqual(hex(kept))
        const later = batches(kept.length + 1, more)
        expect(hex(soundRecords(appendRecords(sound, later)))).toEqual(hex([...kept, ...later]))
      }),
    )
  })

  test('that was gone on with behind a cut gives all its whole records', () => {
    fc.assert(
      fc.property(sizes(5), fc.nat(), sizes(5), fc.nat({ max: 300 }), (list, nat, more, tail) => {
        const records = batches(1, list)
        const whole = appendRecords(EMPTY, records)
        const cut = whole.subarray(0, nat % (whole.length + 1))
        const kept = wholeWithin(records, cut.length)
        const later = batches(kept.length + 1, more)
        const torn = appendRecords(appendRecords(cut, later), [batch(99, 400)])
        const log = torn.subarray(0, torn.length - 1 - tail)
        const sound = mended(log, mendLog(log, 'log'))
        expect(hex(soundRecords(sound))).toEqual(hex([...kept, ...later]))
        expect(mendLog(sound, 'log')).toEqual({ is: 'whole' })
      }),
    )
  })

  test('cut again and again has what the last start saw and what it wrote', () => {
    const start = fc.record({ sizes: sizes(3), cut: fc.nat({ max: 900 }) })
    fc.assert(
      fc.property(fc.array(start, { minLength: 2, maxLength: 5 }), (starts) => {
        let log: Uint8Array = EMPTY
        let due: readonly Uint8Array[] = []
        for (const { sizes: list, cut } of starts) {
          const { records, faults } = readStrictly(log)
          // Here Chromium would have thrown the database away.
          if (faults.length > 0) break
          const last = records.at(-1)
          const seen = last
            ? Number(new DataView(last.buffer, last.byteOffset).getBigUint64(0, true))
            : 0
          const own = batches(seen + 1, list)
          const torn = appendRecords(appendRecords(log, own), [batch(seen + own.length + 1, 900)])
          log = torn.subarray(0, torn.length - 1 - cut)
          due = [...records, ...own]
        }
        const sound = hex(soundRecords(mended(log, mendLog(log, 'log'))))
        expect(sound).toEqual(expect.arrayContaining(hex(due)))
      }),
    )
  })

  test('with bytes changed anywhere keeps every record that they do not touch', () => {
    const changes = fc.array(fc.nat(), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(sizes(8), changes, (list, places) => {
        const records = batches(1, list)
        const whole = appendRecords(EMPTY, records)
        const log = whole.slice()
        for (const place of places) {
          const at = place % log.length
          log[at] = (log[at] ?? 0) ^ (1 + (place % 255))
        }
        const sound = hex(soundRecords(mended(log, mendLog(log, 'log'))))
        expect(hex(records)).toEqual(expect.arrayContaining(sound))
        let end = 0
        const untouched = records.filter((record) => {
          const from = end
          end = appendRecords(whole.subarray(0, from), [record]).length
          return Buffer.from(whole.subarray(from, end)).equals(log.subarray(from, end))
        })
        expect(sound).toEqual(expect.arrayContaining(hex(untouched)))
      }),
    )
  })

  test('with zeros at its end loses them, and what was written behind them comes back', () => {
    const records = batches(1, [300, 40_000])
    const whole = appendRecords(EMPTY, records)
    const filled = new Uint8Array(whole.length + 5000)
    filled.set(whole)
    expect(mendLog(filled, 'log')).toEqual({ is: 'torn', keep: whole.length })
    const later = batches(3, [100, 100])
    const log = appendRecords(filled, later)
    // LevelDB says nothing here, and has lost them.
    expect(readStrictly(log)).toMatchObject({ faults: [], records: { length: 2 } })
    const mend = mendLog(log, 'log')
    expect(mend).toMatchObject({ is: 'damaged', leftOut: 1 })
    expect(hex(soundRecords(mended(log, mend)))).toEqual(hex([...records, ...later]))
  })

  test('with zeros in the middle of a record loses that record alone', () => {
    const begun = appendRecords(EMPTY, [batch(1, 40_000)]).subarray(0, LOG_BLOCK)
    const filled = new Uint8Array(2 * LOG_BLOCK)
    filled.set(begun)
    expect(mendLog(filled, 'log')).toEqual({ is: 'torn', keep: 0 })
    const log = appendRecords(filled, [batch(1, 100)])
    expect(readStrictly(log).faults).toEqual(['error in middle of record'])
    const mend = mendLog(log, 'log')
    expect(mend).toMatchObject({ is: 'damaged', leftOut: 1 })
    expect(hex(soundRecords(mended(log, mend)))).toEqual(hex([batch(1, 100)]))
  })

  test('leaves out what a later start did not see and numbered anew', () => {
    const cut = appendRecords(EMPTY, [batch(1, 50), batch(2, 20_000)]).subarray(0, 500)
    const unseen = appendRecords(cut, [batch(2, 60), batch(3, 60)])
    const log = appendRecords(unseen, [batch(2, 70)])
    const mend = mendLog(log, 'log')
    expect(mend).toMatchObject({ is: 'damaged', leftOut: 3 })
    expect(hex(soundRecords(mended(log, mend)))).toEqual(hex([batch(1, 50), batch(2, 70)]))
  })

  test('of which nothing is whole becomes an empty one', () => {
    const log = appendRecords(EMPTY, [batch(1, 50)])
    log[20] = 255
    expect(mendLog(log, 'log')).toEqual({ is: 'damaged', bytes: EMPTY, leftOut: 1 })
  })

  test('with a record of a type that we do not know is left alone', () => {
    const log = appendRecords(EMPTY, [batch(1, 50), batch(2, 50)])
    const next = appendRecords(EMPTY, [batch(1, 50)]).length
    const other = withType(log, next, 9)
    expect(mendLog(other, 'log')).toEqual({ is: 'foreign' })
  })
})

describe('the list of the tables', () => {
  test('is left alone where nothing of it is whole', () => {
    const log = appendRecords(EMPTY, [batch(1, 50)]).subarray(0, 30)
    expect(mendLog(log, 'manifest')).toEqual({ is: 'foreign' })
    expect(mendLog(EMPTY, 'manifest')).toEqual({ is: 'foreign' })
  })

  test('keeps records of any length, and all that stand behind what LevelDB would refuse', () => {
    const short = [5, 3, 40].map((size) => new Uint8Array(size).fill(size))
    const cut = appendRecords(EMPTY, [...short, new Uint8Array(90)]).subarray(0, -60)
    const log = appendRecords(cut, [new Uint8Array(70).fill(1), new Uint8Array(8).fill(2)])
    expect(readStrictly(log).faults).toEqual(['checksum mismatch'])
    const mend = mendLog(log, 'manifest')
    expect(mend).toMatchObject({ is: 'damaged', leftOut: 1 })
    expect(soundRecords(mended(log, mend)).map((record) => record[0])).toEqual([5, 3, 40, 1, 2])
  })

  test('does not take up again what LevelDB passed over', () => {
    const first = new Uint8Array(40).fill(7)
    const cut = appendRecords(EMPTY, [first, new Uint8Array(9000)]).subarray(0, 300)
    const log = appendRecords(cut, [new Uint8Array(70).fill(1)])
    expect(readStrictly(log)).toEqual({ records: [first], faults: [] })
    const mend = mendLog(log, 'manifest')
    expect(mend).toMatchObject({ is: 'damaged', leftOut: 1 })
    expect(soundRecords(mended(log, mend))).toEqual([first])
  })
})

/** A log whose record at an offset has another type, and its checksum for that. */
function withType(log: Uint8Array, at: number, type: number): Uint8Array {
  const other = log.slice()
  other[at + 6] = type
  const length = new DataView(other.buffer).getUint16(at + 4, true)
  const sum = storedChecksum(other.subarray(at + 6, at + 7 + length))
  new DataView(other.buffer).setUint32(at, sum, true)
  return other
}
