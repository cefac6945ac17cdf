import type { JournalRow } from '../../shared/collection/journal-row.ts'
import type { FactsChange } from '../../shared/collection/letter-facts.ts'
import { type Database, rowsOfLetter } from './database.ts'
import type { Failed } from './failure.ts'
import { headChange } from './new-letter-rows.ts'
import { type Store, write } from './store.ts'

/** An action that is to be kept; its number is given by the store. */
export type NewAction = Omit<JournalRow, 'letter' | 'seq'>

/**
 * The end of an append. `saved` means committed and on the disk, everywhere it is kept. `conflict`: somebody else has
 * written the letter since; nothing was written, `rev` is the present revision.
 */
export type AppendResult =
  | { readonly status: 'saved'; readonly rev: number; readonly seq: number }
  | { readonly status: 'conflict'; readonly rev: number }
  | { readonly status: 'missing' }
  | Failed

/** What of an append the transaction gives back. */
type Appended = Exclude<AppendResult, Failed> & { readonly rows?: readonly JournalRow[] }

/**
 * Appends actions to a letter's journal, with its head and derived rows, in one transaction, if the letter still has the
 * revision `expectedRev`. `change` is what the actions changed of the letter's facts, null where nothing.
 * Resolves after the commit; after two seconds without an answer with `no-answer`, the true end in `late`.
 */
export async function appendActions(
  store: Store,
  letter: string,
  expectedRev: number,
  actions: readonly NewAction[],
  change: FactsChange | null = null,
): Promise<AppendResult> {
  const { db } = store
  const tables = ['letters', 'journal', 'mentions', 'parties', 'dates'] as const
  const result = await write<Appended>(store, tables, async () => {
    const head = await db.letters.get(letter)
    if (!head) return { status: 'missing' }
    if (head.rev !== expectedRev) return { status: 'conflict', rev: head.rev }
    const rows = actions.map((action, i) => ({ letter, seq: head.lastSeq + 1 + i, ...action }))
    const seq = head.lastSeq + rows.length
    const rev = head.rev + 1
    await db.journal.bulkAdd(rows)
    if (change) await putChange(db, letter, change)
    const changed = change ? headChange(change) : {}
    await db.letters.put({ ...head, ...changed, rev, lastSeq: seq, changedAt: store.now() })
    return { status: 'saved', rev, seq, rows }
  })
  if (result.status !== 'failed') return acknowledged(store, letter, result)
  const { late, ...failed } = result
  if (!late) return failed
  return {
    ...failed,
    late: late.then((end) => acknowledged(store, letter, end as Appended)),
  }
}

// Nothing counts as saved before every other copy has it too.
async function acknowledged(
  store: Store,
  letter: string,
  { rows, ...result }: Appended,
): Promise<AppendResult> {
  if (result.status !== 'saved' || !rows) return result
  store.changes.announce({ kind: 'letters', ids: [letter] })
  return (await acknowledgeRows(store, rows)) ?? result
}

/** Resolves when journal rows that were committed are in every other copy too, with null; a copy that cannot take them freezes the store. */
export async function acknowledgeRows(
  store: Store,
  rows: readonly JournalRow[],
): Promise<Failed | null> {
  try {
    await Promise.all(store.acknowledgers.map((acknowledge) => acknowledge(rows)))
    return null
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    const failed: Failed = { status: 'failed', cause: 'second-copy', message }
    store.health.freeze(failed)
    return failed
  }
}

/** Brings the derived rows of a letter in step with changed facts; within a transaction over `mentions`, `parties` and `dates`. */
export async function putChange(db: Database, letter: string, change: FactsChange): Promise<void> {
  const { mentions, parties, date } = change
  if (mentions) {
    await db.mentions.bulkDelete(mentions.remove.map(({ side, id }) => [letter, side, id]))
    await db.mentions.bulkPut(mentions.put.map((fact) => ({ letter, ...fact })))
  }
  if (parties) {
    await rowsOfLetter(db.parties, letter).delete()
    await db.parties.bulkAdd(parties.map((fact) => ({ letter, ...fact })))
  }
  if (date) await db.dates.put({ letter, ...date })
}
