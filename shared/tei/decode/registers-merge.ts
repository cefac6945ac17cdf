import type { Entity } from '../../entity/entity.ts'
import { entityId } from '../../entity/entity-id.ts'
import type { CanonicalLetter, CanonicalText } from '../../letter/canonical.ts'
import type { HeaderRecord, MentionRecord, Party, Records } from '../../letter/records.ts'
import { authorityKey } from './registers-authority.ts'

/** An entry that both the library and a file have, and say different things of: the library's stays as it is. */
export interface RegisterConflict {
  readonly incoming: Entity
  readonly present: Entity
  /** The same authority's number, the same id and name, or one id for two names (then the file's entry gets an id of its own). */
  readonly why: 'authority' | 'name' | 'id'
}

/** What comes of laying a file's register upon the library's: the entries to add, the library's id of each of the file's, and where they differ. */
export interface MergedRegisters {
  readonly added: readonly Entity[]
  readonly ids: ReadonlyMap<string, string>
  readonly conflicts: readonly RegisterConflict[]
}

/**
 * Lays registers of a file upon those of the library. Entries with one authority's number, or with one id and name, are one; an
 * entry of which only a name is known is one with that of its id which has these words among its names. Nothing of the library is changed.
 */
export function mergeRegisters(
  library: readonly Entity[],
  incoming: readonly Entity[],
): MergedRegisters {
  const known = knownEntities(library)
  const taken = new Set([...known.byId.keys(), ...incoming.map(({ id }) => id)])
  const added: Entity[] = []
  const conflicts: RegisterConflict[] = []
  const ids = new Map<string, string>()
  for (const entity of incoming) {
    const { present, why } = findPresent(known, entity)
    if (present && why !== 'id') {
      ids.set(entity.id, present.id)
      if (saysOther(entity, present)) conflicts.push({ incoming: entity, present, why })
      continue
    }
    if (present) conflicts.push({ incoming: entity, present, why: 'id' })
    const id = present ? entityId(entity.kind, entity.name, taken) : entity.id
    const kept = { ...entity, id }
    taken.add(id)
    ids.set(entity.id, id)
    added.push(kept)
    addKnown(known, kept)
  }
  return { added, ids, conflicts }
}

interface Known {
  readonly byId: Map<string, Entity>
  readonly byAuthority: Map<string, Entity>
}

function knownEntities(library: readonly Entity[]): Known {
  const known: Known = { byId: new Map(), byAuthority: new Map() }
  for (const entity of library) addKnown(known, entity)
  return known
}

function addKnown({ byId, byAuthority }: Known, entity: Entity): void {
  byId.set(entity.id, entity)
  for (const link of entity.authority) {
    const key = `${entity.kind} ${authorityKey(link)}`
    if (!byAuthority.has(key)) byAuthority.set(key, entity)
  }
}

function findPresent(
  { byId, byAuthority }: Known,
  entity: Entity,
): { present: Entity | undefined; why: RegisterConflict['why'] } {
  for (const link of entity.authority) {
    const shared = byAuthority.get(`${entity.kind} ${authorityKey(link)}`)
    if (shared) return { present: shared, why: 'authority' }
  }
  const present = byId.get(entity.id)
  const isOne = present && present.kind === entity.kind && hasName(present, entity)
  return { present, why: isOne ? 'name' : 'id' }
}

function hasName(present: Entity, entity: Entity): boolean {
  if (present.name === entity.name) return true
  return (isBare(entity) && names(entity, present)) || (isBare(present) && names(present, entity))
}

// All that is known of it is how one passage calls it.
function isBare({ original, variants, authority, note }: Entity): boolean {
  return !original && !note && variants.length === 0 && authority.length === 0
}

function names(bare: Entity, whole: Entity): boolean {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const all = new Set(words([whole.name, whole.original ?? '', ...whole.variants].join(' ')))
  return words(bare.name).every((word) => all.has(word))
}

/** What is kept with a source of the laying of its registers upon the library's, so that its file can be written again: `tei-register-id` names an entry in the file and its id in the library, `tei-register-differs` an entry that says other things in the file, `tei-register-less` one that only has a name there. */
export function registerNotes({ ids, conflicts }: MergedRegisters): RegisterNote[] {
  const renamed = [...ids].filter(([file, library]) => file !== library)
  const differing = conflicts.filter(({ why }) => why !== 'id')
  return [
    ...renamed.map(([file, library]) => note('tei-register-id', `${file} ${library}`)),
    ...differing.map(({ incoming }) =>
      note(isBare(incoming) ? 'tei-register-less' : 'tei-register-differs', incoming.id),
    ),
  ]
}

/** A note of a source, in the form in which sources keep them. */
export interface RegisterNote {
  readonly code: 'tei-register-id' | 'tei-register-differs' | 'tei-register-less'
  readonly message: string
  readonly count: number
}

function note(code: RegisterNote['code'], message: string): RegisterNote {
  return { code, message, count: 1 }
}

/** How many entries of a register say more than a name: the richest register of several is laid down first. */
export function registerWealth(entities: readonly Entity[]): number {
  return entities.filter((entity) => !isBare(entity)).length
}

/** Whether two entries say different things (their ids apart). */
export function saysOther(one: Entity, other: Entity): boolean {
  const said = ({ kind, name, original, variants, authority, note }: Entity) =>
    JSON.stringify([kind, name, original, variants, authority.map(authorityKey), note])
  return said(one) !== said(other)
}

/** The letter with the ids of register entries replaced; ids that the map does not know stay. */
export function renameEntities(
  letter: CanonicalLetter,
  ids: ReadonlyMap<string, string>,
): CanonicalLetter {
  const { translation, original } = letter
  const changed = new Map([...ids].filter(([before, now]) => before !== now))
  if (changed.size === 0) return letter
  return {
    ...letter,
    translation: renameIn(translation, changed),
    original: original && renameIn(original, changed),
  }
}

function renameIn(text: CanonicalText, ids: ReadonlyMap<string, string>): CanonicalText {
  const { header, mentions } = text.records
  const records: Records = {
    ...text.records,
    mentions: Object.fromEntries(
      Object.entries(mentions).map(([id, mention]): [string, MentionRecord] => [
        id,
        renamed(mention, ids),
      ]),
    ),
    header: {
      ...header,
      ...renamedList('senders', header.senders, ids),
      ...renamedList('recipients', header.recipients, ids),
      ...(header.sentPlace && {
        sentPlace: { ...header.sentPlace, value: renamed(header.sentPlace.value, ids) },
      }),
      ...(header.receivedPlace && {
        receivedPlace: { ...header.receivedPlace, value: renamed(header.receivedPlace.value, ids) },
      }),
    },
  }
  return { ...text, records }
}

function renamedList<F extends 'senders' | 'recipients'>(
  field: F,
  record: HeaderRecord<F> | undefined,
  ids: ReadonlyMap<string, string>,
) {
  if (!record) return {}
  const value: readonly Party[] = record.value.map((party) => renamed(party, ids))
  return { [field]: { ...record, value } }
}

function renamed<T extends { readonly entity?: string }>(
  named: T,
  ids: ReadonlyMap<string, string>,
): T {
  const id = named.entity === undefined ? undefined : ids.get(named.entity)
  return id === undefined ? named : { ...named, entity: id }
}
