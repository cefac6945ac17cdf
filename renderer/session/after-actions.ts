import { afterLetters } from './after-letters.ts'
import { afterReimport } from './after-reimport.ts'
import type { AfterActions } from './after-state.ts'
import { afterTrash } from './after-trash.ts'
import type { OpenLetterAccess } from './letter-actions.ts'
import type { Surroundings } from './surroundings.ts'

/** What is done with letters after they were imported. */
export function afterActions(surroundings: Surroundings, letter: OpenLetterAccess): AfterActions {
  const letters = afterLetters(surroundings, letter)
  return {
    ...letters,
    ...afterTrash(surroundings, letters.takeBack),
    ...afterReimport(surroundings, letter),
  }
}
