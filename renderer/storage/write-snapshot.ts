import { workOf } from '../../shared/collection/letter-work.ts'
import { stableJson } from '../../shared/collection/stable-json.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import type { Failed } from './failure.ts'
import { snapshotRow } from './new-letter-rows.ts'
import { letterAt } from './open-letter.ts'
import { type Store, write } from './store.ts'

/**
 * The end of a snapshot. `mismatch`: what was given is not what journal and last snapshot make, so nothing was written
 * (a bug to be reported; the journal is right). `there-already`: nothing to do.
 */
export type SnapshotResult =
  | { readonly status: 'written' | 'there-already' | 'mismatch' | 'missing' }
  | Failed

/**
 * Keeps the whole state of a letter after action `seq`, once it is verified that the last snapshot and the journal make
 * the same. Older snapshots go, but for the first and the one before; journal rows all stay.
 */
export async function writeSnapshot(
  store: Store,
  letter: CanonicalLetter,
  seq: number,
): Promise<SnapshotResult> {
  const kept = await letterAt(store, letter.id, seq)
  if (kept.status === 'missing' || kept.status === 'failed') return kept
  if (kept.status === 'read-only') return { status: 'mismatch' }
  if (stableJson(workOf(kept.letter)) !== stableJson(workOf(letter))) return { status: 'mismatch' }
  const row = await snapshotRow(letter.id, seq, workOf(letter))
  const { db } = store
  return write<Exclude<SnapshotResult, Failed>>(store, ['letters', 'snapshots'], async () => {
    const head = await db.letters.get(letter.id)
    if (!head) return { status: 'missing' }
    const range = db.snapshots.where('[letter+seq]').between([letter.id, 1], [letter.id, seq])
    const older = (await range.primaryKeys()) as unknown as [string, number][]
    if ((await db.snapshots.where({ letter: letter.id, seq }).count()) > 0)
      return { status: 'there-already' }
    await db.snapshots.add(row)
    await db.snapshots.bulkDelete(older.slice(0, -1))
    if (seq > head.snapshotSeq) await db.letters.put({ ...head, snapshotSeq: seq })
    return { status: 'written' }
  })
}
