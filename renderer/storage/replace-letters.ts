import { textsOf, workOf } from '../../shared/collection/letter-work.ts'
import { LETTER_TABLES, LONG_MS, type NewImport } from './add-import.ts'
import type { Failed } from './failure.ts'
import { addLetterRows, newLetterRows } from './new-letter-rows.ts'
import type { LetterRows, RemovedRow, Replacement } from './rows.ts'
import { type Store, write } from './store.ts'
import { putBack, takeOut } from './take-out.ts'

/** A letter that is to be replaced, with the revision it must still have. */
export interface Replaced {
  readonly id: string
  readonly rev: number
}

/** Letters made anew out of others of the library. */
export interface LetterReplacement {
  readonly kind: Exclude<Replacement, 'reimported'>
  readonly out: readonly Replaced[]
  readonly letters: NewImport['letters']
}

/** The end of a replacement: all of it is done, or nothing. `conflict` names letters that were written since or are gone. */
export type ReplaceResult =
  | { readonly status: 'replaced'; readonly change: string }
  | { readonly status: 'conflict' | 'exists'; readonly letters: readonly string[] }
  | Failed

const tables = [...LETTER_TABLES, 'removed'] as const

/**
 * Puts letters in the place of others, in one transaction: the new ones with machine texts and hashes of their own, the old
 * ones whole in the trash with their history. `takeBackReplacement` undoes it. The new ones belong to the import of the first old one.
 */
export async function replaceLetters(
  store: Store,
  { kind, out, letters }: LetterReplacement,
): Promise<ReplaceResult> {
  const { db } = store
  const change = store.newId()
  const old = out.map(({ id }) => id)
  const heads = await db.letters.bulkGet(old)
  const [first] = heads
  if (!first) return { status: 'conflict', letters: old }
  // Who names a letter that one of these stood for still finds what was made of it.
  const madeFrom = [...new Set([...old, ...heads.flatMap((head) => head?.madeFrom ?? [])])]
  const ids = letters.map(({ letter }) => letter.id)
  const rows = await rowsOf(store, letters, first.importId, madeFrom)
  const body = async (): Promise<Exclude<ReplaceResult, Failed>> => {
    const changed = await findChanged(store, out)
    if (changed.length > 0) return { status: 'conflict', letters: changed }
    const taken = await findTaken(store, ids)
    if (taken.length > 0) return { status: 'exists', letters: taken }
    await takeOut(store, old, { reason: 'replaced', kind, change, replacedBy: ids }, true)
    await addLetterRows(db, rows)
    return { status: 'replaced', change }
  }
  const result = await write(store, tables, body, LONG_MS)
  if (result.status === 'replaced')
    store.changes.announce({ kind: 'letters', ids: [...old, ...ids] })
  return result
}

async function rowsOf(
  store: Store,
  letters: NewImport['letters'],
  importId: string,
  madeFrom: readonly string[],
): Promise<LetterRows[]> {
  const time = store.now()
  const rows: LetterRows[] = []
  for (const { letter, ...counted } of letters) {
    const current = workOf(letter)
    const dates = { createdAt: time, changedAt: time }
    const made = { id: letter.id, importId, ...dates, texts: textsOf(letter), madeFrom }
    rows.push(await newLetterRows({ ...made, base: current, journal: [], current, counted }))
  }
  return rows
}

/** Which of the letters are not any more as they were at the revision named; within a transaction. */
export async function findChanged(
  { db }: Store,
  out: readonly Replaced[],
): Promise<readonly string[]> {
  const heads = await db.letters.bulkGet(out.map(({ id }) => id))
  return out.filter(({ rev }, i) => heads[i]?.rev !== rev).map(({ id }) => id)
}

// An id in the trash is taken too: what lies there could not come back.
async function findTaken({ db }: Store, ids: readonly string[]): Promise<string[]> {
  const live = (await db.letters.where('id').anyOf(ids).primaryKeys()) as string[]
  const removed = await db.removed.where('letter').anyOf(ids).toArray()
  return [...live, ...removed.map((row) => row.letter)]
}

/** The end of taking a replacement back (or doing it again): `worked-on` and `gone` name letters that were worked on, or replaced or removed, since. */
export type TakeBackResult =
  | { readonly status: 'restored'; readonly letters: readonly string[] }
  | { readonly status: 'worked-on' | 'gone'; readonly letters: readonly string[] }
  | { readonly status: 'missing' }
  | Failed

/**
 * Takes a replacement back, in one transaction: the old letters are there again exactly as they were, the new ones lie in
 * the trash. Called once more it does the replacement again. Refused where the new ones were worked on, unless `force`.
 */
export async function takeBackReplacement(
  store: Store,
  change: string,
  force = false,
): Promise<TakeBackResult> {
  let all: readonly string[] = []
  const body = async (): Promise<Exclude<TakeBackResult, Failed>> => {
    const done = await swapChange(store, change, force)
    if (done.status === 'restored') all = done.all
    return done.status === 'restored' ? { status: 'restored', letters: done.letters } : done
  }
  const result = await write(store, tables, body, LONG_MS)
  if (result.status === 'restored') store.changes.announce({ kind: 'letters', ids: all })
  return result
}

/** The end of a swap; `all` are the letters of both sides. */
export type SwapResult =
  | {
      readonly status: 'restored'
      readonly letters: readonly string[]
      readonly all: readonly string[]
    }
  | Exclude<TakeBackResult, Failed | { readonly status: 'restored' }>

/** Lets the two sides of a replacement change places; within a transaction over the letters' tables and `removed`. */
export async function swapChange(
  store: Store,
  change: string,
  force: boolean,
): Promise<SwapResult> {
  const { db } = store
  const rows = await db.removed.where({ change }).toArray()
  const now = standingFor(rows)
  const heads = await db.letters.bulkGet(now)
  const gone = now.filter((_, i) => heads[i] === undefined)
  if (rows.length === 0) return { status: 'missing' }
  const old = rows.map((row) => row.letter)
  const live = (await db.letters.where('id').anyOf(old).primaryKeys()) as string[]
  const strangers = live.filter((id) => !now.includes(id))
  if (gone.length + strangers.length > 0)
    return { status: 'gone', letters: [...gone, ...strangers] }
  const taken = await takeOut(store, now, oppositeOf(rows, old, change), force)
  if (taken.status === 'worked-on') return taken
  await putBack(db, rows)
  return { status: 'restored', letters: old, all: [...now, ...old] }
}

function standingFor(rows: readonly RemovedRow[]): string[] {
  return [...new Set(rows.flatMap((row) => row.replacedBy ?? []))]
}

function oppositeOf(rows: readonly RemovedRow[], old: readonly string[], change: string) {
  const kind = rows[0]?.kind
  const reason = rows[0]?.reason === 'replaced' ? 'taken-back' : 'replaced'
  return { reason, change, replacedBy: old, ...(kind && { kind }) } as const
}
