import { LETTER_TABLES } from './add-import.ts'
import { type Database, rowsOfLetter } from './database.ts'
import { addLetterRows } from './new-letter-rows.ts'
import type { LetterRows, RemovedRow } from './rows.ts'
import type { Store } from './store.ts'

/** Why letters are taken out, and what stands for them then. */
export type Removal = Pick<RemovedRow, 'reason' | 'change' | 'kind' | 'replacedBy'>

/** All letters are out; or nothing was done: none is there, or work was done on these (`force` takes them all the same). */
export type TakenOut =
  | { readonly status: 'removed'; readonly letters: readonly string[] }
  | { readonly status: 'worked-on'; readonly letters: readonly string[] }
  | { readonly status: 'missing' }

/** All letters are in again; or nothing was done: there is none, or these ids are taken. */
export type PutBack =
  | { readonly status: 'restored'; readonly letters: readonly string[] }
  | { readonly status: 'exists'; readonly letters: readonly string[] }
  | { readonly status: 'missing' }

/** Moves letters into the trash, whole; within a transaction over the letters' tables and `removed`. */
export async function takeOut(
  store: Store,
  ids: readonly string[],
  removal: Removal,
  force: boolean,
): Promise<TakenOut> {
  const { db } = store
  const heads = (await db.letters.bulkGet([...ids])).filter((head) => head !== undefined)
  if (heads.length === 0 && ids.length > 0) return { status: 'missing' }
  const worked = heads.filter((head) => head.lastSeq > 0).map((head) => head.id)
  if (worked.length > 0 && !force) return { status: 'worked-on', letters: worked }
  for (const { id: letter, importId } of heads) {
    const rows = await readRows(db, letter)
    const entities = [...rows.mentions, ...rows.parties].flatMap((row) => row.entity ?? [])
    const row = { letter, importId, ...removal, entities: [...new Set(entities)], rows }
    await db.removed.add({ id: store.newId(), time: store.now(), ...row })
    await deleteRows(db, letter)
  }
  return { status: 'removed', letters: heads.map((head) => head.id) }
}

/** Moves letters out of the trash, as they were; within a transaction over the letters' tables and `removed`. */
export async function putBack(db: Database, removed: readonly RemovedRow[]): Promise<PutBack> {
  if (removed.length === 0) return { status: 'missing' }
  const letters = removed.map((row) => row.letter)
  const taken = (await db.letters.where('id').anyOf(letters).primaryKeys()) as string[]
  if (taken.length > 0) return { status: 'exists', letters: taken }
  await addLetterRows(
    db,
    removed.map(({ rows }) => rows),
  )
  await db.removed.bulkDelete(removed.map((row) => row.id))
  return { status: 'restored', letters }
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
