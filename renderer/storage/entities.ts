import { Dexie } from 'dexie'
import type { Entity } from '../../shared/entity/entity.ts'
import type { Failed } from './failure.ts'
import type { MentionRow, PartyRow } from './rows.ts'
import { readAll, type Store, write } from './store.ts'

/** A register entry with the revision that its next write must name. */
export interface ListedEntity {
  readonly entity: Entity
  readonly rev: number
}

/** The end of a write of the register; `conflict` names the present revision (0: the entry is not there). */
export type PutEntityResult =
  | { readonly status: 'saved'; readonly rev: number }
  | { readonly status: 'conflict'; readonly rev: number }
  | Failed

/** All register entries. */
export async function listEntities(
  store: Store,
): Promise<{ readonly status: 'read'; readonly entities: readonly ListedEntity[] } | Failed> {
  return readAll(store, ['entities'], async () => {
    const rows = await store.db.entities.toArray()
    return { status: 'read', entities: rows.map(({ entity, rev }) => ({ entity, rev })) } as const
  })
}

/** Makes (`expectedRev` 0) or changes a register entry, if nobody has written it since `expectedRev`. */
export async function putEntity(
  store: Store,
  entity: Entity,
  expectedRev: number,
): Promise<PutEntityResult> {
  const { db } = store
  const { id, kind } = entity
  const result = await write(store, ['entities'], async () => {
    const present = (await db.entities.get(id))?.rev ?? 0
    if (present !== expectedRev) return { status: 'conflict', rev: present } as const
    const rev = present + 1
    await db.entities.put({ id, kind, rev, entity })
    return { status: 'saved', rev } as const
  })
  if (result.status === 'saved') store.changes.announce({ kind: 'entities', ids: [id] })
  return result
}

/** Removes a register entry; refused while letters mean it, also letters that were taken out and can come back. */
export async function removeEntity(
  store: Store,
  id: string,
): Promise<
  | { readonly status: 'removed' | 'missing' }
  | { readonly status: 'mentioned'; readonly letters: readonly string[] }
  | Failed
> {
  const { db } = store
  const tables = ['entities', 'mentions', 'parties', 'removed'] as const
  const result = await write(store, tables, async () => {
    const inUse = [
      ...(await db.mentions.where({ entity: id }).toArray()),
      ...(await db.parties.where({ entity: id }).toArray()),
      ...(await db.removed.where({ entities: id }).toArray()),
    ]
    const letters = [...new Set(inUse.map((row) => row.letter))].sort()
    if (letters.length > 0) return { status: 'mentioned', letters } as const
    if (!(await db.entities.get(id))) return { status: 'missing' } as const
    await db.entities.delete(id)
    return { status: 'removed' } as const
  })
  if (result.status === 'removed') store.changes.announce({ kind: 'entities', ids: [id] })
  return result
}

/** Where a register entry is meant: in texts and in headers. */
export async function mentionsOf(
  store: Store,
  id: string,
): Promise<
  | {
      readonly status: 'read'
      readonly mentions: readonly MentionRow[]
      readonly parties: readonly PartyRow[]
    }
  | Failed
> {
  const { db } = store
  return readAll(store, ['mentions', 'parties'], async () => {
    const mentions = await db.mentions.where({ entity: id }).toArray()
    const parties = await db.parties.where({ entity: id }).toArray()
    return { status: 'read', mentions, parties } as const
  })
}

/**
 * The register entries that each letter means, in texts and headers, once for each time; of all letters or of some. Letters that mean
 * none are left out.
 */
export async function entitiesMeant(
  store: Store,
  letters: readonly string[] | 'all',
): Promise<
  { readonly status: 'read'; readonly meant: ReadonlyMap<string, readonly string[]> } | Failed
> {
  const { db } = store
  return readAll(store, ['mentions', 'parties'], async () => {
    const meant = new Map<string, string[]>()
    const add = ({ letter, entity }: MentionRow | PartyRow) => {
      if (entity === undefined) return
      const known = meant.get(letter)
      if (known) known.push(entity)
      else meant.set(letter, [entity])
    }
    for (const table of [db.mentions, db.parties]) {
      const rows: (MentionRow | PartyRow)[][] = []
      if (letters === 'all') rows.push(await table.toArray())
      else
        for (const id of letters)
          rows.push(
            await table
              .where(':id')
              .between(...ofLetter(id))
              .toArray(),
          )
      for (const row of rows.flat()) add(row)
    }
    return { status: 'read', meant } as const
  })
}

// All keys that begin with the id of a letter.
function ofLetter(id: string): [from: unknown[], to: unknown[]] {
  return [
    [id, Dexie.minKey, Dexie.minKey],
    [id, Dexie.maxKey, Dexie.maxKey],
  ]
}
