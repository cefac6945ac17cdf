import {
  changedFacts,
  type LetterFacts,
  letterFacts,
} from '../../shared/collection/letter-facts.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { countWords } from '../../shared/letter/count-words.ts'
import { segmentCounts } from '../../shared/translate/segment-states.ts'
import type { EditorAction } from '../editor/letter-editor.ts'
import { appendActions } from '../storage/append-actions.ts'
import { type Derived, saveDerived } from '../storage/save-derived.ts'
import type { Store } from '../storage/store.ts'
import { writeSnapshot } from '../storage/write-snapshot.ts'
import type { KeepResult } from './action-queue.ts'

/** A snapshot is written after so many actions (and on close). */
const SNAPSHOT_EVERY = 200

/** Brings the actions of one open letter into the store and keeps what is derived from it in step. */
export interface LetterKeeper {
  keep(actions: readonly EditorAction[]): Promise<KeepResult>
  /** Stores words, what was noticed and states of segments for the present revision; dropped where the letter has gone on. */
  derive(noticed: Omit<Derived, 'words' | 'segments'>): Promise<void>
  /** Writes a snapshot where one is due, or, with `now`, wherever something is new. */
  snapshot(now: boolean): Promise<void>
  /** The number of the last action that is kept. */
  lastSeq(): number
}

/** The keeper of one letter; `letter` gives its present state, `say` the words for a failure. */
export function createLetterKeeper(options: {
  readonly store: Store
  readonly rev: number
  readonly seq: number
  readonly snapshotSeq: number
  readonly letter: () => CanonicalLetter
  readonly say: (key: string) => string
}): LetterKeeper {
  const { store, letter, say } = options
  const { id } = letter()
  let { rev, seq, snapshotSeq } = options
  let facts: LetterFacts = letterFacts(letter())

  const lost = (why: 'conflict' | 'missing'): KeepResult => ({
    status: 'lost',
    message: say(`session.failure.${why}`),
  })
  type Appended = Awaited<ReturnType<typeof appendActions>>
  const conclude = (result: Appended, now: LetterFacts): KeepResult => {
    if (result.status === 'saved') {
      rev = result.rev
      seq = result.seq
      facts = now
      return { status: 'kept' }
    }
    if (result.status !== 'failed') return lost(result.status)
    const message = say(`session.failure.${result.cause}`)
    const late = result.late?.then(({ status, rev: lateRev, seq: lateSeq }): KeepResult => {
      if (status === 'conflict' || status === 'missing') return lost(status)
      if (status !== 'saved' || lateRev === undefined || lateSeq === undefined)
        return { status: 'refused', message }
      return conclude({ status, rev: lateRev, seq: lateSeq }, now)
    })
    return late ? { status: 'slow', message, late } : { status: 'refused', message }
  }

  return {
    lastSeq: () => seq,
    async keep(actions) {
      const now = letterFacts(letter())
      const rows = actions.map(({ side, steps, label, author, time }) => ({
        side,
        steps,
        label,
        author,
        time,
      }))
      return conclude(await appendActions(store, id, rev, rows, changedFacts(facts, now)), now)
    },
    async derive(noticed) {
      const now = letter()
      const counts = { words: countWords(now.translation), segments: segmentCounts(now) }
      await saveDerived(store, id, rev, { ...counts, ...noticed })
    },
    async snapshot(now) {
      if (seq === snapshotSeq || (!now && seq - snapshotSeq < SNAPSHOT_EVERY)) return
      const at = seq
      const result = await writeSnapshot(store, letter(), at)
      if (result.status === 'written' || result.status === 'there-already') snapshotSeq = at
    },
  }
}
