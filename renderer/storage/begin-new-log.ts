const scratch = 'epistula-log'
const patienceMs = 2000

/**
 * Makes the browser begin a new log of its database, and asks it whether it has thrown an older library away. To be done
 * before anything else is asked of IndexedDB. Resolves with the browser's own words about the loss, or null; never rejects.
 *
 * Chromium keeps IndexedDB in LevelDB. A process killed in a write leaves half a record at the end of the log; the next
 * start writes on behind it, and the one after that finds damage in the middle and throws the whole database away. To delete
 * a database makes LevelDB compact, and with that begin a new log (docs/decisions/0013). Other browsers lose nothing by it.
 */
export async function beginNewLog(): Promise<string | null> {
  let lost: string | null = null
  const turn = async () => {
    const request = indexedDB.open(scratch, 1)
    request.onupgradeneeded = (event) => {
      lost = lossIn(event)
    }
    await endOf(request)
    request.result.close()
    await endOf(indexedDB.deleteDatabase(scratch))
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMs)
  })
  // Where it fails (a full disk, files still held) the library itself is opened, or says why not.
  await Promise.race([turn().catch(() => undefined), patience])
  clearTimeout(timer)
  return lost
}

function endOf(request: IDBOpenDBRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve()
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
