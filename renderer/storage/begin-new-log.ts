import { ended, endOf, openPageMarks } from './page-marks.ts'

const scratch = 'epistula-log'
const rows = 'rows'
const patienceMs = 2000
const longPatienceMs = 10_000

// LevelDB holds up to 4 MB in memory (leveldb_chrome of Chromium) before it begins another log, and waits with the one after
// that until the first is a table: twice as much, and something over, has left the first log behind for certain. A value of
// 64 KB and more would be kept in a file of its own.
const valueBytes = 60_000
const valuesAtOnce = 18
const turns = 9

/**
 * Makes the browser begin a new log of its database, and asks it whether it has thrown an older library away. To be done
 * before anything else is asked of IndexedDB. Resolves with the browser's own words about the loss, or null; never rejects.
 *
 * Chromium keeps IndexedDB in LevelDB. A process killed in a write leaves half a record at the end of the log; the next
 * start writes on behind it, and the one after that finds damage in the middle and throws the whole database away. To delete
 * a database makes LevelDB compact, and with that begin a new log (docs/decisions/0013), but some milliseconds after it is
 * reported: where the page before this one was killed, so much is written that the old log is gone for certain. Other
 * browsers lose nothing by it.
 */
export async function beginNewLog(): Promise<string | null> {
  let lost: string | null = null
  let wasKilled = false
  const turn = async () => {
    const pages = await openPageMarks()
    lost = pages.lost
    wasKilled = pages.isLeftBehind
    await makeAndDelete(async () => undefined)
    if (wasKilled) await makeAndDelete(fill)
    await pages.mark()
  }
  // Where it fails (a full disk, files still held) the library itself is opened, or says why not.
  const over = turn().catch(() => undefined)
  await within(patienceMs, over)
  if (wasKilled) await within(longPatienceMs, over)
  return lost
}

async function makeAndDelete(use: (db: IDBDatabase) => Promise<void>): Promise<void> {
  const request = indexedDB.open(scratch, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(rows)
  const db = await endOf(request)
  try {
    await use(db)
  } finally {
    db.close()
    await endOf(indexedDB.deleteDatabase(scratch))
  }
}

async function fill(db: IDBDatabase): Promise<void> {
  // The browser would store zeros in a few bytes.
  const value = crypto.getRandomValues(new Uint8Array(valueBytes))
  for (let turn = 0; turn < turns; turn++) {
    const work = db.transaction(rows, 'readwrite', { durability: 'relaxed' })
    for (let key = 0; key < valuesAtOnce; key++) work.objectStore(rows).put(value, key)
    await ended(work)
  }
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, patience])
  clearTimeout(timer)
}
