import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { sameFinder } from '../../shared/translate/spread/find-same.ts'
import { compileQuery, type TextQuery } from '../../shared/translate/spread/find-text.ts'
import { proposeTriggers } from '../../shared/translate/spread/original-guard.ts'
import type { SpreadHit } from '../../shared/translate/spread/spread-hit.ts'
import { spreadSource } from '../../shared/translate/spread/spread-source.ts'
import type { CorrectionPlace } from '../session/spread-state.ts'
import { byDate, readHeads } from '../storage/list-letters.ts'
import { readLetters } from '../storage/read-letters.ts'
import type { Store } from '../storage/store.ts'
import type { BulkEnd } from './bulk-messages.ts'
import { createLetterMemory, type LetterMemory } from './letter-memory.ts'
import { createLibraryIndex, type LibraryIndex } from './library-index.ts'

/** So many hits are looked at; who has more must ask more narrowly. */
const MOST_HITS = 5000
const PORTION = 50
/** Similar places have at least so many of the words. */
const SIMILAR_SHARE = 0.65

/** What a search tells while it runs; `isCancelled` is asked between portions. */
export interface SearchCalls {
  part(hits: readonly SpreadHit[], done: number, total: number): void
  isCancelled(): boolean
}

/** Searches over all letters of a library; null where they were cancelled. `letters` null: all. */
export interface BulkSearch {
  same(place: CorrectionPlace, similar: boolean, calls: SearchCalls): Promise<BulkEnd | null>
  text(
    query: TextQuery,
    letters: readonly string[] | null,
    calls: SearchCalls,
  ): Promise<BulkEnd | null>
}

interface SearchRoom {
  readonly store: Store
  readonly index: LibraryIndex
  readonly memory: LetterMemory
}

/** Searches over a store, with an index of words of their own; the letters that something was found in are remembered. */
export function createBulkSearch(
  store: Store,
  memory: LetterMemory = createLetterMemory(store),
): BulkSearch {
  const room = { store, index: createLibraryIndex(store), memory }
  return {
    same: (place, similar, calls) => findSame(room, { place, similar }, calls),
    text: (query, letters, calls) => findText(room, { query, letters }, calls),
  }
}

function bringUpToDate(index: LibraryIndex, calls: SearchCalls): Promise<boolean> {
  return index.bringUpToDate((done, total) => calls.part([], done, total), calls.isCancelled)
}

async function findSame(
  room: SearchRoom,
  { place, similar }: { readonly place: CorrectionPlace; readonly similar: boolean },
  calls: SearchCalls,
): Promise<BulkEnd | null> {
  const { store, index } = room
  const { source, record } = await sourceAt(store, place)
  if (!source) return { kind: 'same', source, record, triggers: [], more: false }
  if (!(await bringUpToDate(index, calls))) return null
  const ids = index.candidates(source.before, similar ? SIMILAR_SHARE : 1)
  const passages: string[] = []
  const end = await searchIn(room, ids, sameFinder(source, similar), {
    ...calls,
    part(hits, done, total) {
      for (const { rank, aligned } of hits)
        if (rank === 'identical' && aligned !== null) passages.push(aligned)
      calls.part(hits, done, total)
    },
  })
  const triggers = proposeTriggers(source, passages)
  return end && { kind: 'same', source, record, triggers, ...end }
}

async function findText(
  room: SearchRoom,
  { query, letters }: { readonly query: TextQuery; readonly letters: readonly string[] | null },
  calls: SearchCalls,
): Promise<BulkEnd | null> {
  const { store, index } = room
  const compiled = compileQuery(query)
  if (compiled.status === 'faulty') return { kind: 'text', more: false, faulty: compiled.message }
  // Whole words of a text that never changes are looked up; anything else is read through.
  const isIndexed = letters === null && query.kind === 'word' && query.layer === 'machine'
  if (isIndexed && !(await bringUpToDate(index, calls))) return null
  const ids = isIndexed ? index.candidates(query.text, 1) : (letters ?? (await allLetters(store)))
  const end = await searchIn(room, ids, compiled.find, calls)
  return end && { kind: 'text', faulty: null, ...end }
}

async function allLetters({ db }: Store): Promise<readonly string[]> {
  return db.letters.toCollection().primaryKeys()
}

async function sourceAt(store: Store, { letter, correction, phrase }: CorrectionPlace) {
  const read = await readLetters(store, [{ id: letter }])
  if (read.status === 'failed') throw new Error(read.message)
  const [one] = read.letters
  if (one?.status !== 'open') return { source: null, record: null }
  const record = one.letter.translation.records.corrections[correction] ?? null
  return { source: spreadSource(one.letter, correction, phrase), record }
}

// A person reads what is found beside the list of letters: it comes in the same order.
async function inOrder(store: Store, ids: readonly string[]): Promise<readonly string[]> {
  const read = await readHeads(store, ids)
  if (read.status === 'failed') throw new Error(read.message)
  return [...read.letters].sort(byDate).map(({ id }) => id)
}

async function searchIn(
  { store, memory }: SearchRoom,
  candidates: readonly string[],
  find: (letter: CanonicalLetter) => readonly SpreadHit[],
  calls: SearchCalls,
): Promise<{ readonly more: boolean } | null> {
  let count = 0
  memory.forget()
  const ids = await inOrder(store, candidates)
  for (let at = 0; at < ids.length; at += PORTION) {
    if (calls.isCancelled()) return null
    const wanted = ids.slice(at, at + PORTION).map((id) => ({ id }))
    const read = await readLetters(store, wanted)
    if (read.status === 'failed') throw new Error(read.message)
    const hits = read.letters.flatMap((one) => {
      const found = one.status === 'open' ? find(one.letter) : []
      if (one.status === 'open' && found.length > 0) memory.remember(one)
      return found
    })
    count += hits.length
    calls.part(hits, Math.min(at + PORTION, ids.length), ids.length)
    if (count >= MOST_HITS) return { more: at + PORTION < ids.length }
  }
  return { more: false }
}
