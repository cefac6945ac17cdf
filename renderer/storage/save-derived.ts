import type { Problem } from '../../shared/check/problem.ts'
import type { SegmentCounts } from '../../shared/translate/segment-states.ts'
import type { Failed } from './failure.ts'
import type { LetterHead, ProblemsRow } from './rows.ts'
import { readAll, type Store, write } from './store.ts'

/** What was counted of a letter as of one revision. */
export interface Derived extends Omit<ProblemsRow, 'letter' | 'rev' | 'list'> {
  readonly words: number
  /** All that was noticed, dismissed or not. */
  readonly problems: readonly Problem[]
  readonly segments: SegmentCounts
  /** How many of them wait for a person; without it all. */
  readonly open?: number
}

/**
 * Keeps words, problems and states of segments made from revision `rev`; dropped where the letter has gone on since. Who writes
 * them for many letters tells of them at once, by `announceDerived`, and gives `isTold` false.
 */
export async function saveDerived(
  store: Store,
  letter: string,
  rev: number,
  { words, segments, problems, open = problems.length, ...more }: Derived,
  isTold = true,
): Promise<{ readonly status: 'saved' | 'dropped' } | Failed> {
  const { db } = store
  const result = await write(store, ['letters', 'problems'], async () => {
    const head = await db.letters.get(letter)
    if (head?.rev !== rev) return { status: 'dropped' } as const
    const { checked: _, ...others } = head
    const { checked } = more
    const counts = { words, problems: open, segments, ...(checked !== undefined && { checked }) }
    await db.letters.put({ ...others, ...counts, derivedRev: rev })
    await db.problems.put({ letter, rev, list: problems, ...more })
    return { status: 'saved' } as const
  })
  if (result.status === 'saved' && isTold) announceDerived(store, [letter])
  return result
}

/**
 * The letters whose machine text in either language, or a problem noticed in them (which knows words that were put in), says something
 * of which `isConcerned` says so.
 */
export async function lettersWith(
  store: Store,
  isConcerned: (text: string) => boolean,
): Promise<{ readonly status: 'read'; readonly ids: readonly string[] } | Failed> {
  const { db } = store
  return readAll(store, ['texts', 'problems'], async () => {
    const ids = new Set<string>()
    await db.texts.each(({ letter, machine }) => {
      if (!ids.has(letter) && machine.blocks.some(({ text }) => isConcerned(text))) ids.add(letter)
    })
    await db.problems.each(({ letter, list }) => {
      const says = ({ values }: Problem) => Object.values(values).some(isConcerned)
      if (!ids.has(letter) && list.some(says)) ids.add(letter)
    })
    return { status: 'read', ids: [...ids] } as const
  })
}

/** Marks letters as not looked at by the checks as they are now, each time under another mark; what was counted stands until then. */
export async function forgetChecks(
  store: Store,
  ids: readonly string[],
): Promise<{ readonly status: 'forgotten' } | Failed> {
  const { db } = store
  const marked: string[] = []
  const mark = `forgotten.${crypto.randomUUID()}`
  const result = await write(store, ['letters'], async () => {
    const heads = await db.letters.bulkGet([...ids])
    const looked = heads.filter((head) => head?.checked !== undefined) as LetterHead[]
    await db.letters.bulkPut(looked.map((head) => ({ ...head, checked: mark })))
    marked.push(...looked.map(({ id }) => id))
    return { status: 'forgotten' } as const
  })
  if (result.status === 'forgotten') announceDerived(store, marked)
  return result
}

/** Tells the lists that something was counted in these letters. */
export function announceDerived(store: Store, ids: readonly string[]): void {
  if (ids.length > 0) store.changes.announce({ kind: 'counts', ids })
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

/** What was counted of all letters. */
export async function listProblems(
  store: Store,
): Promise<{ readonly status: 'read'; readonly rows: readonly ProblemsRow[] } | Failed> {
  return readAll(store, ['problems'], async () => {
    return { status: 'read', rows: await store.db.problems.toArray() } as const
  })
}

/** Counts again how many problems of each letter wait for a person, after something was said of many at once; gives how many letters have another count now. */
export async function recountProblems(
  store: Store,
  countOpen: (row: ProblemsRow) => number,
): Promise<{ readonly status: 'counted'; readonly letters: number } | Failed> {
  const { db } = store
  const ids: string[] = []
  const result = await write(store, ['letters', 'problems'], async () => {
    const rows = await db.problems.toArray()
    const heads = await db.letters.bulkGet(rows.map(({ letter }) => letter))
    const changed = heads.flatMap((head, at) => {
      const row = rows[at]
      const problems = row && head ? countOpen(row) : 0
      return head && head.problems !== problems ? [{ ...head, problems }] : []
    })
    await db.letters.bulkPut(changed)
    ids.push(...changed.map(({ id }) => id))
    return { status: 'counted', letters: changed.length } as const
  })
  announceDerived(store, ids)
  return result
}
