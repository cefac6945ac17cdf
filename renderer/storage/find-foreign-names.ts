import type { CollectionContent } from '../../shared/collection/collection-content.ts'
import type { Entity } from '../../shared/entity/entity.ts'
import type { Records } from '../../shared/letter/records.ts'
import type { Failed } from './failure.ts'
import type { LetterRows } from './rows.ts'
import { readAll, type Store } from './store.ts'

/** An id that means one thing in the library and another in a package. */
export interface NameConflict {
  readonly kind: 'entity' | 'editor'
  readonly id: string
  readonly ours: string
  readonly theirs: string
}

/** The conflicts, and whether a letter uses an id that is one of them: taken in, it would be linked or ascribed wrongly. */
export interface ForeignNames {
  readonly status: 'read'
  readonly names: readonly NameConflict[]
  isForeign(rows: LetterRows): boolean
}

/** Finds ids of register entries and editors that mean something else in the package than in the library (another name or kind). */
export async function findForeignNames(
  store: Store,
  content: CollectionContent,
): Promise<ForeignNames | Failed> {
  return readAll(store, ['entities', 'meta'], async () => {
    const names = [
      ...(await entityConflicts(store, content)),
      ...(await editorConflicts(store, content)),
    ]
    const ids = (kind: NameConflict['kind']) =>
      new Set(names.filter((name) => name.kind === kind).map(({ id }) => id))
    const entities = ids('entity')
    const people = ids('editor')
    const isForeign = (letter: LetterRows) =>
      [...letter.mentions, ...letter.parties].some(
        (row) => row.entity && entities.has(row.entity),
      ) || editorsOf(letter).some((id) => people.has(id))
    return { status: 'read', names, isForeign } as const
  })
}

async function entityConflicts({ db }: Store, { entities }: CollectionContent) {
  const rows = await db.entities.bulkGet(entities.map(({ id }) => id))
  const words = ({ name, kind }: Entity) => `${name} (${kind})`
  return entities.flatMap((theirs, i): NameConflict[] => {
    const ours = rows[i]?.entity
    if (!ours || words(ours) === words(theirs)) return []
    return [{ kind: 'entity', id: theirs.id, ours: words(ours), theirs: words(theirs) }]
  })
}

async function editorConflicts({ db }: Store, { editors }: CollectionContent) {
  const known = ((await db.meta.get('editors'))?.value ?? []) as CollectionContent['editors']
  return editors.flatMap((theirs): NameConflict[] => {
    const ours = known.find(({ id }) => id === theirs.id)
    if (!ours || ours.name === theirs.name) return []
    return [{ kind: 'editor', id: theirs.id, ours: ours.name, theirs: theirs.name }]
  })
}

function editorsOf({ journal, snapshots }: LetterRows): string[] {
  const ofRecords = snapshots.flatMap(({ work }) =>
    [work.translation, work.original].flatMap((side) => (side ? decisions(side.records) : [])),
  )
  return [...journal.map(({ author }) => author), ...ofRecords]
}

function decisions(records: Records): string[] {
  return Object.values(records).flatMap((table: object) =>
    Object.values(table).flatMap((record: { readonly by?: string; readonly resp?: string }) =>
      [record.by, record.resp].filter((id) => id !== undefined),
    ),
  )
}
