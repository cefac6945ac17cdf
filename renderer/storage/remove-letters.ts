import { LETTER_TABLES, LONG_MS } from './add-import.ts'
import type { Failed } from './failure.ts'
import type { RemovedRow } from './rows.ts'
import { type Store, write } from './store.ts'
import { type PutBack, putBack, type TakenOut, takeOut } from './take-out.ts'

/** The end of a removal: done, nothing to do, or refused because work was done on these letters (`force` removes them all the same). */
export type RemoveResult = TakenOut | Failed

/** The end of bringing back: done, nothing to do, or refused because these ids are taken by other letters. */
export type RestoreResult = PutBack | Failed

const tables = [...LETTER_TABLES, 'removed'] as const

/** Takes letters out of the library, all or none; `restoreLetters` brings them back. */
export async function removeLetters(
  store: Store,
  ids: readonly string[],
  force = false,
): Promise<RemoveResult> {
  const body = async () => takeOut(store, ids, { reason: 'removed' }, force)
  const result = await write(store, tables, body, LONG_MS)
  if (result.status === 'removed') store.changes.announce({ kind: 'letters', ids: result.letters })
  return result
}

/** Brings back letters that `removeLetters` took out, each as it was when it was last removed. */
export async function restoreLetters(store: Store, ids: readonly string[]): Promise<RestoreResult> {
  const { db } = store
  const body = async () => {
    const latest = new Map<string, RemovedRow>()
    for (const row of await db.removed.where('letter').anyOf(ids).sortBy('time'))
      if (row.reason === 'removed') latest.set(row.letter, row)
    return putBack(db, [...latest.values()])
  }
  const result = await write(store, tables, body, LONG_MS)
  if (result.status === 'restored') store.changes.announce({ kind: 'letters', ids: result.letters })
  return result
}
