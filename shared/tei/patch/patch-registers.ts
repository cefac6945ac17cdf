import type { Entity, EntityKind } from '../../entity/entity.ts'
import { type SourceElement, sourceElements } from '../../xml/source/source-tree.ts'
import type { EntityPointer, SourceRegisters } from '../decode/read-registers.ts'
import { saysOther } from '../decode/registers-merge.ts'
import type { TeiFile } from '../decode/tei-file.ts'
import type { PartyPointers } from './header-parties.ts'
import { insertElement, type NewElement } from './insert-element.ts'
import { entryEdits, newEntry } from './registers-entry-edits.ts'
import type { SourceEdit } from './source-edits.ts'

/** How names shall point to entities; who asks for one that the file has not brings it into the file. */
export interface EntityPointers extends PartyPointers {
  pointerTo(entity: string): EntityPointer
  /** The entities asked for so far of which the file knows nothing. */
  missing(): readonly Entity[]
  /** Whether an entry of the file's registers says other things than its entity. */
  readonly differ: boolean
}

const LISTS: Readonly<Record<EntityKind, string>> = {
  person: 'listPerson',
  place: 'listPlace',
  organisation: 'listOrg',
  document: 'listBibl',
}

/** The pointers of a file: its own way to name an entity that it knows, `#id` for another. In a file that is in no namespace (TEI P4) the latter is `@key`. */
export function entityPointers(
  file: TeiFile,
  registers: SourceRegisters,
  entities: readonly Entity[],
): EntityPointers {
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const missing = new Map<string, Entity>()
  const isOlder = file.xml.root.ns === ''
  return {
    pointerTo(id) {
      const known = registers.pointerTo(id)
      if (known) return known
      const entity = byId.get(id)
      if (isOlder || !entity) return { attribute: 'key', value: id }
      missing.set(id, entity)
      return { attribute: 'ref', value: `#${id}` }
    },
    isOrganisation: (id) =>
      (byId.get(id) ?? registers.entries.get(id)?.entity)?.kind === 'organisation',
    missing: () => [...missing.values()],
    differ: [...registers.entries.values()].some(({ entity }) => {
      const now = byId.get(entity.id)
      return now !== undefined && saysOther(entity, now)
    }),
  }
}

/**
 * Changes the registers in a file: entries whose entity says other things now where they differ; a missing entity joins the
 * file's list of its kind, or a list in standOff, which is made where there is none.
 */
export function registerEdits(
  file: TeiFile,
  registers: SourceRegisters,
  entities: readonly Entity[],
  missing: readonly Entity[],
): SourceEdit[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const changed = [...registers.entries.values()].flatMap((entry) => {
    const entity = byId.get(entry.entity.id)
    return entity ? entryEdits(file.xml, entry, entity) : []
  })
  return [...changed, ...additions(file, registers, missing)]
}

function additions(
  file: TeiFile,
  registers: SourceRegisters,
  added: readonly Entity[],
): SourceEdit[] {
  const lists: NewElement[] = []
  const edits: SourceEdit[] = []
  for (const kind of Object.keys(LISTS) as EntityKind[]) {
    const entities = added.filter((entity) => entity.kind === kind)
    if (entities.length === 0) continue
    const like = exampleOf(registers, kind)
    const entries = entities.map((entity) => newEntry(entity, like))
    const last = like && lastOfItsKind(like.element)
    if (last?.parent) {
      const { parent } = last
      edits.push(...entries.map((entry) => insertElement(file.xml, parent, { after: last }, entry)))
    } else lists.push({ name: LISTS[kind], children: entries })
  }
  return [...edits, ...newLists(file, lists)]
}

// What comes out of an entity cannot take a neighbour.
function exampleOf(registers: SourceRegisters, kind: EntityKind) {
  const entries = [...registers.entries.values()].filter(
    ({ entity, element }) =>
      entity.kind === kind && !element.expanded && element.local !== 'personGrp',
  )
  return entries.find(({ element }) => element.parent?.local.startsWith('list')) ?? entries[0]
}

function lastOfItsKind(element: SourceElement): SourceElement {
  const siblings = element.parent ? sourceElements(element.parent, element.local) : []
  return siblings.at(-1) ?? element
}

function newLists({ xml }: TeiFile, lists: readonly NewElement[]): SourceEdit[] {
  if (lists.length === 0) return []
  const { root } = xml
  const standOffs = sourceElements(root, 'standOff')
  const present =
    standOffs.find((one) => sourceElements(one).some(({ local }) => /^list(?!Ann)/.test(local))) ??
    standOffs.find((one) => !one.attributes.some(({ name }) => name === 'type'))
  if (present) return lists.map((list) => insertElement(xml, present, 'end', list))
  const [header] = sourceElements(root, 'teiHeader')
  const place = header ? { after: header } : ('end' as const)
  return [insertElement(xml, root, place, { name: 'standOff', children: lists })]
}
