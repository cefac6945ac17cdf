import { bringBack, emptyTrash, exchangeForm, listTrash } from '../storage/trash.ts'
import type { AfterActions } from './after-state.ts'
import { notify, notifyFailure, type Surroundings, say } from './surroundings.ts'

type TrashPart = Pick<AfterActions, 'readTrash' | 'bringBack' | 'emptyTrash'>

/** The trash: what was taken out and why, brought back or deleted for good. `takeBack` undoes a replacement. */
export function afterTrash(
  surroundings: Surroundings,
  takeBack: (change: string) => Promise<void>,
): TrashPart {
  const { store } = surroundings
  return {
    async readTrash() {
      const result = await listTrash(store)
      if (result.status === 'read') return result.letters
      notifyFailure(surroundings, result)
      return []
    },
    async bringBack(rows) {
      // What was replaced comes back by taking that back: its place is not free.
      const forms = rows.filter(({ kind }) => kind === 'reimported')
      for (const { id } of forms) tell(surroundings, await exchangeForm(store, id))
      const replaced = rows.filter(({ kind }) => kind !== undefined && kind !== 'reimported')
      for (const change of new Set(replaced.flatMap((row) => row.change ?? [])))
        await takeBack(change)
      const plain = rows.filter(({ change }) => change === undefined).map(({ id }) => id)
      if (plain.length > 0) tell(surroundings, await bringBack(store, plain))
    },
    async emptyTrash(rows) {
      await surroundings.beforeRisk()
      const result = await emptyTrash(
        store,
        rows.map(({ id }) => id),
      )
      if (result.status === 'failed') notifyFailure(surroundings, result)
      else notify(surroundings, 'good', say('after.emptied', { count: result.count }))
    },
  }
}

function tell(surroundings: Surroundings, result: Awaited<ReturnType<typeof bringBack>>): void {
  if (result.status === 'failed') notifyFailure(surroundings, result)
  else if (result.status === 'missing')
    notify(surroundings, 'bad', say('session.nothingToBringBack'))
  else if (result.status === 'restored')
    notify(surroundings, 'good', say('after.broughtBack', { count: result.letters.length }))
  else
    notify(surroundings, 'bad', say('session.redoRefused', { letters: result.letters.join(', ') }))
}
