import type { Entity } from '../entity/entity.ts'
import { nameSkeleton } from '../translate/name-skeleton.ts'

/** The entries of the registers by the sound of their names. */
export interface RegisterNames {
  /** By the first word of the name in the source language. */
  readonly byOriginal: ReadonlyMap<string, Entity>
  /** By the first word of the preferred form. */
  readonly byName: ReadonlyMap<string, Entity>
  /** Every word of preferred forms and variants. */
  readonly forms: ReadonlySet<string>
}

const made = new WeakMap<readonly Entity[], RegisterNames>()
const LEAST = 3

/** The first word of a name: the family name of a person, the name of a place of one word. */
export function headOf(name: string): string {
  return /\p{L}[\p{L}\p{M}'’-]*/u.exec(name)?.[0] ?? ''
}

/** Prepares the registers for looking up; names that sound like those of another entry are left out, they could be either. */
export function registerNames(entities: readonly Entity[]): RegisterNames {
  const known = made.get(entities)
  if (known) return known
  const named = entities.filter(({ kind }) => kind !== 'document')
  const names = {
    byOriginal: uniqueBy(named, ({ original = '' }) => headOf(original)),
    byName: uniqueBy(named, ({ name }) => headOf(name)),
    forms: new Set(
      entities.flatMap(({ name, variants }) =>
        [name, ...variants].flatMap((form) => form.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? []),
      ),
    ),
  }
  made.set(entities, names)
  return names
}

function uniqueBy(
  entities: readonly Entity[],
  wordOf: (entity: Entity) => string,
): ReadonlyMap<string, Entity> {
  const groups = Map.groupBy(entities, (entity) => nameSkeleton(wordOf(entity)))
  return new Map(
    [...groups].flatMap(([key, [first, ...others]]) =>
      key.length >= LEAST && first && others.length === 0 ? [[key, first] as const] : [],
    ),
  )
}
