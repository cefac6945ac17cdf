import type { Store } from '../storage/store.ts'
import { correctLetters, takeBackLetters } from './bulk-letters.ts'
import { createLibraryMemory, type LibraryMemory } from './bulk-memory.ts'
import type { BulkAnswer, BulkEnd, BulkJob, BulkQuestion } from './bulk-messages.ts'
import { type BulkSearch, createBulkSearch, type SearchCalls } from './bulk-search.ts'
import { createLetterMemory, type LetterMemory } from './letter-memory.ts'
import { openLibrary } from './open-library.ts'

const answer = (message: BulkAnswer): void => self.postMessage(message)

const cancelled = new Set<number>()

interface Room {
  readonly store: Store
  readonly search: BulkSearch
  readonly memory: LetterMemory
  readonly corrected: LibraryMemory
}

// Only read here: what is to be written goes back to the window, which keeps it and every copy of it.
let opening: Promise<Room> | null = null

async function openRoom(): Promise<Room> {
  const store = await openLibrary()
  const memory = createLetterMemory(store)
  const corrected = createLibraryMemory(store)
  return { store, memory, corrected, search: createBulkSearch(store, memory) }
}

function run(
  job: BulkJob,
  { store, search, memory, corrected }: Room,
  calls: SearchCalls,
): Promise<BulkEnd | null> {
  switch (job.kind) {
    case 'same':
      return search.same(job.place, job.similar, calls)
    case 'text':
      return search.text(job.query, job.letters, calls)
    case 'memory':
      return corrected
        .find(job.question, calls.isCancelled)
        .then((hits) => hits && { kind: 'memory', hits })
    case 'correct':
      return correctLetters(store, job, memory)
    case 'take-back':
      return takeBackLetters(store, job)
  }
}

async function answerTo(id: number, job: BulkJob): Promise<void> {
  opening ??= openRoom().catch((cause: unknown) => {
    opening = null
    throw cause
  })
  const end = await run(job, await opening, {
    part: (hits, done, total) => answer({ id, type: 'part', hits, done, total }),
    isCancelled: () => cancelled.has(id),
  })
  answer(end ? { id, type: 'end', end } : { id, type: 'cancelled' })
}

self.addEventListener('message', ({ data }: MessageEvent<BulkQuestion>) => {
  const { id } = data
  if ('cancel' in data) {
    cancelled.add(id)
    return
  }
  answerTo(id, data.job)
    .catch((cause: unknown) => answer({ id, type: 'failed', message: String(cause) }))
    .finally(() => cancelled.delete(id))
})
