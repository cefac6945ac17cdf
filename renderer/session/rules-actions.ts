import { decodePage } from '../../shared/import/decode-page.ts'
import { machineString } from '../../shared/letter/machine-text.ts'
import { putMeta } from '../storage/edition.ts'
import { findSource } from '../storage/find-source.ts'
import { openLetter } from '../storage/open-letter.ts'
import { readMetaLists } from './lists.ts'
import type { Session } from './session.ts'
import { notifyFailure, type Surroundings } from './surroundings.ts'
import type { TranslationKeeper } from './translation-keeper.ts'

/** The scholar's rules of recognition, tried out on the page of the open letter, and what the collection knows of its translation. */
export function rulesActions(
  surroundings: Surroundings,
  keeper: TranslationKeeper,
): Pick<Session, 'setRules' | 'setTranslation' | 'linesToTry'> {
  const { store, state } = surroundings
  return {
    async setRules(rules) {
      state.setState({ rules })
      const result = await putMeta(store, 'rules', rules)
      if (result.status === 'saved') return
      notifyFailure(surroundings, result)
      await readMetaLists(surroundings)
    },
    async setTranslation(translation) {
      await keeper.set(translation)
    },
    async linesToTry() {
      const { open, letters } = state.getState()
      const id = open?.id ?? letters[0]?.id
      if (id === undefined) return null
      const opened = await openLetter(store, id)
      if (opened.status !== 'open') return null
      const { machine, records } = opened.letter.translation
      const origin = records.header.origin?.value
      if (origin?.format !== 'text') return machineString(machine)
      const found = await findSource(store, origin.sha256)
      const page = found.status === 'read' && found.source ? decodePage(found.source.bytes) : null
      return page?.ok ? page.text : machineString(machine)
    },
  }
}
