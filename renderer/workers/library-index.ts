import { createWordIndex } from '../../shared/translate/spread/word-index.ts'
import type { Store } from '../storage/store.ts'

const PORTION = 250

/** The words of all letters of a library, both texts: made at the first question, and in step with every change after that. */
export interface LibraryIndex {
  /** Takes up what changed since; false where that was cancelled, and then it goes on at the next question. */
  bringUpToDate(
    progress: (done: number, total: number) => void,
    isCancelled: () => boolean,
  ): Promise<boolean>
  /** Letters with at least a share (0–1) of the different words of a text. */
  candidates(words: string, share: number): readonly string[]
}

/** An index over a store that follows its changes, in whichever window they are made. */
export function createLibraryIndex(store: Store): LibraryIndex {
  const index = createWordIndex()
  const hashes = new Map<string, string>()
  let stale: 'all' | Set<string> = 'all'
  store.changes.subscribe(({ kind, ids }) => {
    if (kind !== 'letters') return
    if (ids.length === 0) stale = 'all'
    else if (stale !== 'all') for (const id of ids) stale.add(id)
  })

  const takeUp = async (ids: readonly string[], live: ReadonlySet<string>): Promise<void> => {
    const keys = (side: string) => ids.map((id): [string, string] => [id, side])
    const translations = await store.db.texts.bulkGet(keys('translation'))
    const originals = await store.db.texts.bulkGet(keys('original'))
    for (const [i, id] of ids.entries()) {
      const rows = [translations[i], originals[i]].filter((row) => row !== undefined)
      const hash = rows.map(({ sha256 }) => sha256).join(' ')
      if (!live.has(id)) {
        index.remove(id)
        hashes.delete(id)
      } else if (hashes.get(id) !== hash) {
        const texts = rows.flatMap(({ machine }) => machine.blocks.map(({ text }) => text))
        index.put(id, texts)
        hashes.set(id, hash)
      }
    }
  }

  return {
    candidates: index.candidates,
    async bringUpToDate(progress, isCancelled) {
      if (stale !== 'all' && stale.size === 0) return true
      const now = stale
      stale = new Set()
      const live = new Set(await store.db.letters.toCollection().primaryKeys())
      const ids = now === 'all' ? [...new Set([...live, ...index.letters()])] : [...now]
      for (let at = 0; at < ids.length; at += PORTION) {
        if (isCancelled()) {
          stale = 'all'
          return false
        }
        await takeUp(ids.slice(at, at + PORTION), live)
        if (now === 'all') progress(at, ids.length)
      }
      return true
    },
  }
}
