import { type ReadLetter, readLetters } from '../storage/read-letters.ts'
import type { Store } from '../storage/store.ts'

type OpenRead = Extract<ReadLetter, { readonly status: 'open' }>

/** So many letters are remembered; beyond that they are read again. */
const MOST = 4000

/** Letters that a search has read and verified, for what is done with them next. */
export interface LetterMemory {
  remember(read: OpenRead): void
  forget(): void
  /** The letters as they are now, in the order asked for: those remembered, where nothing was written into them since, and the others read. */
  read(ids: readonly string[]): Promise<readonly ReadLetter[]>
}

/** A memory of nothing. */
export function createLetterMemory(store: Store): LetterMemory {
  const known = new Map<string, OpenRead>()
  return {
    remember(read) {
      if (known.size < MOST) known.set(read.letter.id, read)
    },
    forget: () => known.clear(),
    async read(ids) {
      const heads = await store.db.letters.bulkGet([...ids])
      const kept = ids.map((id, i) => {
        const read = known.get(id)
        return read && heads[i]?.rev === read.head.rev ? { ...read, head: heads[i] } : null
      })
      const wanted = ids.filter((_, i) => !kept[i]).map((id) => ({ id }))
      const fresh = await readAllOf(store, wanted)
      let next = 0
      return kept.flatMap((one) => one ?? fresh[next++] ?? [])
    },
  }
}

/** Letters as wanted; throws where the database does not answer. */
export async function readAllOf(
  store: Store,
  wanted: Parameters<typeof readLetters>[1],
): Promise<readonly ReadLetter[]> {
  if (wanted.length === 0) return []
  const read = await readLetters(store, wanted)
  if (read.status === 'failed') throw new Error(read.message)
  return read.letters
}
