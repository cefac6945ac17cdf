import type { AuthorityLink, Entity, EntityKind } from '../../entity/entity.ts'
import { entityId } from '../../entity/entity-id.ts'
import { sourceAttribute } from '../../xml/source/source-tree.ts'
import { isPlainName } from '../xml-ids.ts'
import { authorityKey, authorityLink } from './registers-authority.ts'
import { type RegisterEntry, registerEntries } from './registers-entries.ts'
import type { FileRegisters, NamePointer, TeiFile } from './tei-file.ts'

/** How a name in the file points to an entity. */
export interface EntityPointer {
  readonly attribute: 'ref' | 'key'
  readonly value: string
}

/** The registers of a file with where their entries stand and how names point to them. */
export interface SourceRegisters extends FileRegisters {
  readonly entries: ReadonlyMap<string, RegisterEntry>
  /** How the file's own names point to an entity; undefined for one of which the file knows nothing. */
  pointerTo(entity: string): EntityPointer | undefined
}

/**
 * Reads the registers of a file. A pointer is resolved to an entry of the file by its id, by an authority it shares with one, or by
 * `@key`; what leads elsewhere (another file's register, an authority) makes an entry under the last part of the pointer.
 */
export function readRegisters(file: TeiFile): SourceRegisters {
  const { entries, byXmlId } = readEntries(file)
  const byAuthority = new Map<string, string>()
  for (const { entity } of entries.values())
    for (const link of entity.authority) {
      const key = authorityKey(link)
      if (!byAuthority.has(key)) byAuthority.set(key, entity.id)
    }
  const made = new Map<string, Entity>()
  const byPointer = new Map<string, string>()
  const pointers = new Map<string, EntityPointer>()
  const taken = new Set([...entries.keys(), ...file.ids.keys()])

  const linkOf = linkFinder()

  const resolve = (pointer: string): string | undefined => {
    const own = pointer.startsWith('#') ? byXmlId.get(pointer.slice(1)) : undefined
    if (own !== undefined) return own
    const link = linkOf(pointer)
    return (link && byAuthority.get(authorityKey(link))) ?? byPointer.get(pointer)
  }
  const make = (name: NamePointer, given: EntityPointer, written: readonly string[]): string => {
    const known = written.flatMap((one) => linkOf(one) ?? [])
    const entity = newEntity(name, given.value, known, taken)
    made.set(entity.id, entity)
    taken.add(entity.id)
    byPointer.set(given.value, entity.id)
    for (const link of known) byAuthority.set(authorityKey(link), entity.id)
    return entity.id
  }
  return {
    entries,
    entityOf(name) {
      const given = pointerIn(name)
      if (!given) return undefined
      const { attribute, value } = given
      const written = attribute === 'ref' && /\s/.test(value) ? value.split(/\s+/) : [value]
      const resolved = written.map(resolve).find((id) => id !== undefined)
      const known = resolved ?? (attribute === 'key' ? byXmlId.get(value) : undefined)
      const id = known ?? make(name, given, written)
      if (!pointers.has(id)) pointers.set(id, given)
      return id
    },
    entities: () => [...[...entries.values()].map(({ entity }) => entity), ...made.values()],
    pointerTo(id) {
      const entry = entries.get(id)
      return entry ? ownPointer(xmlIdOf(entry), pointers.get(id)) : pointers.get(id)
    },
  }
}

// Names point to the same authority again and again.
function linkFinder(): (pointer: string) => AuthorityLink | undefined {
  const known = new Map<string, AuthorityLink | undefined>()
  return (pointer) => {
    if (!known.has(pointer)) known.set(pointer, authorityLink(pointer))
    return known.get(pointer)
  }
}

// Ids of ours are ASCII, so that they can be names of files and parts of addresses; what the file calls its entries stays there.
function readEntries(file: TeiFile) {
  const found = registerEntries(file.xml.root)
  const entries = new Map<string, RegisterEntry>()
  const byXmlId = new Map<string, string>()
  const plain = new Set(found.map(({ entity }) => entity.id).filter(isPlainName))
  for (const entry of found) {
    const { id: xmlId, kind, name } = entry.entity
    if (byXmlId.has(xmlId)) continue
    const id = isPlainName(xmlId) ? xmlId : entityId(kind, name, plain)
    plain.add(id)
    byXmlId.set(xmlId, id)
    entries.set(id, { ...entry, entity: { ...entry.entity, id } })
  }
  return { entries, byXmlId }
}

// Names that use @key for the file's own register go on doing so.
function ownPointer(id: string, used: EntityPointer | undefined): EntityPointer {
  if (used?.attribute === 'key') return used
  const own = used?.value.split(/\s+/).includes(`#${id}`) || !used
  return own ? { attribute: 'ref', value: `#${id}` } : used
}

function pointerIn({ pointer, key }: NamePointer): EntityPointer | undefined {
  const value = pointer?.trim()
  if (value) return { attribute: 'ref', value }
  const word = key?.trim()
  return word ? { attribute: 'key', value: word } : undefined
}

function xmlIdOf({ element, entity }: RegisterEntry): string {
  return sourceAttribute(element, 'xml:id') ?? sourceAttribute(element, 'id') ?? entity.id
}

function newEntity(
  name: NamePointer,
  pointer: string,
  authority: readonly AuthorityLink[],
  taken: ReadonlySet<string>,
): Entity {
  const kind: EntityKind = name.kind
  const words = name.text || pointer
  return { id: freeId(kind, pointer, words, taken), kind, name: words, variants: [], authority }
}

// The id that another file gives it is kept where it is one; an address has none that speaks.
function freeId(
  kind: EntityKind,
  pointer: string,
  words: string,
  taken: ReadonlySet<string>,
): string {
  const [first = ''] = pointer.split(/\s+/)
  const part = /^https?:/.test(first)
    ? ''
    : (/(?:#|^[a-z][\w.-]*:|^)([^#:/\s]+)$/i.exec(first)?.[1] ?? '')
  if (isPlainName(part) && !taken.has(part)) return part
  return entityId(kind, words, taken)
}
