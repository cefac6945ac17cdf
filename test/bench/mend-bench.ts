import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mendDatabases } from '../../app/mend/mend-databases.ts'
import { mendLog } from '../../app/mend/mend-log.ts'
import { appendRecords } from '../support/leveldb-log.ts'
import { type Figure, medianTime } from './measure.ts'

const SIZE = 4 * 1024 * 1024
const NONE = new Uint8Array()

/** The files of a database with a log of 4 MB looked through before the window opens, beside reading them alone. */
export async function mendFigures(): Promise<Figure[]> {
  const data = mkdtempSync(join(tmpdir(), 'epistula-bench-'))
  try {
    const database = join(data, 'IndexedDB', 'app_epistula_0.indexeddb.leveldb')
    mkdirSync(database, { recursive: true })
    const log = join(database, '000003.log')
    writeFileSync(join(database, 'CURRENT'), 'MANIFEST-000001\n')
    writeFileSync(join(database, 'MANIFEST-000001'), appendRecords(NONE, [new Uint8Array(60)]))
    writeFileSync(log, invented())
    const look = () => mendDatabases(data, new Date())
    // What a start pays: nothing has been compiled yet.
    const before = process.cpuUsage()
    await look()
    const { user, system } = process.cpuUsage(before)
    const again = await medianTime(9, look)
    const read = await medianTime(9, () => readFileSync(log))
    const bytes = readFileSync(log)
    bytes.fill(4, 1_000_000, 1_000_100)
    const damaged = await medianTime(5, () => mendLog(bytes, 'log'))
    const garbage = bytes.map((_, i) => (i % 2 ? 4 : (i * 7919) % 251))
    const nothing = await medianTime(1, () => mendLog(garbage, 'log'))
    return [
      {
        name: 'look through a log of 4 MB before the window opens, first time: processor time',
        value: (user + system) / 1000,
        unit: 'ms',
        baseline: { name: 'read the file', value: read },
        bar: 50,
        details: { again, 'damaged in one place': damaged, 'nothing whole in it': nothing },
      },
    ]
  } finally {
    rmSync(data, { recursive: true })
  }
}

// Batches as an action writes them, and now and then a letter: 4 MB of what looks like Cyrillic text.
function invented(): Uint8Array {
  const batches: Uint8Array[] = []
  for (let size = 0, i = 0; size < SIZE; i++) {
    const batch = new Uint8Array(i % 40 ? 300 + ((i * 37) % 900) : 60_000)
    for (let at = 12; at < batch.length; at++) batch[at] = at % 2 ? 4 : (i + at * 7) % 80
    const view = new DataView(batch.buffer)
    view.setBigUint64(0, BigInt(i + 1), true)
    view.setUint32(8, 1, true)
    batches.push(batch)
    size += batch.length
  }
  return appendRecords(NONE, batches)
}
