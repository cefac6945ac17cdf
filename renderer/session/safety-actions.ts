import { bringBack } from './bring-back.ts'
import { readLists } from './lists.ts'
import type { SafetyKeeper } from './safety-keeper.ts'
import type { SafetyActions } from './safety-state.ts'
import { notify, type Surroundings, say, showProgress } from './surroundings.ts'
import { tellOpened } from './tell-opened.ts'

/** What a person does with safety copies; nothing where nothing keeps them. */
export function safetyActions(
  surroundings: Surroundings,
  keeper: SafetyKeeper | null,
): SafetyActions {
  const { store, host, state } = surroundings
  const calls = host.safety
  return {
    async makeNow() {
      if (!keeper || !(await keeper.make())) return
      const { newest, folder } = state.getState().safety ?? {}
      const values = { count: newest?.letters ?? 0, where: folder ?? '' }
      notify(surroundings, 'good', say('safety.made', values))
    },
    list: async () => (await calls?.safety())?.copies ?? [],
    async open(name) {
      if (!calls || !keeper) return
      await keeper.before()
      const label = say('session.opening', { name })
      const end = await bringBack(store, calls, name, (done, total) =>
        showProgress(surroundings, { label, done, total }),
      )
      showProgress(surroundings, null)
      if (end.status === 'failed')
        return notify(surroundings, 'bad', say('safety.notOpened', { why: end.message }))
      await readLists(surroundings)
      tellOpened(surroundings, end)
    },
    show: async () => calls?.showCopies(),
  }
}
