import type { LibraryFacts } from '../../shared/safety/ledger.ts'
import { SCHEMA_VERSION } from './database.ts'
import type { Failed } from './failure.ts'
import { readAll, type Store } from './store.ts'

/** Counts what the library holds, for the ledger: letters, those in the trash, and all actions. */
export async function countLibrary(
  store: Store,
): Promise<{ readonly status: 'counted'; readonly facts: LibraryFacts } | Failed> {
  const { db, generation } = store
  return readAll(store, ['letters', 'removed', 'journal'], async () => {
    const [letters, removed, actions] = await Promise.all([
      db.letters.count(),
      db.removed.count(),
      db.journal.count(),
    ])
    const facts = { generation, letters, removed, actions, schema: SCHEMA_VERSION }
    return { status: 'counted', facts } as const
  })
}
