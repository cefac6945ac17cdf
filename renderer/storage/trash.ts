import { LETTER_TABLES, LONG_MS } from './add-import.ts'
import type { Database } from './database.ts'
import type { Failed } from './failure.ts'
import type { RemovedRow } from './rows.ts'
import { readAll, type Store, write } from './store.ts'
import { type PutBack, putBack, takeOut } from './take-out.ts'

/** A letter in the trash: what lists show of it. `isEarlierForm`: letters that stand in the library were made of it. */
export type TrashedLetter = Omit<RemovedRow, 'rows' | 'entities'> & {
  readonly title: string
  readonly dateText: string
  readonly actions: number
  readonly isEarlierForm: boolean
}

/** The letters in the trash, the last one taken out first. */
export async function listTrash(
  store: Store,
): Promise<{ readonly status: 'read'; readonly letters: readonly TrashedLetter[] } | Failed> {
  const { db } = store
  return readAll(store, ['removed', 'letters'], async () => {
    const live = new Set(await db.letters.toCollection().primaryKeys())
    const letters: TrashedLetter[] = []
    await db.removed.each(({ rows: { head }, entities: _, ...row }) => {
      const isEarlierForm =
        row.reason === 'replaced' && (row.replacedBy ?? []).some((id) => live.has(id))
      const { title, dateText, lastSeq: actions } = head
      letters.push({ ...row, title, dateText, actions, isEarlierForm })
    })
    letters.sort((a, b) => (a.time < b.time ? 1 : -1))
    return { status: 'read', letters } as const
  })
}

/**
 * Brings back letters by the ids of their rows in the trash, all or none, as they were. An import that was taken back counts
 * as standing again with the first of its letters.
 */
export async function bringBack(
  store: Store,
  rowIds: readonly string[],
): Promise<PutBack | Failed> {
  const { db } = store
  const tables = [...LETTER_TABLES, 'removed', 'imports'] as const
  const body = async () => {
    const rows = (await db.removed.bulkGet([...rowIds])).filter((row) => row !== undefined)
    const twice = rows.find((row, i) =>
      rows.slice(0, i).some(({ letter }) => letter === row.letter),
    )
    if (twice) return { status: 'exists', letters: [twice.letter] } as const
    const back = await putBack(db, rows)
    if (back.status === 'restored')
      for (const importId of new Set(rows.map((row) => row.importId)))
        await db.imports.where({ id: importId }).modify({ state: 'committed' })
    return back
  }
  const result = await write(store, tables, body, LONG_MS)
  if (result.status === 'restored') {
    store.changes.announce({ kind: 'letters', ids: result.letters })
    store.changes.announce({ kind: 'imports', ids: [] })
  }
  return result
}

/**
 * Lets an earlier form of a letter and the one that stands in its place, under the same id, change places: what stood there
 * lies in the trash then, both whole.
 */
export async function exchangeForm(store: Store, rowId: string): Promise<PutBack | Failed> {
  const { db } = store
  const body = async () => {
    const row = await db.removed.get(rowId)
    if (!row) return { status: 'missing' } as const
    const { letter, change, kind } = row
    const place = { ...(change !== undefined && { change }), ...(kind && { kind }) }
    const removal = { reason: 'replaced', ...place, replacedBy: [letter] } as const
    await takeOut(store, [letter], removal, true)
    return putBack(db, [row])
  }
  const result = await write(store, [...LETTER_TABLES, 'removed'], body, LONG_MS)
  if (result.status === 'restored') store.changes.announce({ kind: 'letters', ids: result.letters })
  return result
}

/**
 * Deletes letters of the trash for good, with their history, and with them the pages of imports that were taken back and of
 * which nothing is left. Nothing brings them back.
 */
export async function emptyTrash(
  store: Store,
  rowIds: readonly string[],
): Promise<{ readonly status: 'emptied'; readonly count: number } | Failed> {
  const { db } = store
  const tables = ['removed', 'letters', 'imports', 'sources'] as const
  const body = async () => {
    const present = (await db.removed.bulkGet([...rowIds])).filter((row) => row !== undefined)
    await db.removed.bulkDelete(present.map((row) => row.id))
    for (const importId of new Set(present.map((row) => row.importId)))
      await forgetImport(db, importId)
    return { status: 'emptied', count: present.length } as const
  }
  const result = await write(store, tables, body, LONG_MS)
  if (result.status === 'emptied') {
    store.changes.announce({ kind: 'letters', ids: [] })
    store.changes.announce({ kind: 'imports', ids: [] })
  }
  return result
}

async function forgetImport(db: Database, importId: string): Promise<void> {
  const batch = await db.imports.get(importId)
  if (batch?.state !== 'undone') return
  const left =
    (await db.removed.where({ importId }).count()) + (await db.letters.where({ importId }).count())
  if (left > 0) return
  await db.sources.where({ importId }).delete()
  await db.imports.delete(importId)
}
