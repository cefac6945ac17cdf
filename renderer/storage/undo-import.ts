import { LETTER_TABLES, LONG_MS } from './add-import.ts'
import type { Database } from './database.ts'
import type { Failed } from './failure.ts'
import { swapChange } from './replace-letters.ts'
import type { EntityRow, ImportRow } from './rows.ts'
import { type Store, write } from './store.ts'
import { type PutBack, putBack, type TakenOut, takeOut } from './take-out.ts'

const tables = [...LETTER_TABLES, 'imports', 'removed', 'entities'] as const

/** The end of taking an import back; `exists`: letters that it had replaced cannot come back, their ids are taken. */
export type UndoImportResult =
  | TakenOut
  | { readonly status: 'exists'; readonly letters: readonly string[] }
  | Failed

/**
 * Takes an import back, in one transaction: its letters go to the trash (those too that became originals of other letters), letters that it had replaced come back, and of the
 * register entries that it brought those go that nobody has changed and no other letter means. `redoImport` does it again.
 * Refused where letters were worked on since, unless `force`.
 */
export async function undoImport(
  store: Store,
  importId: string,
  force = false,
): Promise<UndoImportResult> {
  const { db } = store
  let restored: readonly string[] = []
  let freed: readonly string[] = []
  const body = async (): Promise<Exclude<UndoImportResult, Failed>> => {
    const batch = await db.imports.get(importId)
    if (batch?.state !== 'committed') return { status: 'missing' }
    const apart = await takeApart(store, importId, force)
    if (apart.status === 'worked-on') return apart
    freed = apart.freed
    const ids = (await db.letters.where({ importId }).primaryKeys()) as string[]
    const changed = await db.removed.where({ change: importId }).toArray()
    const replaced = changed.filter((row) => row.importId !== importId)
    const old = replaced.map((row) => row.letter)
    const strangers = await strangersAt(db, old, ids)
    if (strangers.length > 0) return { status: 'exists', letters: strangers }
    const taken = await takeOut(store, ids, { reason: 'import-undone' }, force)
    if (taken.status === 'worked-on') return taken
    const back = await putBack(db, replaced)
    if (back.status === 'restored') restored = back.letters
    const entityRows = await takeEntities(db, batch)
    await db.imports.put({ ...batch, state: 'undone', broughtBack: restored, entityRows })
    return { status: 'removed', letters: taken.status === 'removed' ? taken.letters : [] }
  }
  const result = await write(store, tables, body, LONG_MS)
  if (result.status === 'removed')
    announce(store, importId, [...result.letters, ...restored, ...freed])
  return result
}

// Letters of the import that became originals of letters of others: those have none again.
async function takeApart(store: Store, importId: string, force: boolean) {
  const rows = await store.db.removed.where({ importId }).toArray()
  const attached = rows.filter((row) => row.reason === 'replaced' && row.kind === 'attached')
  const freed: string[] = []
  for (const change of new Set(attached.map((row) => row.change ?? ''))) {
    const swap = await swapChange(store, change, force)
    if (swap.status === 'worked-on') return { status: 'worked-on', letters: swap.letters } as const
    if (swap.status === 'restored') freed.push(...swap.all)
  }
  return { status: 'apart', freed } as const
}

/**
 * Does again what `undoImport` took back: letters and register entries come back as they were, letters that were replaced
 * go to the trash again. Refused where those were worked on since, unless `force`.
 */
export async function redoImport(
  store: Store,
  importId: string,
  force = false,
): Promise<PutBack | Extract<TakenOut, { readonly status: 'worked-on' }> | Failed> {
  const { db } = store
  let replaced: readonly string[] = []
  const body = async () => {
    const batch = await db.imports.get(importId)
    if (batch?.state !== 'undone') return { status: 'missing' } as const
    const { broughtBack = [], entityRows = [], ...plain } = batch
    const removed = await db.removed.where({ importId }).toArray()
    const rows = removed.filter((row) => row.reason === 'import-undone')
    const ids = new Set(rows.map((row) => row.letter))
    if (rows.length === 0 && batch.letters.length > 0) return { status: 'missing' } as const
    const strangers = await strangersAt(db, [...ids], broughtBack)
    if (strangers.length > 0) return { status: 'exists', letters: strangers } as const
    const removal = { reason: 'replaced', kind: 'reimported', change: importId } as const
    const out = await takeOut(store, broughtBack, { ...removal, replacedBy: [...ids] }, force)
    if (out.status === 'worked-on') return out
    if (out.status === 'removed') replaced = out.letters
    if (rows.length > 0) await putBack(db, rows)
    const known = new Set(await db.entities.toCollection().primaryKeys())
    await db.entities.bulkAdd(entityRows.filter(({ id }) => !known.has(id)))
    await db.imports.put({ ...plain, state: 'committed' })
    return { status: 'restored', letters: [...ids] } as const
  }
  const result = await write(store, tables, body, LONG_MS)
  if (result.status === 'restored') announce(store, importId, [...result.letters, ...replaced])
  return result
}

async function strangersAt(db: Database, ids: readonly string[], own: readonly string[]) {
  const taken = (await db.letters.where('id').anyOf(ids).primaryKeys()) as string[]
  return taken.filter((id) => !own.includes(id))
}

// Entries that somebody has changed are that person's work; entries that other letters mean are in use.
async function takeEntities(db: Database, batch: ImportRow): Promise<EntityRow[]> {
  const rows = (await db.entities.bulkGet([...(batch.entities ?? [])])).filter(
    (row) => row !== undefined,
  )
  const gone: EntityRow[] = []
  for (const row of rows)
    if (row.rev === 1 && !(await isMeant(db, row.id, batch.id))) gone.push(row)
  await db.entities.bulkDelete(gone.map(({ id }) => id))
  return gone
}

async function isMeant(db: Database, entity: string, importId: string): Promise<boolean> {
  const inLetters =
    (await db.mentions.where({ entity }).count()) + (await db.parties.where({ entity }).count())
  if (inLetters > 0) return true
  const removed = await db.removed.where({ entities: entity }).toArray()
  return removed.some((row) => row.importId !== importId)
}

function announce(store: Store, importId: string, letters: readonly string[]): void {
  store.changes.announce({ kind: 'letters', ids: letters })
  store.changes.announce({ kind: 'imports', ids: [importId] })
  store.changes.announce({ kind: 'entities', ids: [] })
}
