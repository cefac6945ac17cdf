import type { LetterWork } from '../../shared/collection/letter-work.ts'
import { LETTER_VERSION } from '../../shared/letter/migrations.ts'
import type { Failed } from './failure.ts'
import type { SourceRow } from './rows.ts'
import { readAll, type Store } from './store.ts'

/** A stored source with the letters of the imports that brought it. */
export interface StoredSource {
  readonly source: SourceRow
  readonly letters: readonly string[]
}

/** The source with this SHA-256 and the letters of all standing imports that brought it; null where it is gone. */
export async function readSourceByHash(
  store: Store,
  sha256: string,
): Promise<{ readonly status: 'read'; readonly stored: StoredSource | null } | Failed> {
  const { db } = store
  return readAll(store, ['sources', 'imports', 'letters'], async () => {
    const all = await db.sources.where('sha256').equals(sha256).toArray()
    const rows: SourceRow[] = []
    for (const row of all) {
      const batch = await db.imports.get(row.importId)
      if (batch?.state === 'committed') rows.push(row)
    }
    // The same file may have come in twice: what the last import made of it holds.
    const source = rows.at(-1)
    if (!source) return { status: 'read', stored: null } as const
    const imports = [...new Set(rows.map(({ importId }) => importId))]
    const letters = (await db.letters.where('importId').anyOf(imports).primaryKeys()) as string[]
    return { status: 'read', stored: { source, letters } } as const
  })
}

// What is certainly no TEI by its name; bytes are not looked at.
const PAGE = /\.(txt|md|html?|xhtml|mht|mhtml|docx)$/i

/** The imports that brought sources which may be TEI files, by their names. */
export async function listTeiImports(
  store: Store,
): Promise<{ readonly status: 'read'; readonly imports: ReadonlySet<string> } | Failed> {
  const { db } = store
  return readAll(store, ['sources'], async () => {
    const names = (await db.sources.orderBy('name').uniqueKeys()) as string[]
    const imports = new Set<string>()
    await db.sources
      .where('name')
      .anyOf(names.filter((name) => !PAGE.test(name)))
      .each(({ importId }) => imports.add(importId))
    return { status: 'read', imports } as const
  })
}

/** The work that a letter came in with, the hash kept with it, and whether it is in the present form. */
export interface ImportedWork {
  readonly work: LetterWork
  readonly hash: string
  readonly isPresent: boolean
}

/** The work that a letter came in with, null where it is gone. */
export async function readImportedWork(
  store: Store,
  letter: string,
): Promise<{ readonly status: 'read'; readonly imported: ImportedWork | null } | Failed> {
  return readAll(store, ['snapshots'], async () => {
    const row = await store.db.snapshots.get([letter, 0])
    if (!row) return { status: 'read', imported: null } as const
    const { work, sha256: hash, version } = row
    const isPresent = version === LETTER_VERSION
    return { status: 'read', imported: { work, hash, isPresent } } as const
  })
}
