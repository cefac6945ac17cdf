import { COLLECTION } from './database.ts'
import type { Failed } from './failure.ts'
import type { LetterHead } from './rows.ts'
import { readAll, type Store } from './store.ts'

// Ids end with the line of the heading: letters of one day stay in the order of their page.
const inPage = new Intl.Collator('en', { numeric: true })

/** The heads of all letters, by date (undated first); `derivedRev` < `rev` where words and problems are to be counted again. */
export async function listLetters(
  store: Store,
): Promise<{ readonly status: 'read'; readonly letters: readonly LetterHead[] } | Failed> {
  return readAll(store, ['letters'], async () => {
    // One call for all rows is several times as fast as walking the index.
    const all = await store.db.letters.toArray()
    const letters = all.filter((head) => head.collection === COLLECTION)
    return { status: 'read', letters: letters.sort(byDate) } as const
  })
}

/** The order of the list: by date, undated first; letters of one day in the order of their page. */
export function byDate(a: ByDate, b: ByDate): number {
  return compare(a.dateSort, b.dateSort) || inPage.compare(a.id, b.id)
}

type ByDate = Pick<LetterHead, 'dateSort' | 'id'>

/** The heads of some letters, in no order; ids that are not there are left out. For a list that follows changes. */
export async function readHeads(
  store: Store,
  ids: readonly string[],
): Promise<{ readonly status: 'read'; readonly letters: readonly LetterHead[] } | Failed> {
  return readAll(store, ['letters'], async () => {
    const found = await store.db.letters.bulkGet([...ids])
    return { status: 'read', letters: found.filter((head) => head !== undefined) } as const
  })
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
