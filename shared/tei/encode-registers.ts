import type { Entity, EntityKind } from '../entity/entity.ts'
import type { CanonicalLetter } from '../letter/canonical.ts'
import { el, lines, type XmlDraftElement } from '../xml/write-xml.ts'

/** The ids of all register entries that a letter's header and mentions name, sorted. */
export function entitiesOf(letter: CanonicalLetter): string[] {
  const { senders, recipients, sentPlace, receivedPlace } = letter.translation.records.header
  const parties = [
    ...(senders?.value ?? []),
    ...(recipients?.value ?? []),
    ...(sentPlace ? [sentPlace.value] : []),
    ...(receivedPlace ? [receivedPlace.value] : []),
  ]
  const texts = letter.original ? [letter.translation, letter.original] : [letter.translation]
  const mentions = texts.flatMap((text) => Object.values(text.records.mentions))
  const named = [...parties, ...mentions].flatMap(({ entity }) => (entity ? [entity] : []))
  return [...new Set(named)].sort()
}

const LISTS: Readonly<Record<EntityKind, { list: string; entry: string; name: string }>> = {
  person: { list: 'listPerson', entry: 'person', name: 'persName' },
  place: { list: 'listPlace', entry: 'place', name: 'placeName' },
  organisation: { list: 'listOrg', entry: 'org', name: 'orgName' },
  document: { list: 'listBibl', entry: 'bibl', name: 'title' },
}

/** The registers as a standOff, sorted by id; nothing where there is no entry. `sourceLang` is the language of original forms. */
export function encodeRegisters(
  entities: readonly Entity[],
  sourceLang: string | undefined,
): XmlDraftElement | undefined {
  const inOrder = entities.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const lists = (['person', 'place', 'organisation', 'document'] as const).flatMap((kind) => {
    const entries = inOrder.filter((entity) => entity.kind === kind)
    if (entries.length === 0) return []
    return [
      lines(
        LISTS[kind].list,
        {},
        entries.map((entity) => encodeEntry(entity, sourceLang)),
      ),
    ]
  })
  return lists.length === 0 ? undefined : lines('standOff', { type: 'registers' }, lists)
}

function encodeEntry(entity: Entity, sourceLang: string | undefined): XmlDraftElement {
  const { entry, name } = LISTS[entity.kind]
  return lines(
    entry,
    { 'xml:id': entity.id },
    el(name, { type: 'preferred' }, entity.name),
    entity.original
      ? el(name, { type: 'original', 'xml:lang': sourceLang }, entity.original)
      : undefined,
    entity.variants.map((variant) => el(name, { type: 'variant' }, variant)),
    entity.authority.map(({ scheme, url }) => el('idno', { type: scheme }, url)),
    entity.note ? el('note', {}, entity.note) : undefined,
  )
}
