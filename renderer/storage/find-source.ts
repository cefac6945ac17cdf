import type { SourceFile } from '../../shared/collection/collection-content.ts'
import type { Failed } from './failure.ts'
import { readAll, type Store } from './store.ts'

/** The page whose bytes have this SHA-256 (hex), null where the library has none. */
export async function findSource(
  store: Store,
  sha256: string,
): Promise<{ readonly status: 'read'; readonly source: SourceFile | null } | Failed> {
  return readAll(store, ['sources'], async () => {
    const source = (await store.db.sources.where({ sha256 }).first()) ?? null
    return { status: 'read', source } as const
  })
}
