import { termLanguagesOf } from '../../shared/exchange/exchange-files.ts'
import { openLetter } from '../storage/open-letter.ts'
import type { Session } from './session.ts'
import { notify, type Surroundings } from './surroundings.ts'

/** What the session does for a file that is read into the glossary. */
export type TermFileActions = Pick<Session, 'chooseTermFile' | 'termLanguages'>

/** Choosing a file for the glossary, and the languages it is read by: those of the first letter that has an original. */
export function termFileActions(surroundings: Surroundings): TermFileActions {
  const { host, store, state } = surroundings
  return {
    async chooseTermFile() {
      try {
        const [file] = await host.openFiles('terms')
        if (file?.problem) throw new Error(`${file.name}: ${file.problem.message}`)
        return file ?? null
      } catch (error) {
        notify(surroundings, 'bad', error instanceof Error ? error.message : String(error))
        return null
      }
    },
    async termLanguages() {
      const { letters } = state.getState()
      const row = letters.find(({ hasOriginal }) => hasOriginal) ?? letters[0]
      const opened = row ? await openLetter(store, row.id) : null
      return termLanguagesOf(opened?.status === 'open' ? [opened.letter] : [])
    },
  }
}
