import type { TranslationSet } from '../../shared/translate/translation-set.ts'
import { putMeta } from '../storage/edition.ts'
import { readMetaLists } from './lists.ts'
import { notifyFailure, type Surroundings } from './surroundings.ts'

/** Keeps what the collection knows of its translation: the only way into the store, in the order of the changes. */
export interface TranslationKeeper {
  /**
   * Takes a set up at once, so that who changes another part in the same moment starts from it, and writes it at once. Gives
   * whether it is kept; where it is not that is said, and the window shows what the store knows.
   */
  set(translation: TranslationSet): Promise<boolean>
}

/** Makes the keeper of a session. */
export function createTranslationKeeper(surroundings: Surroundings): TranslationKeeper {
  const { store, state } = surroundings
  return {
    async set(translation) {
      state.setState({ translation })
      // The database writes in the order in which it is asked; what is on its way is what a read gives meanwhile.
      const result = await putMeta(store, 'translation', translation)
      if (result.status === 'saved') return true
      notifyFailure(surroundings, result)
      await readMetaLists(surroundings)
      return false
    },
  }
}
