import type { Problem } from '../../shared/check/problem.ts'
import type { SegmentCounts } from '../../shared/translate/segment-states.ts'
import type { Failed } from './failure.ts'
import { readAll, type Store, write } from './store.ts'

/** What was counted of a letter as of one revision. */
export interface Derived {
  readonly words: number
  readonly problems: readonly Problem[]
  readonly segments: SegmentCounts
}

/** Keeps words, problems and states of segments made from revision `rev`; dropped where the letter has gone on since. */
export async function saveDerived(
  store: Store,
  letter: string,
  rev: number,
  { words, problems, segments }: Derived,
): Promise<{ readonly status: 'saved' | 'dropped' } | Failed> {
  const { db } = store
  const result = await write(store, ['letters', 'problems'], async () => {
    const head = await db.letters.get(letter)
    if (head?.rev !== rev) return { status: 'dropped' } as const
    const counts = { words, problems: problems.length, segments }
    await db.letters.put({ ...head, ...counts, derivedRev: rev })
    await db.problems.put({ letter, rev, list: problems })
    return { status: 'saved' } as const
  })
  if (result.status === 'saved') store.changes.announce({ kind: 'letters', ids: [letter] })
  return result
}

/** The problems of a letter with the revision they were made from, -1 where they were never looked for. */
export async function readProblems(
  store: Store,
  letter: string,
): Promise<
  { readonly status: 'read'; readonly rev: number; readonly problems: readonly Problem[] } | Failed
> {
  return readAll(store, ['problems'], async () => {
    const row = await store.db.problems.get(letter)
    return { status: 'read', rev: row?.rev ?? -1, problems: row?.list ?? [] } as const
  })
}
