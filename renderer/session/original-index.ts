import { type Fingerprint, fingerprintOf } from '../../shared/import/languages/fingerprint.ts'
import { buildLetterIndex, type LetterIndex } from '../../shared/import/languages/letter-index.ts'
import { readPairTexts } from '../storage/read-pair-texts.ts'
import type { Store } from '../storage/store.ts'

/** The library's letters without an original, by what can be found in them; follows what is stored. */
export interface OriginalIndex {
  /** The index as of now; letters that were written since the last time are read again. `progress` hears of letters done. */
  read(ids: readonly string[], progress?: (done: number) => void): Promise<LetterIndex>
}

/** A window that reads ten thousand letters gets its turn after so many. */
const PORTION = 250

/** An index that reads nothing until it is asked for the first time. */
export function createOriginalIndex(store: Store): OriginalIndex {
  const prints = new Map<string, Fingerprint | null>()
  let built: { readonly of: string; readonly index: LetterIndex } | null = null
  store.changes.subscribe(({ kind, ids }) => {
    if (kind !== 'letters') return
    built = null
    if (ids.length === 0) prints.clear()
    for (const id of ids) prints.delete(id)
  })
  const readPortion = async (ids: readonly string[]) => {
    const result = await readPairTexts(store, ids)
    if (result.status !== 'read') return
    for (const id of ids) prints.set(id, null)
    for (const text of result.texts) prints.set(text.id, fingerprintOf(text))
  }
  return {
    async read(ids, progress) {
      const missing = ids.filter((id) => !prints.has(id))
      for (let at = 0; at < missing.length; at += PORTION) {
        await readPortion(missing.slice(at, at + PORTION))
        progress?.(ids.length - missing.length + Math.min(missing.length, at + PORTION))
        await new Promise((resolve) => setTimeout(resolve))
      }
      const of = ids.join(' ')
      if (built?.of === of) return built.index
      const index = buildLetterIndex(ids.flatMap((id) => prints.get(id) ?? []))
      built = { of, index }
      return index
    },
  }
}
