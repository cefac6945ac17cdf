import {
  createMemory,
  type MemoryHit,
  type MemoryQuestion,
} from '../../shared/translate/memory/memory.ts'
import { memoryLines } from '../../shared/translate/memory/memory-lines.ts'
import { readLetters } from '../storage/read-letters.ts'
import type { Store } from '../storage/store.ts'

const PORTION = 100
const MOST = 5

/** The corrected segments of a library, read at the first question and in step with every change after that. */
export interface LibraryMemory {
  /** What is like a segment; null where that was cancelled. */
  find(question: MemoryQuestion, isCancelled: () => boolean): Promise<readonly MemoryHit[] | null>
}

/** A memory over a store that follows its changes, in whichever window they are made. */
export function createLibraryMemory(store: Store): LibraryMemory {
  const memory = createMemory()
  const known = new Set<string>()
  let stale: 'all' | Set<string> = 'all'
  store.changes.subscribe(({ kind, ids }) => {
    if (kind !== 'letters') return
    if (ids.length === 0) stale = 'all'
    else if (stale !== 'all') for (const id of ids) stale.add(id)
  })

  const takeUp = async (ids: readonly string[]): Promise<void> => {
    const read = await readLetters(
      store,
      ids.map((id) => ({ id })),
    )
    if (read.status === 'failed') throw new Error(read.message)
    for (const [i, id] of ids.entries()) {
      const one = read.letters[i]
      if (one?.status === 'open') {
        memory.put(id, memoryLines(one.letter))
        known.add(id)
      } else {
        memory.remove(id)
        known.delete(id)
      }
    }
  }

  const bringUpToDate = async (isCancelled: () => boolean): Promise<boolean> => {
    const now = stale
    stale = new Set()
    const live = now === 'all' ? await store.db.letters.toCollection().primaryKeys() : []
    const ids = now === 'all' ? [...new Set([...live, ...known])] : [...now]
    for (let at = 0; at < ids.length; at += PORTION) {
      if (isCancelled()) {
        stale = 'all'
        return false
      }
      await takeUp(ids.slice(at, at + PORTION))
    }
    return true
  }

  // One question after another: who asks while letters are still read must not be answered from half of them.
  let last: Promise<unknown> = Promise.resolve()
  return {
    find(question, isCancelled) {
      const answer = last
        .then(() => bringUpToDate(isCancelled))
        .then((isReady) => (isReady ? memory.find(question, MOST) : null))
      last = answer.catch(() => {
        stale = 'all'
      })
      return answer
    },
  }
}
