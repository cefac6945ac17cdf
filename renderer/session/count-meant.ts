import { isSame } from '../../shared/tei/patch/same.ts'
import { entitiesMeant } from '../storage/entities.ts'
import type { Store } from '../storage/store.ts'
import type { Surroundings } from './surroundings.ts'

const meantBy = new WeakMap<Store, Map<string, readonly string[]>>()

/** Counts how often each register entry is meant, in all letters or, after these have changed, in some; entries never meant are left out. */
export async function countMeant(
  { store, state }: Surroundings,
  letters: readonly string[] | 'all',
): Promise<void> {
  const known = meantBy.get(store)
  const ids = known ? letters : 'all'
  const read = await entitiesMeant(store, ids)
  if (read.status !== 'read') return
  if (!known || ids === 'all') {
    const all = new Map(read.meant)
    meantBy.set(store, all)
    const counts: Record<string, number> = {}
    for (const entities of all.values()) addEach(counts, entities, 1)
    state.setState({ mentionCounts: counts })
    return
  }
  const counts = { ...state.getState().mentionCounts }
  let isOther = false
  for (const id of ids) {
    const before = known.get(id) ?? []
    const now = read.meant.get(id) ?? []
    if (isSame(before, now)) continue
    isOther = true
    addEach(counts, before, -1)
    addEach(counts, now, 1)
    if (now.length > 0) known.set(id, now)
    else known.delete(id)
  }
  if (isOther) state.setState({ mentionCounts: counts })
}

function addEach(counts: Record<string, number>, entities: readonly string[], by: 1 | -1): void {
  for (const entity of entities) {
    const count = (counts[entity] ?? 0) + by
    if (count > 0) counts[entity] = count
    else delete counts[entity]
  }
}
