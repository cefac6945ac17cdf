import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { openLetter } from '../storage/open-letter.ts'
import { notify, notifyFailure, type Surroundings, say, showProgress } from './surroundings.ts'

// So many letters are read between two pauses, in which the window can be drawn and the person can cancel.
const SLICE = 20

/**
 * Reads letters from the store one after the other and gives each to `visit` with the hash of its work, where that is known (see
 * `openLetter`); tells progress. False where it was cancelled or a
 * letter could not be read, which was said then; letters that are not there any more are passed over.
 */
export async function visitLetters(
  surroundings: Surroundings,
  ids: readonly string[],
  label: string,
  isCancelled: () => boolean,
  visit: (letter: CanonicalLetter, workHash: string | null) => void,
): Promise<boolean> {
  let done = 0
  for (const id of ids) {
    const opened = await openLetter(surroundings.store, id)
    if (opened.status === 'failed') {
      notifyFailure(surroundings, opened)
      return false
    }
    if (opened.status === 'read-only')
      notify(surroundings, 'bad', say('session.unfitLetter', { letter: id }))
    if (opened.status === 'read-only' || isCancelled()) return false
    if (opened.status === 'open') visit(opened.letter, opened.workHash)
    done += 1
    showProgress(surroundings, { label, done, total: ids.length })
    if (done % SLICE === 0) await new Promise((resolve) => setTimeout(resolve))
  }
  return true
}
