/** The marks of the pages that have this library open: one each, taken away when its page is left. */
export interface PageMarks {
  /** The browser's own words about a library that it has thrown away just now; null where it has not. */
  readonly lost: string | null
  /** Whether a mark was left behind: a page ended as at a kill or a loss of power, and no page is open that has seen to it. */
  readonly isLeftBehind: boolean
  /** Takes away what was left behind, and marks this page. */
  mark(): Promise<void>
}

const name = 'epistula-pages'
const marks = 'marks'
// As long as this page lives.
const own = crypto.randomUUID()

/** Opens the marks; to be done before anything else is asked of IndexedDB. Reading them writes nothing. Rejects where the browser opens no database. */
export async function openPageMarks(): Promise<PageMarks> {
  let lost: string | null = null
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = (event) => {
    lost = lossIn(event)
    request.result.createObjectStore(marks)
  }
  const db = await endOf(request)
  db.onversionchange = () => db.close()
  const isAlone = await becomeOpen()
  const keys = await endOf(db.transaction(marks).objectStore(marks).getAllKeys())
  const left = isAlone ? keys.filter((key) => key !== own) : []
  return {
    lost,
    isLeftBehind: left.length > 0,
    mark: async () => {
      const work = db.transaction(marks, 'readwrite', { durability: 'strict' })
      for (const key of left) work.objectStore(marks).delete(key)
      work.objectStore(marks).put(true, own)
      await ended(work)
      addEventListener('pagehide', () => unmark(db), { once: true })
    },
  }
}

// The page is going: nothing is waited for any more, so the transaction is told to end by itself.
function unmark(db: IDBDatabase): void {
  try {
    const work = db.transaction(marks, 'readwrite')
    work.objectStore(marks).delete(own)
    work.commit()
  } catch {
    // The browser has closed the database: the next start looks twice.
  }
}

/** Whether no other page is open; from then on this one is seen to be, as long as it lives. */
function becomeOpen(): Promise<boolean> {
  const lock = `epistula/${name}`
  return new Promise((resolve, reject) => {
    const stay = (isAlone: boolean) => {
      const asked = navigator.locks.request(lock, { mode: 'shared' }, () => {
        resolve(isAlone)
        return new Promise<void>(() => undefined)
      })
      asked.catch(reject)
    }
    navigator.locks.request(lock, { ifAvailable: true }, (held) => held !== null).then(stay, reject)
  })
}

/** Resolves when a transaction is carried out; rejects with its error where it is not. */
export function ended(work: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    work.oncomplete = () => resolve()
    work.onabort = () => reject(work.error)
  })
}

/** The result of a request; rejects with its error. */
export function endOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

// Chromium's own: https://chromium.googlesource.com/chromium/src, idb_version_change_event.idl.
interface DataLoss {
  readonly dataLoss?: 'none' | 'total'
  readonly dataLossMessage?: string
}

function lossIn(event: IDBVersionChangeEvent & DataLoss): string | null {
  return event.dataLoss === 'total' ? (event.dataLossMessage ?? '') : null
}
