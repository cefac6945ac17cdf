import type { Entity, EntityKind } from '../../shared/entity/entity.ts'
import { entityId } from '../../shared/entity/entity-id.ts'
import { listEntities, putEntity, removeEntity } from '../storage/entities.ts'
import { readRegister } from './lists.ts'
import type { Session } from './session.ts'
import { notify, notifyFailure, type Surroundings, say } from './surroundings.ts'

type RegisterActions = Pick<Session, 'putEntity' | 'createEntity' | 'removeEntity'>

/** The register: entries made, changed and removed; a name is made an id once and keeps it. */
export function registerActions(surroundings: Surroundings): RegisterActions {
  const { store, state } = surroundings

  const put = async (entity: Entity): Promise<void> => {
    const listed = await listEntities(store)
    if (listed.status === 'failed') return notifyFailure(surroundings, listed)
    const rev = listed.entities.find((one) => one.entity.id === entity.id)?.rev ?? 0
    const result = await putEntity(store, entity, rev)
    if (result.status === 'failed') notifyFailure(surroundings, result)
    if (result.status === 'conflict') notify(surroundings, 'bad', say('session.entityConflict'))
    await readRegister(surroundings)
  }

  return {
    putEntity: put,
    async createEntity(kind: EntityKind, name: string) {
      const taken = new Set(state.getState().entities.map(({ id }) => id))
      const entity: Entity = {
        id: entityId(kind, name, taken),
        kind,
        name: name.trim(),
        variants: [],
        authority: [],
      }
      await put(entity)
      return entity
    },
    async removeEntity(id) {
      const result = await removeEntity(store, id)
      if (result.status === 'failed') notifyFailure(surroundings, result)
      if (result.status === 'mentioned')
        notify(surroundings, 'bad', say('session.entityInUse', { count: result.letters.length }))
      await readRegister(surroundings)
    },
  }
}
