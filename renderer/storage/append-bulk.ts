import type { JournalRow } from '../../shared/collection/journal-row.ts'
import type { FactsChange } from '../../shared/collection/letter-facts.ts'
import { LONG_MS } from './add-import.ts'
import { acknowledgeRows, type NewAction, putChange } from './append-actions.ts'
import type { Failed } from './failure.ts'
import { headChange } from './new-letter-rows.ts'
import type { BulkHead, BulkLetter, BulkRow } from './rows.ts'
import { readAll, type Store, write } from './store.ts'

/** What a bulk change does to one letter that still has revision `rev`; `places` is how many places of it. */
export interface BulkAction {
  readonly letter: string
  readonly rev: number
  readonly action: NewAction
  readonly change: FactsChange | null
  readonly places: number
}

/** The end of one portion: `saved` names the letters that were changed, `conflicts` those that were written by others since and were left alone. */
export type BulkResult =
  | {
      readonly status: 'saved'
      readonly saved: readonly string[]
      readonly conflicts: readonly string[]
    }
  | Failed

/**
 * Writes one portion of a bulk change (with `isBack`, of its taking back) in one transaction: a journal row for each letter
 * with its head and derived rows, and the entries of the bulk change that say so. So each letter has all of it or nothing,
 * whatever happens, and what was done is known.
 */
export async function appendBulk(
  store: Store,
  bulk: BulkHead,
  actions: readonly BulkAction[],
  isBack: boolean,
): Promise<BulkResult> {
  const { db } = store
  const tables = ['letters', 'journal', 'mentions', 'parties', 'dates', 'bulks'] as const
  const body = async () => {
    const heads = await db.letters.bulkGet(actions.map(({ letter }) => letter))
    const fresh = actions.flatMap((one, i) => {
      const head = heads[i]
      return head?.rev === one.rev ? [{ ...one, head, seq: head.lastSeq + 1 }] : []
    })
    const rows: JournalRow[] = fresh.map(({ letter, seq, action }) => ({ letter, seq, ...action }))
    await db.journal.bulkAdd(rows)
    const changedAt = store.now()
    await db.letters.bulkPut(
      fresh.map(({ head, change, seq }) => {
        const changed = change ? headChange(change) : {}
        return { ...head, ...changed, rev: head.rev + 1, lastSeq: seq, changedAt }
      }),
    )
    await putChanges(store, fresh)
    const entries = fresh.map(({ letter, seq, places }) => ({ letter, seq, isBack, places }))
    await putEntries(store, bulk, entries)
    return { status: 'saved', rows } as const
  }
  const result = await write(store, tables, body, LONG_MS)
  if (result.status === 'failed') return result
  const saved = result.rows.map(({ letter }) => letter)
  store.changes.announce({ kind: 'letters', ids: saved })
  const failed = await acknowledgeRows(store, result.rows)
  if (failed) return failed
  const done = new Set(saved)
  const conflicts = actions.map(({ letter }) => letter).filter((letter) => !done.has(letter))
  return { status: 'saved', saved, conflicts }
}

// Corrections change the words of mentions and nothing else of the facts as a rule: all of them in two calls.
async function putChanges({ db }: Store, actions: readonly BulkAction[]): Promise<void> {
  const all = actions.flatMap(({ letter, change }) => (change ? [{ letter, change }] : []))
  const mentions = all.flatMap(({ letter, change }) =>
    change.mentions ? [{ letter, ...change.mentions }] : [],
  )
  await db.mentions.bulkDelete(
    mentions.flatMap(({ letter, remove }) =>
      remove.map(({ side, id }): [string, string, string] => [letter, side, id]),
    ),
  )
  await db.mentions.bulkPut(
    mentions.flatMap(({ letter, put }) => put.map((fact) => ({ letter, ...fact }))),
  )
  for (const { letter, change } of all) {
    const { mentions: _, ...rest } = change
    if (Object.keys(rest).length > 0) await putChange(db, letter, rest)
  }
}

/**
 * Says of a bulk change that a letter takes part in it which an editor writes itself, before it does: with the number that
 * its journal row will have. Whether the row came to be is seen by its label.
 */
export async function enterBulk(
  store: Store,
  bulk: BulkHead,
  entry: BulkLetter,
): Promise<{ readonly status: 'saved' } | Failed> {
  return write(store, ['bulks'], async () => {
    await putEntries(store, bulk, [entry])
    return { status: 'saved' } as const
  })
}

async function putEntries(
  { db }: Store,
  bulk: BulkHead,
  entries: readonly BulkLetter[],
): Promise<void> {
  const known = await db.bulks.get(bulk.id)
  const fresh = new Map(entries.map((entry) => [entry.letter, entry]))
  const before = known?.letters ?? []
  const kept = before.map((entry) => fresh.get(entry.letter) ?? entry)
  const had = new Set(before.map(({ letter }) => letter))
  const added = entries.filter(({ letter }) => !had.has(letter))
  await db.bulks.put({ ...bulk, letters: [...kept, ...added] })
}

/** A bulk change by its id; null where there is none. */
export async function readBulk(
  store: Store,
  id: string,
): Promise<{ readonly status: 'read'; readonly bulk: BulkRow | null } | Failed> {
  return readAll(store, ['bulks'], async () => {
    return { status: 'read', bulk: (await store.db.bulks.get(id)) ?? null } as const
  })
}

/** All bulk changes, the newest first. */
export async function listBulks(
  store: Store,
): Promise<{ readonly status: 'read'; readonly bulks: readonly BulkRow[] } | Failed> {
  return readAll(store, ['bulks'], async () => {
    const bulks = await store.db.bulks.orderBy('time').reverse().toArray()
    return { status: 'read', bulks } as const
  })
}
