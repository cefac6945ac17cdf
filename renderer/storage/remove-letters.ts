import { LETTER_TABLES, LONG_MS } from './add-import.ts'
import { type Database, rowsOfLetter } from './database.ts'
import type { Failed } from './failure.ts'
import { addLetterRows } from './new-letter-rows.ts'
import type { LetterRows, RemovedRow } from './rows.ts'
import { readAll, type Store, write } from './store.ts'

/** The end of a removal: done, nothing to do, or refused because work was done on these letters (`force` removes them all the same). */
export type RemoveResult =
  | { readonly status: 'removed'; readonly letters: readonly string[] }
  | { readonly status: 'worked-on'; readonly letters: readonly string[] }
  | { readonly status: 'missing' }
  | Failed

/** The end of bringing back: done, nothing to do, or refused because these ids are taken by other letters. */
export type RestoreResult =
  | { readonly status: 'restored'; readonly letters: readonly string[] }
  | { readonly status: 'exists'; readonly letters: readonly string[] }
  | { readonly status: 'missing' }
  | Failed

const tables = [...LETTER_TABLES, 'imports', 'removed'] as const

/**
 * Takes all letters of an import out of the library, in one transaction; they are kept whole and `redoImport` brings
 * them back. Refused where letters were worked on since, unless `force`.
 */
export async function undoImport(
  store: Store,
  importId: string,
  force = false,
): Promise<RemoveResult> {
  const { db } = store
  const result = await write(
    store,
    tables,
    async () => {
      const batch = await db.imports.get(importId)
      if (batch?.state !== 'committed') return { status: 'missing' } as const
      const ids = (await db.letters.where({ importId }).primaryKeys()) as string[]
      const taken = await takeOut(store, ids, 'import-undone', force)
      if (taken.status === 'removed') await db.imports.put({ ...batch, state: 'undone' })
      return taken
    },
    LONG_MS,
  )
  if (result.status === 'removed') announce(store, result.letters, importId)
  return result
}

/** Brings back all letters that `undoImport` took out, as they were. */
export async function redoImport(store: Store, importId: string): Promise<RestoreResult> {
  const { db } = store
  const result = await write(
    store,
    tables,
    async () => {
      const batch = await db.imports.get(importId)
      if (batch?.state !== 'undone') return { status: 'missing' } as const
      const all = await db.removed.where({ importId }).toArray()
      const back = await putBack(
        db,
        all.filter((row) => row.reason === 'import-undone'),
      )
      if (back.status === 'restored') await db.imports.put({ ...batch, state: 'committed' })
      return back
    },
    LONG_MS,
  )
  if (result.status === 'restored') announce(store, result.letters, importId)
  return result
}

/** Takes letters out of the library, all or none; `restoreLetters` brings them back. */
export async function removeLetters(
  store: Store,
  ids: readonly string[],
  force = false,
): Promise<RemoveResult> {
  const result = await write(store, tables, () => takeOut(store, ids, 'removed', force), LONG_MS)
  if (result.status === 'removed') announce(store, result.letters)
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
  if (result.status === 'restored') announce(store, result.letters)
  return result
}

/** The letters that can be brought back, without their content. */
export async function listRemoved(store: Store): Promise<
  | {
      readonly status: 'read'
      readonly removed: readonly (Omit<RemovedRow, 'rows'> & { readonly title: string })[]
    }
  | Failed
> {
  return readAll(store, ['removed'], async () => {
    const all = await store.db.removed.toArray()
    const removed = all.map(({ rows, ...row }) => ({ ...row, title: rows.head.title }))
    return { status: 'read', removed } as const
  })
}

async function takeOut(
  store: Store,
  ids: readonly string[],
  reason: RemovedRow['reason'],
  force: boolean,
) {
  const { db } = store
  const heads = (await db.letters.bulkGet([...ids])).filter((head) => head !== undefined)
  if (heads.length === 0 && ids.length > 0) return { status: 'missing' } as const
  const worked = heads.filter((head) => head.lastSeq > 0).map((head) => head.id)
  if (worked.length > 0 && !force) return { status: 'worked-on', letters: worked } as const
  for (const { id: letter, importId } of heads) {
    const rows = await readRows(db, letter)
    const entities = [...rows.mentions, ...rows.parties].flatMap((row) => row.entity ?? [])
    const row = { letter, importId, reason, entities: [...new Set(entities)], rows }
    await db.removed.add({ id: store.newId(), time: store.now(), ...row })
    await deleteRows(db, letter)
  }
  return { status: 'removed', letters: heads.map((head) => head.id) } as const
}

async function putBack(db: Database, removed: readonly RemovedRow[]) {
  if (removed.length === 0) return { status: 'missing' } as const
  const letters = removed.map((row) => row.letter)
  const taken = (await db.letters.where('id').anyOf(letters).primaryKeys()) as string[]
  if (taken.length > 0) return { status: 'exists', letters: taken } as const
  await addLetterRows(
    db,
    removed.map(({ rows }) => rows),
  )
  await db.removed.bulkDelete(removed.map((row) => row.id))
  return { status: 'restored', letters } as const
}

async function readRows(db: Database, letter: string): Promise<LetterRows> {
  const head = await db.letters.get(letter)
  if (!head) throw new RangeError(`No letter ${letter}`)
  return {
    head,
    texts: await rowsOfLetter(db.texts, letter).toArray(),
    snapshots: await rowsOfLetter(db.snapshots, letter).toArray(),
    journal: await rowsOfLetter(db.journal, letter).toArray(),
    mentions: await rowsOfLetter(db.mentions, letter).toArray(),
    parties: await rowsOfLetter(db.parties, letter).toArray(),
    dates: await rowsOfLetter(db.dates, letter).toArray(),
    problems: await rowsOfLetter(db.problems, letter).toArray(),
  }
}

async function deleteRows(db: Database, letter: string): Promise<void> {
  await db.letters.delete(letter)
  for (const name of LETTER_TABLES)
    if (name !== 'letters') await db[name].where('letter').equals(letter).delete()
}

function announce(store: Store, letters: readonly string[], importId?: string): void {
  store.changes.announce({ kind: 'letters', ids: letters })
  if (importId !== undefined) store.changes.announce({ kind: 'imports', ids: [importId] })
}
