import {
  announceImport,
  IMPORT_TABLES,
  LONG_MS,
  type NewImport,
  type PreparedImport,
  prepareImport,
} from './add-import.ts'
import type { Failed } from './failure.ts'
import { findChanged, type Replaced } from './replace-letters.ts'
import { type Store, write } from './store.ts'
import { takeOut } from './take-out.ts'

/** A changed source: the import, the letters of the library that go to the trash for it, and which of them each new letter stands for. */
export interface Reimport {
  readonly batch: NewImport
  readonly out: readonly Replaced[]
  readonly standsFor: ReadonlyMap<string, readonly string[]>
}

/** The end of a re-import: all of it is there, or nothing; `conflict` names letters that were written since, `exists` ids that are taken. */
export type ReplaceByImportResult =
  | { readonly status: 'added'; readonly importId: string }
  | { readonly status: 'exists' | 'conflict'; readonly letters: readonly string[] }
  | Failed

/**
 * Stores a changed source in one transaction: letters that take the place of others may have their ids; those lie whole in
 * the trash, with their history. `undoImport` takes all of it back.
 */
export async function replaceByImport(
  store: Store,
  { batch, out, standsFor }: Reimport,
): Promise<ReplaceByImportResult> {
  const prepared = await prepareImport(store, batch, standsFor)
  const { importId, ids } = prepared
  const old = out.map(({ id }) => id)
  // Dexie follows native promises only out of a function that is itself asynchronous.
  const body = async () => replace(store, prepared, out)
  const result = await write(store, [...IMPORT_TABLES, 'removed'], body, LONG_MS)
  if (result.status !== 'added') return result
  announceImport(store, { ...prepared, ids: [...ids, ...old] })
  return { status: 'added', importId }
}

async function replace(store: Store, prepared: PreparedImport, out: readonly Replaced[]) {
  const { db } = store
  const { importId, ids } = prepared
  const changed = await findChanged(store, out)
  if (changed.length > 0) return { status: 'conflict', letters: changed } as const
  const old = out.map(({ id }) => id)
  const live = (await db.letters
    .where('id')
    .anyOf([...ids])
    .primaryKeys()) as string[]
  const taken = live.filter((id) => !old.includes(id))
  if (taken.length > 0) return { status: 'exists', letters: taken } as const
  const removal = { reason: 'replaced', kind: 'reimported', change: importId } as const
  if (old.length > 0) await takeOut(store, old, { ...removal, replacedBy: ids }, true)
  await prepared.write()
  return { status: 'added' } as const
}
