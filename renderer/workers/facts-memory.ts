import {
  addFacts,
  type CollectionFacts,
  type LetterFacts,
  letterFactsForChecks,
  NO_FACTS,
} from '../../shared/check/collection-facts.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import type { Store } from '../storage/store.ts'
import { readAllOf } from './letter-memory.ts'

/** So many letters are read at a time; between portions a question finds its answer. */
const PORTION = 20
/** How long one waits between two portions, in milliseconds. */
const REST_MS = 30

/** What the letters of the library say to the checks, in step with every change of them. */
export interface FactsMemory {
  /**
   * Reads what has changed since the last time, but for the letter itself, which is taken as it is given. Gives the facts, the same
   * object as long as they say the same; null where it was cancelled: what was read until then stays.
   */
  gather(letter: CanonicalLetter, isCancelled: () => boolean): Promise<CollectionFacts | null>
}

/** A memory over a store; `onStale` is told of letters that were changed, in whichever window. */
export function createFactsMemory(store: Store, onStale: (id: string) => void): FactsMemory {
  const known = new Map<string, LetterFacts>()
  let stale: Set<string> | null = null
  let base: { readonly without: string; readonly facts: CollectionFacts } | null = null
  let made: { readonly own: string; readonly facts: CollectionFacts } | null = null
  store.changes.subscribe(({ kind, ids }) => {
    if (kind !== 'letters') return
    if (ids.length === 0) stale = null
    for (const id of ids) {
      stale?.add(id)
      onStale(id)
    }
  })

  const readAgain = async (): Promise<Set<string>> => {
    stale = new Set([...(await store.db.letters.toCollection().primaryKeys()), ...known.keys()])
    return stale
  }
  const takeUp = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) stale?.delete(id)
    const letters = await readAllOf(
      store,
      ids.map((id) => ({ id })),
    ).catch((cause: unknown) => {
      stale = null
      throw cause
    })
    for (const [i, id] of ids.entries()) {
      const read = letters[i]
      if (read?.status === 'open') known.set(id, letterFactsForChecks(read.letter))
      else known.delete(id)
    }
    base = null
  }
  const factsWith = (letter: CanonicalLetter): CollectionFacts => {
    if (base?.without !== letter.id) {
      const others = [...known.values()].filter(({ id }) => id !== letter.id)
      base = { without: letter.id, facts: addFacts(NO_FACTS, others) }
      made = null
    }
    const facts = letterFactsForChecks(letter)
    const own = JSON.stringify([[...facts.names], facts.segments])
    if (made?.own !== own) made = { own, facts: addFacts(base.facts, [facts]) }
    return made.facts
  }

  return {
    async gather(letter, isCancelled) {
      for (;;) {
        const waiting = stale ?? (await readAgain())
        const ids = [...waiting].filter((id) => id !== letter.id).slice(0, PORTION)
        if (isCancelled()) return null
        if (ids.length === 0) return factsWith(letter)
        await takeUp(ids)
        await new Promise((resolve) => setTimeout(resolve, REST_MS))
      }
    },
  }
}
