import { putMeta, putSettings } from '../storage/edition.ts'
import { editorOf } from './editor-of.ts'
import { readMetaLists } from './lists.ts'
import type { Session } from './session.ts'
import { notifyFailure, type Surroundings } from './surroundings.ts'

/** Who works here, the edition record, and what a person chose for this device. */
export function settingsActions(
  surroundings: Surroundings,
): Pick<Session, 'setMe' | 'setEdition' | 'setSettings'> {
  const { store, state } = surroundings
  const put = async (
    ...[key, value]: Parameters<typeof putMeta> extends [unknown, ...infer R] ? R : never
  ) => {
    const result = await putMeta(store, key, value)
    if (result.status === 'saved') return
    notifyFailure(surroundings, result)
    await readMetaLists(surroundings)
  }
  return {
    async setMe(name, initials) {
      const known = state.getState().editors
      const me = editorOf(name, initials, known)
      // In the order in which they came: who was there first stays first.
      const isKnown = known.some(({ id }) => id === me.id)
      const editors = isKnown ? known.map((one) => (one.id === me.id ? me : one)) : [...known, me]
      // At once: what is done before it is written is their work already.
      state.setState({ editors, me })
      await Promise.all([put('editors', editors), put('me', me.id)])
    },
    async setEdition(edition) {
      state.setState({ edition })
      await put('edition', edition)
    },
    async setSettings(part) {
      state.setState(({ settings }) => ({ settings: { ...settings, ...part } }))
      const result = await putSettings(store, part)
      // What one sees stays as one chose it, and is kept later. That nothing is kept now stands beside it already.
      if (result.status === 'failed' && result.cause !== 'frozen')
        notifyFailure(surroundings, result)
    },
  }
}
