import type { JournalRow } from '../../shared/collection/journal-row.ts'
import type { Changes } from './changes.ts'
import type { Database } from './database.ts'
import { type Failed, failureOf } from './failure.ts'
import type { Health } from './health.ts'

/**
 * Keeps journal rows a second time, outside the browser's database; "saved" waits for it. A rejection means not kept.
 * Here a journal file on disk, a ledger and backups will be plugged in; none is needed for the store to work.
 */
export type Acknowledger = (rows: readonly JournalRow[]) => Promise<void>

/** An open library. `generation` was made once with the database: another one means another, perhaps emptied, database. */
export interface Store {
  readonly db: Database
  readonly generation: string
  readonly now: () => string
  readonly newId: () => string
  readonly acknowledgers: readonly Acknowledger[]
  readonly changes: Changes
  readonly health: Health
}

/** How long a write may take before it counts as not kept. */
export const ANSWER_MS = 2000

const READ_MS = 30_000

/**
 * Runs `body` in one strict transaction over all tables named; resolves after the commit, never before. A failure of the
 * database is a result and freezes the store; silence longer than `patience` milliseconds is `no-answer` with the later end in `late`.
 */
export async function write<T extends { readonly status: string }>(
  store: Store,
  tables: readonly (keyof Database & string)[],
  body: () => Promise<T>,
  patience: number = ANSWER_MS,
): Promise<T | Failed> {
  const health = store.health.state()
  if (health.status === 'frozen')
    return { status: 'failed', cause: 'frozen', message: health.failure.message }
  let late = false
  const end: Promise<T | Failed> = settled(store, tables, body).then((result) => {
    if (result.status === 'failed') store.health.freeze(result as T & Failed)
    else if (late) store.health.thaw()
    return result
  })
  const silence = waitFor(patience)
  const first = await Promise.race([end, silence.over])
  silence.cancel()
  if (first !== 'silence') return first
  late = true
  const message = `No answer from the database within ${patience} ms`
  const failed: Failed = { status: 'failed', cause: 'no-answer', message, late: end }
  store.health.freeze({ status: 'failed', cause: 'no-answer', message })
  return failed
}

/** Reads in one transaction; a failure of the database, or its silence for half a minute, is a result. */
export async function readAll<T extends { readonly status: string }>(
  store: Store,
  tables: readonly (keyof Database & string)[],
  body: () => Promise<T>,
): Promise<T | Failed> {
  const silence = waitFor(READ_MS)
  try {
    const first = await Promise.race([store.db.transaction('r', [...tables], body), silence.over])
    if (first !== 'silence') return first
    const message = `No answer from the database within ${READ_MS} ms`
    return { status: 'failed', cause: 'no-answer', message }
  } catch (error) {
    return failureOf(error)
  } finally {
    silence.cancel()
  }
}

/** Looks whether the same database answers again after a failure, and if so takes writes again. */
export async function tryAgain(store: Store): Promise<boolean> {
  const read = readAll(store, ['meta'], async () => {
    const row = await store.db.meta.get('generation')
    return { status: row?.value === store.generation ? 'same' : 'other' } as const
  })
  const silence = waitFor(ANSWER_MS)
  const first = await Promise.race([read, silence.over])
  silence.cancel()
  if (first === 'silence' || first.status !== 'same') return false
  store.health.thaw()
  return true
}

/** Ends all connections of a store. */
export function closeStore(store: Store): void {
  store.db.close({ disableAutoOpen: true })
  store.changes.close()
}

async function settled<T>(
  store: Store,
  tables: readonly (keyof Database & string)[],
  body: () => Promise<T>,
): Promise<T | Failed> {
  try {
    return await store.db.transaction('rw', [...tables], body)
  } catch (error) {
    return failureOf(error)
  }
}

/** In so many parts silence is listened to. */
const PARTS = 8

// In parts: an answer that waits behind work of this thread is no silence, and a timer alone would be called before it is heard.
function waitFor(ms: number): { readonly over: Promise<'silence'>; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  const over = new Promise<'silence'>((resolve) => {
    const listen = (left: number) => {
      timer = setTimeout(() => (left > 1 ? listen(left - 1) : resolve('silence')), ms / PARTS)
    }
    if (Number.isFinite(ms)) listen(PARTS)
  })
  return { over, cancel: () => clearTimeout(timer) }
}
