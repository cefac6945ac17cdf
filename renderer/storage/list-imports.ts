import type { SourceFile } from '../../shared/collection/collection-content.ts'
import type { Failed } from './failure.ts'
import type { ImportRow } from './rows.ts'
import { readAll, type Store } from './store.ts'

/** An import with the names of its pages. */
export interface ListedImport extends ImportRow {
  readonly sourceNames: readonly string[]
}

/** All imports, the newest first, those taken back included. */
export async function listImports(
  store: Store,
): Promise<{ readonly status: 'read'; readonly imports: readonly ListedImport[] } | Failed> {
  const { db } = store
  return readAll(store, ['imports', 'sources'], async () => {
    const rows = await db.imports.orderBy('time').reverse().toArray()
    const names = new Map<string, string>()
    await db.sources.each((source) => names.set(source.id, source.name))
    const imports = rows.map((row) => ({
      ...row,
      sourceNames: row.sources.map((id) => names.get(id) ?? id),
    }))
    return { status: 'read', imports } as const
  })
}

/** The pages of an import with their bytes and the lines that were left outside. */
export async function readSources(
  store: Store,
  importId: string,
): Promise<{ readonly status: 'read'; readonly sources: readonly SourceFile[] } | Failed> {
  return readAll(store, ['sources'], async () => {
    const sources = await store.db.sources.where({ importId }).toArray()
    return { status: 'read', sources } as const
  })
}
