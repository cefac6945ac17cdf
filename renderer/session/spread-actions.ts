import type { AfterActions } from './after-state.ts'
import { createBulkClient, type RunningJob } from './bulk-client.ts'
import { createBulkSteps } from './bulk-steps.ts'
import type { OpenLetterAccess } from './letter-actions.ts'
import type { Session } from './session.ts'
import { bulkCorrection } from './spread-correct.ts'
import type { SpreadActions } from './spread-state.ts'
import { bulkTravel } from './spread-travel.ts'
import { notify, type Surroundings, say } from './surroundings.ts'

/** Corrections over many letters, with what the rest of the session needs of them. */
export interface SpreadAccess {
  /** What it does of a session: what was done last over many letters is taken back in all of them, by whatever takes back. */
  join(after: AfterActions): Pick<Session, 'spread' | 'after' | 'undo' | 'redo'>
  cancel(): void
}

/** Finding, correcting and taking back over the whole collection. */
export function spreadActions(surroundings: Surroundings, letter: OpenLetterAccess): SpreadAccess {
  const client = createBulkClient()
  const steps = createBulkSteps()
  const travel = bulkTravel(surroundings, letter, client, steps)
  const correction = bulkCorrection(surroundings, letter, client, travel.did, steps)
  const spread: SpreadActions = {
    findSame: (place, similar, listen) =>
      search(surroundings, letter, () => client.run({ kind: 'same', place, similar }, listen)),
    findText: (query, letters, listen) =>
      search(surroundings, letter, () => client.run({ kind: 'text', query, letters }, listen)),
    // Nobody waits for the memory: where it fails it has nothing to offer.
    remember: ({ letter: id, machine, original }) =>
      client.run({ kind: 'memory', question: { letter: id, machine, original } }).end.then(
        (end) => end?.hits ?? [],
        () => [],
      ),
    correct: correction.correct,
    travel: travel.travel,
    readChanges: travel.readChanges,
  }
  return {
    cancel: correction.cancel,
    join: (after) => ({
      spread,
      after: {
        ...after,
        takeBack: (change) => {
          const id = change ?? surroundings.state.getState().lastChange?.change
          return id?.startsWith('bulk-') ? travel.travelOrSay(id, 'undo') : after.takeBack(change)
        },
      },
      undo: () => travel.step('undo') || letter.actions.undo(),
      redo: () => travel.step('redo') || letter.actions.redo(),
    }),
  }
}

// A search sees the open letter as it is: all of it is kept first.
function search<E>(
  surroundings: Surroundings,
  letter: OpenLetterAccess,
  start: () => RunningJob<E>,
): RunningJob<E> {
  let running: RunningJob<E> | null = null
  let isOver = false
  const end = letter.flush().then(async () => {
    if (isOver) return null
    running = start()
    return running.end.catch((cause: unknown) => {
      notify(surroundings, 'bad', say('spread.failed', { what: String(cause) }))
      return null
    })
  })
  const cancel = () => {
    isOver = true
    running?.cancel()
  }
  return { end, cancel }
}
