import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mendDatabases } from '../../app/mend/mend-databases.ts'
import { mendLog } from '../../app/mend/mend-log.ts'
import { appendRecords } from '../support/leveldb-log.ts'
import { type Figure, median, medianTime } from './measure.ts'

const SIZE = 4 * 1024 * 1024
const STARTS = 9
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
    const starts = Array.from({ length: STARTS }, () => lookOnce(data, log))
    const look = median(starts.map((start) => start.look))
    const again = await medianTime(9, () => mendDatabases(data, new Date()))
    const read = median(starts.map((start) => start.read))
    const bytes = readFileSync(log)
    bytes.fill(4, 1_000_000, 1_000_100)
    const damaged = await medianTime(5, () => mendLog(bytes, 'log'))
    const garbage = bytes.map((_, i) => (i % 2 ? 4 : (i * 7919) % 251))
    const nothing = await medianTime(1, () => mendLog(garbage, 'log'))
    return [
      {
        name: 'look through a log of 4 MB before the window opens, processor time of a start (median of 9)',
        value: look,
        unit: 'ms',
        baseline: { name: 'read the file', value: read },
        bar: 50,
        details: {
          worst: Math.max(...starts.map((start) => start.look)),
          again,
          'damaged in one place': damaged,
          'nothing whole in it': nothing,
        },
      },
    ]
  } finally {
    rmSync(data, { recursive: true })
  }
}

// What a start pays: a process of its own each time, in which nothing has been compiled yet.
function lookOnce(data: string, log: string): { readonly read: number; readonly look: number } {
  const program = join(import.meta.dirname, 'mend-look.ts')
  return JSON.parse(execFileSync(process.execPath, [program, data, log], { encoding: 'utf8' }))
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
