import { open, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from '../files/write-whole.ts'
import { copyDatabase, type DatabaseCopy } from './copy-database.ts'
import { type Mend, mendLog } from './mend-log.ts'

/** What was done with a database that was damaged, more than by a torn end. */
export interface DamagedDatabase {
  /** How many records, at least, could not be read. */
  readonly leftOut: number
  /** How it was before; null where no copy could be made, and then nothing was changed. */
  readonly copy: DatabaseCopy | null
  readonly isMended: boolean
}

interface FileToMend {
  readonly path: string
  readonly size: number
  readonly mend: Mend
}

// LevelDB begins a new log behind 4 MB and a single batch of IndexedDB stays far below this; a file that is larger is
// none of those, and to read it would keep the window waiting.
const LARGEST_LOG = 64 * 1024 * 1024

/**
 * Mends the databases of Chromium's IndexedDB below a data folder, before Chromium opens them: it would go on writing
 * behind a record that was not written to its end, find that at the next start, and throw the whole database away. Torn
 * ends are cut off; of a database damaged in the middle a copy is kept below `mended`. What is not understood or cannot
 * be read is left as it is. Never rejects; gives the databases that a person should hear of.
 */
export async function mendDatabases(data: string, now: Date): Promise<DamagedDatabase[]> {
  const damaged: DamagedDatabase[] = []
  const place = join(data, 'IndexedDB')
  for (const name of await namesIn(place)) {
    if (!name.endsWith('.leveldb')) continue
    // Where a file cannot be read or cut, the start goes on: Chromium reads the same files next and says what it finds.
    const found = await mendDatabase(join(place, name), join(data, 'mended'), now).catch(() => null)
    if (found) damaged.push(found)
  }
  return damaged
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch {
    // Before the first run there is no such folder.
    return []
  }
}

async function mendDatabase(
  database: string,
  copies: string,
  now: Date,
): Promise<DamagedDatabase | null> {
  const files = await filesToMend(database)
  const leftOut = files.reduce(
    (sum, { mend }) => sum + (mend.is === 'damaged' ? mend.leftOut : 0),
    0,
  )
  if (leftOut === 0) {
    for (const file of files) await mendFile(file)
    return null
  }
  let copy: DatabaseCopy | null = null
  try {
    copy = await copyDatabase(database, copies, now)
    for (const file of files) await mendFile(file)
    return { leftOut, copy, isMended: true }
  } catch {
    // A full disk, most likely: what is there stays, and a person is told.
    return { leftOut, copy, isMended: false }
  }
}

/** The files of a database that are in need of it; none where one of them is not understood. */
async function filesToMend(database: string): Promise<FileToMend[]> {
  const current = await readFile(join(database, 'CURRENT'), 'latin1')
  const manifest = /^(MANIFEST-\d+)\n$/.exec(current)?.[1]
  if (!manifest) return []
  const logs = (await readdir(database)).filter((name) => /^\d+\.log$/.test(name)).sort()
  const files: FileToMend[] = []
  for (const name of [manifest, ...logs]) {
    const path = join(database, name)
    const { size } = await stat(path)
    if (size > LARGEST_LOG) return []
    const mend = mendLog(await readFile(path), name === manifest ? 'manifest' : 'log')
    if (mend.is === 'foreign') return []
    if (mend.is !== 'whole') files.push({ path, size, mend })
  }
  return files
}

async function mendFile({ path, size, mend }: FileToMend): Promise<void> {
  if (mend.is === 'damaged') await writeWhole([{ path, bytes: mend.bytes }])
  if (mend.is !== 'torn') return
  const handle = await open(path, 'r+')
  try {
    // What somebody else is writing just now is not ours to cut.
    if ((await handle.stat()).size !== size) return
    await handle.truncate(mend.keep)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
