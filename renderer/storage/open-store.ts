import { Dexie } from 'dexie'
import { beginNewLog } from './begin-new-log.ts'
import { createChanges } from './changes.ts'
import { createDatabase, DATABASE_NAME, type Database, NATIVE_VERSION } from './database.ts'
import { type Failed, failureOf } from './failure.ts'
import { createHealth } from './health.ts'
import type { Acknowledger, Store } from './store.ts'

/**
 * The end of opening. `lost`: what the browser says of a library it has found damaged and thrown away before this one was
 * made; null where it has not. `newer`: a newer program made the database, and it was left alone; `blocked`: another window holds
 * an older one open and does not let go.
 */
export type OpenResult =
  | {
      readonly status: 'open'
      readonly store: Store
      readonly isFirstRun: boolean
      readonly lost: string | null
    }
  | { readonly status: 'newer'; readonly version: number }
  | { readonly status: 'blocked' }
  | Failed

const blockedMs = 3000
// A browser that was killed lets its files go only when its last process has ended.
const pausesMs = [200, 600, 1500]

/**
 * Opens the library, made where there is none yet (`isFirstRun`); a failure to open is tried again for about two seconds.
 * Once open it is never opened again behind the caller's back: when another window upgrades it or the browser drops it, the
 * store freezes with the cause `closed` and stays so.
 */
export async function openStore(
  now: () => string,
  newId: () => string,
  acknowledgers: readonly Acknowledger[] = [],
): Promise<OpenResult> {
  let lost: string | null = null
  const attempt = async () => {
    lost = (await beginNewLog()) ?? lost
    return tryToOpen({ now, newId, acknowledgers }, lost)
  }
  for (const pause of pausesMs) {
    const result = await attempt()
    if (result.status !== 'failed' || result.cause === 'quota') return result
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  return attempt()
}

async function tryToOpen(
  own: Pick<Store, 'now' | 'newId' | 'acknowledgers'>,
  lost: string | null,
): Promise<OpenResult> {
  const db = createDatabase()
  try {
    const version = await installedVersion()
    if (version > NATIVE_VERSION) return { status: 'newer', version }
    if (!(await openOnce(db))) return { status: 'blocked' }
    const native = db.backendDB().version
    if (native > NATIVE_VERSION) {
      db.close({ disableAutoOpen: true })
      return { status: 'newer', version: native }
    }
    const { generation, isFirstRun } = await readGeneration(db, own.now, own.newId)
    const changes = createChanges(DATABASE_NAME)
    const health = createHealth()
    const store = { db, generation, ...own, changes, health }
    guard(store)
    return { status: 'open', store, isFirstRun, lost }
  } catch (error) {
    db.close({ disableAutoOpen: true })
    return failureOf(error)
  }
}

// Opening with our version number would already change a newer database, hence the look from outside first.
async function installedVersion(): Promise<number> {
  const known = await indexedDB.databases()
  return known.find(({ name }) => name === DATABASE_NAME)?.version ?? 0
}

async function openOnce(db: Database): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const blocked = new Promise<false>((resolve) => {
    db.on('blocked', () => {
      timer ??= setTimeout(() => resolve(false), blockedMs)
    })
  })
  const opened = await Promise.race([db.open().then(() => true), blocked])
  clearTimeout(timer)
  if (!opened) db.close({ disableAutoOpen: true })
  return opened
}

async function readGeneration(db: Database, now: () => string, newId: () => string) {
  return db.transaction('rw', [db.meta], async () => {
    const row = await db.meta.get('generation')
    if (typeof row?.value === 'string') return { generation: row.value, isFirstRun: false }
    const generation = newId()
    await db.meta.bulkAdd([
      { key: 'generation', value: generation },
      { key: 'created', value: now() },
    ])
    return { generation, isFirstRun: true }
  })
}

function guard(store: Store): void {
  const { db, health } = store
  const close = (message: string) => {
    db.close({ disableAutoOpen: true })
    health.freeze({ status: 'failed', cause: 'closed', message })
  }
  db.on('versionchange', () => {
    close('Another window changes the database')
    return false
  })
  // The browser has dropped the connection (its files were removed or damaged).
  db.backendDB().addEventListener('close', () => close('The browser has closed the database'))
  // Dexie opens anew when a connection is found dead; what it would find might be an empty database.
  db.open = () => Dexie.Promise.reject(new Dexie.DatabaseClosedError())
}
