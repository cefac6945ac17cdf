import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mendDatabases } from '../../../app/mend/mend-databases.ts'
import { appendRecords, readStrictly } from '../../support/leveldb-log.ts'

const NOW = new Date('2026-11-29T01:20:30.400Z')
const NAME = 'app_epistula_0.indexeddb'
const EMPTY = new Uint8Array()

function batch(number: number): Uint8Array {
  const bytes = new Uint8Array(80).fill(number)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(number), true)
  new DataView(bytes.buffer).setUint32(8, 1, true)
  return bytes
}

const WHOLE = appendRecords(EMPTY, [1, 2, 3].map(batch))
const TORN = WHOLE.subarray(0, WHOLE.length - 30)
const DAMAGED = appendRecords(TORN, [batch(3), batch(4)])
const MANIFEST = appendRecords(EMPTY, [new Uint8Array(30).fill(9), new Uint8Array(12).fill(8)])

/** A data folder with a database of one log, one table and one blob; gives the paths. */
function dataFolder(log: Uint8Array, manifest: Uint8Array = MANIFEST) {
  const data = mkdtempSync(join(tmpdir(), 'epistula-mend-'))
  const database = join(data, 'IndexedDB', `${NAME}.leveldb`)
  const blob = join(data, 'IndexedDB', `${NAME}.blob`, '1', '00')
  mkdirSync(database, { recursive: true })
  mkdirSync(blob, { recursive: true })
  writeFileSync(join(database, 'CURRENT'), 'MANIFEST-000001\n')
  writeFileSync(join(database, 'MANIFEST-000001'), manifest)
  writeFileSync(join(database, '000002.ldb'), 'a table')
  writeFileSync(join(database, 'LOCK'), '')
  writeFileSync(join(blob, '3'), 'a blob')
  const path = join(database, '000003.log')
  writeFileSync(path, log)
  const before = new Date('2026-01-01T00:00:00Z')
  utimesSync(path, before, before)
  return { data, database, log: path, wasChanged: () => statSync(path).mtimeMs > +before }
}

describe('the databases of a data folder', () => {
  test('are not touched where nothing is wrong', async () => {
    const { data, database, log, wasChanged } = dataFolder(WHOLE)
    const files = readdirSync(database)
    expect(await mendDatabases(data, NOW)).toEqual([])
    expect(wasChanged()).toBe(false)
    expect(readFileSync(log).equals(WHOLE)).toBe(true)
    expect(readdirSync(database)).toEqual(files)
    expect(readdirSync(data)).toEqual(['IndexedDB'])
  })

  test('may be none', async () => {
    expect(await mendDatabases(mkdtempSync(join(tmpdir(), 'epistula-mend-')), NOW)).toEqual([])
    expect(await mendDatabases('/nowhere/at/all', NOW)).toEqual([])
  })

  test('lose a torn end, of the log as of the list of tables, without a word', async () => {
    const { data, database, log } = dataFolder(TORN, MANIFEST.subarray(0, MANIFEST.length - 3))
    expect(await mendDatabases(data, NOW)).toEqual([])
    expect(readFileSync(log).equals(WHOLE.subarray(0, 174))).toBe(true)
    expect(readFileSync(join(database, 'MANIFEST-000001')).equals(MANIFEST.subarray(0, 37))).toBe(
      true,
    )
    expect(readdirSync(data)).toEqual(['IndexedDB'])
  })

  test('damaged in the middle are kept as they were, and have all that is whole', async () => {
    const { data, database, log } = dataFolder(DAMAGED)
    const folder = join(data, 'mended', '2026-11-29T01-20-30-400Z')
    expect(await mendDatabases(data, NOW)).toEqual([
      { leftOut: 1, copy: { folder, isWhole: true }, isMended: true },
    ])
    const { records, faults } = readStrictly(readFileSync(log))
    expect(faults).toEqual([])
    expect(records.map((record) => record[0])).toEqual([1, 2, 3, 4])
    expect(readdirSync(database)).toHaveLength(5)
    const copy = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
    expect(copy.map((name) => name.replaceAll('\\', '/'))).toEqual([
      `${NAME}.blob`,
      `${NAME}.blob/1`,
      `${NAME}.blob/1/00`,
      `${NAME}.blob/1/00/3`,
      `${NAME}.leveldb`,
      `${NAME}.leveldb/000002.ldb`,
      `${NAME}.leveldb/000003.log`,
      `${NAME}.leveldb/CURRENT`,
      `${NAME}.leveldb/MANIFEST-000001`,
    ])
    expect(readFileSync(join(folder, `${NAME}.leveldb`, '000003.log')).equals(DAMAGED)).toBe(true)
    expect(readFileSync(join(folder, `${NAME}.blob`, '1/00/3'), 'utf8')).toBe('a blob')
    // What is written to lies apart; what never changes takes no room a second time.
    truncateSync(log, 5)
    expect(statSync(join(folder, `${NAME}.leveldb`, '000003.log')).size).toBe(DAMAGED.length)
    expect(statSync(join(database, '000002.ldb')).nlink).toBe(2)
    expect(await mendDatabases(data, NOW)).toEqual([])
  })

  test('are copied three times at most, the latest stay', async () => {
    const { data, log } = dataFolder(DAMAGED)
    mkdirSync(join(data, 'mended', 'of my own'), { recursive: true })
    for (let day = 1; day <= 5; day++) {
      writeFileSync(log, DAMAGED)
      await mendDatabases(data, new Date(`2026-12-0${day}T10:00:00Z`))
    }
    expect(readdirSync(join(data, 'mended')).sort()).toEqual([
      '2026-12-03T10-00-00-000Z',
      '2026-12-04T10-00-00-000Z',
      '2026-12-05T10-00-00-000Z',
      'of my own',
    ])
  })

  test('that are not understood are left alone with all their files', async () => {
    const noList = dataFolder(DAMAGED)
    writeFileSync(join(noList.database, 'CURRENT'), '../MANIFEST-000001\n')
    const foreign = dataFolder(TORN, new TextEncoder().encode('SQLite format 3, or any other'))
    const missing = dataFolder(TORN)
    writeFileSync(join(missing.database, 'CURRENT'), 'MANIFEST-000007\n')
    const large = dataFolder(TORN)
    truncateSync(large.log, 64 * 1024 * 1024 + 1)
    utimesSync(large.log, 0, 0)
    for (const { data, wasChanged } of [noList, foreign, missing, large]) {
      expect(await mendDatabases(data, NOW)).toEqual([])
      expect(wasChanged()).toBe(false)
      expect(readdirSync(data)).toEqual(['IndexedDB'])
    }
  })

  test('of which no copy can be made stay as they are, and a person hears of it', async () => {
    const { data, log, wasChanged } = dataFolder(DAMAGED)
    writeFileSync(join(data, 'mended'), 'a file where the folder should be')
    const [damaged, ...more] = await mendDatabases(data, NOW)
    expect(damaged).toEqual({ leftOut: 1, copy: null, isMended: false })
    expect(more).toEqual([])
    expect(wasChanged()).toBe(false)
    expect(readFileSync(log).equals(DAMAGED)).toBe(true)
  })

  // Whoever may do everything is refused nothing.
  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'whose files may not be read or written do not keep the app from starting',
    async () => {
      const unreadable = dataFolder(DAMAGED)
      chmodSync(unreadable.log, 0)
      expect(await mendDatabases(unreadable.data, NOW)).toEqual([])
      const fixed = dataFolder(TORN)
      chmodSync(fixed.log, 0o400)
      expect(await mendDatabases(fixed.data, NOW)).toEqual([])
      expect(readFileSync(fixed.log).equals(TORN)).toBe(true)
      expect(existsSync(join(fixed.data, 'mended'))).toBe(false)
    },
  )
})
