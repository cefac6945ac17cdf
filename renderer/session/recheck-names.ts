import { changedNames, concernedByNames } from '../../shared/check/concerned-by-names.ts'
import type { Entity } from '../../shared/entity/entity.ts'
import { forgetChecks, lettersWith } from '../storage/save-derived.ts'
import type { Surroundings } from './surroundings.ts'

/** So long, in milliseconds, the register has not changed before anything is looked for: names come one after another. */
const REST_MS = 1000

/**
 * When names of the register change, by whatever way, also by undo or in another window, letters that may have other problems by it
 * are marked as not looked at, so that they are counted again in idle time; all others keep what was found.
 */
export function recheckNames({ store, state }: Surroundings): void {
  let from: readonly Entity[] | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const mark = async () => {
    const names = changedNames(from ?? [], state.getState().entities)
    from = null
    if (names.length === 0) return
    const found = await lettersWith(store, concernedByNames(names))
    if (found.status === 'read') await forgetChecks(store, found.ids)
  }
  state.subscribe((now, before) => {
    if (now.entities === before.entities) return
    from ??= before.entities
    clearTimeout(timer)
    timer = setTimeout(() => void mark().catch(reportError), REST_MS)
  })
}
