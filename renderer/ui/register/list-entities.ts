import type { Entity, EntityKind } from '../../../shared/entity/entity.ts'
import { foldText } from '../fold-text.ts'

/** The entries of a kind (of all where it is null) in which all words occur, sorted by name as the language sorts. */
export function listEntities(
  entities: readonly Entity[],
  kind: EntityKind | null,
  query: string,
  locale: string,
): readonly Entity[] {
  const words = foldText(query).split(/\s+/).filter(Boolean)
  const collator = new Intl.Collator(locale, { numeric: true })
  return entities
    .filter((entity) => kind === null || entity.kind === kind)
    .filter((entity) => words.length === 0 || words.every((word) => textOf(entity).includes(word)))
    .sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
}

function textOf({ name, original, variants, note }: Entity): string {
  return foldText([name, original ?? '', ...variants, note ?? ''].join(' '))
}
