import type { BulkAction } from '../storage/append-bulk.ts'
import { appendBulk, enterBulk } from '../storage/append-bulk.ts'
import type { Failed } from '../storage/failure.ts'
import { type LetterLock, lockLetter } from '../storage/lock-letter.ts'
import type { BulkHead } from '../storage/rows.ts'
import type { Store } from '../storage/store.ts'
import type { OpenLetterAccess, WritableLetter } from './letter-actions.ts'

/** Letters are written in portions: one transaction each, and between them it can be cancelled. */
export const PORTION = 80

/** Before so many letters are changed at once a safety copy is made. */
export const MANY_LETTERS = 20

/** Why a letter was left as it is: gone, not to be worked on, its places changed since, written or open in another window. */
export type LeftWhy = 'missing' | 'unfit' | 'changed' | 'conflict' | 'elsewhere'

/** What came of a bulk change so far: letters and places done, and the letters left alone with the reason. */
export interface BulkTally {
  letters: number
  places: number
  readonly left: Map<string, LeftWhy>
}

/** A tally of nothing. */
export function emptyTally(): BulkTally {
  return { letters: 0, places: 0, left: new Map() }
}

/** Writes one portion under the locks of its letters, and counts it; a failure of the store is given back. */
export async function writePortion(
  store: Store,
  bulk: BulkHead,
  actions: readonly BulkAction[],
  isBack: boolean,
  tally: BulkTally,
): Promise<Failed | null> {
  const locks = await Promise.all(actions.map(({ letter }) => lockLetter(letter)))
  try {
    const free = actions.filter((_, i) => locks[i]?.status === 'held')
    for (const [i, { letter }] of actions.entries())
      if (locks[i]?.status !== 'held') tally.left.set(letter, 'elsewhere')
    if (free.length === 0) return null
    const result = await appendBulk(store, bulk, free, isBack)
    if (result.status === 'failed') return result
    for (const letter of result.conflicts) tally.left.set(letter, 'conflict')
    const saved = new Set(result.saved)
    for (const { letter, places } of free) if (saved.has(letter)) count(tally, places)
    return null
  } finally {
    await Promise.all(locks.map(releaseLock))
  }
}

function releaseLock(lock: LetterLock): Promise<void> {
  return lock.status === 'held' ? lock.release() : Promise.resolve()
}

function count(tally: BulkTally, places: number): void {
  tally.letters++
  tally.places += places
}

/** What is done in the editor of the open letter: `act` does it and gives whether anything was done. */
export interface OpenPart {
  readonly places: number
  act(open: WritableLetter): boolean
}

/**
 * Does the open letter's part in its own editor, so that its history stays right: the bulk change says beforehand which row
 * it will be. Gives what the store failed with, or null.
 */
export async function writeOpen(
  store: Store,
  letter: OpenLetterAccess,
  bulk: BulkHead,
  isBack: boolean,
  { places, act }: OpenPart,
): Promise<{ readonly failed: Failed | null; readonly done: boolean }> {
  for (;;) {
    await letter.flush()
    const open = letter.writable()
    if (!open || letter.isPending()) return { failed: null, done: false }
    const seq = open.lastSeq()
    const entry = { letter: open.id, seq: seq + 1, isBack, places }
    const entered = await enterBulk(store, bulk, entry)
    if (entered.status === 'failed') return { failed: entered, done: false }
    // Somebody typed meanwhile: the row will have another number.
    if (letter.isPending() || open.lastSeq() !== seq) continue
    const done = act(open)
    await letter.flush()
    return { failed: null, done }
  }
}
