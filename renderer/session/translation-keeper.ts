import type { TranslationSet } from '../../shared/translate/translation-set.ts'
import { putMeta } from '../storage/edition.ts'
import { readMetaLists } from './lists.ts'
import { notifyFailure, type Surroundings } from './surroundings.ts'

/** Keeps what the collection knows of its translation: the only way into the store, one after another in the order of the changes. */
export interface TranslationKeeper {
  /**
   * Takes a set up at once, so that who changes another part in the same moment starts from it, and writes it in its turn. Gives
   * whether it is kept; where it is not that is said, and once nothing waits the window shows what the store knows.
   */
  set(translation: TranslationSet): Promise<boolean>
}

/** Makes the keeper of a session. */
export function createTranslationKeeper(surroundings: Surroundings): TranslationKeeper {
  const { store, state } = surroundings
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  const keep = async (translation: TranslationSet): Promise<boolean> => {
    const result = await putMeta(store, 'translation', translation).finally(() => {
      waiting--
    })
    if (result.status === 'failed') notifyFailure(surroundings, result)
    // Before the last is written, the store knows less than what is shown.
    if (waiting === 0) await readMetaLists(surroundings)
    return result.status === 'saved'
  }
  return {
    set(translation) {
      state.setState({ translation })
      waiting++
      const turn = last.catch(() => undefined).then(() => keep(translation))
      last = turn
      return turn
    },
  }
}
