import type { Failed } from './failure.ts'
import type { LetterHead } from './rows.ts'
import { readAll, type Store } from './store.ts'

/** What is known of pages that are about to come in: names (with or without folders), hashes of their bytes and of the machine texts found in them. */
export interface IncomingTraces {
  readonly names: readonly string[]
  readonly sha256: readonly string[]
  readonly texts: readonly string[]
  readonly ids: readonly string[]
}

/** Imports that brought the same pages before, and the letters of theirs that stand in the library. `sameBytes` names pages that are byte for byte here. */
export interface EarlierImports {
  readonly status: 'read'
  readonly sameBytes: readonly string[]
  readonly letters: readonly LetterHead[]
}

/**
 * Finds what a page coming in may be another state of: by its name, its bytes, or letters in common with imports that
 * stand. Empty where there is none.
 */
export async function findEarlier(
  store: Store,
  traces: IncomingTraces,
): Promise<EarlierImports | Failed> {
  const { db } = store
  return readAll(store, ['imports', 'sources', 'letters', 'texts'], async () => {
    const bases = new Set(traces.names.map(baseName))
    const known = (await db.sources.orderBy('name').uniqueKeys()) as string[]
    const names = known.filter((name) => bases.has(baseName(name)))
    const imports = new Set<string>()
    await db.sources
      .where('name')
      .anyOf(names)
      .each((source) => imports.add(source.importId))
    const same = await db.sources.where('sha256').anyOf(traces.sha256).toArray()
    for (const source of same) imports.add(source.importId)
    const texts = await db.texts.where('sha256').anyOf(traces.texts).toArray()
    const shared = [...texts.map((row) => row.letter), ...traces.ids]
    for (const head of await db.letters.bulkGet(shared)) if (head) imports.add(head.importId)
    const standing = (await db.imports.bulkGet([...imports])).filter(
      (row) => row?.state === 'committed',
    )
    const ids = standing.flatMap((row) => (row ? [row.id] : []))
    const letters = await db.letters.where('importId').anyOf(ids).toArray()
    const sameBytes = same.filter((source) => ids.includes(source.importId)).map(({ name }) => name)
    return { status: 'read', sameBytes, letters } as const
  })
}

function baseName(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? name).toLowerCase()
}
