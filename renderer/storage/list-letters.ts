import { COLLECTION } from './database.ts'
import type { Failed } from './failure.ts'
import type { LetterHead } from './rows.ts'
import { readAll, type Store } from './store.ts'

/** The heads of all letters, by date (undated first); `derivedRev` < `rev` where words and problems are to be counted again. */
export async function listLetters(
  store: Store,
): Promise<{ readonly status: 'read'; readonly letters: readonly LetterHead[] } | Failed> {
  return readAll(store, ['letters'], async () => {
    // One call for all rows is several times as fast as walking the index.
    const all = await store.db.letters.toArray()
    const letters = all.filter((head) => head.collection === COLLECTION)
    letters.sort((a, b) => compare(a.dateSort, b.dateSort) || compare(a.id, b.id))
    return { status: 'read', letters } as const
  })
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
