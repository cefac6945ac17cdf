import type { Problem } from '../../shared/check/problem.ts'
import type {
  ImportBatch,
  OutsideLine,
  SourceFile,
  SourceNote,
} from '../../shared/collection/collection-content.ts'
import { textsOf, workOf } from '../../shared/collection/letter-work.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import type { Failed } from './failure.ts'
import { addLetterRows, newLetterRows } from './new-letter-rows.ts'
import type { LetterRows } from './rows.ts'
import { sha256 } from './sha256.ts'
import { type Store, write } from './store.ts'

/** A page to be kept as it came. */
export interface NewSource {
  readonly name: string
  readonly bytes: Uint8Array
  readonly encoding: string
  readonly notes: readonly SourceNote[]
  readonly outside: readonly OutsideLine[]
}

/** What one import brings: pages, and the letters found in them with what was counted of each. */
export interface NewImport {
  readonly author: string
  readonly sources: readonly NewSource[]
  readonly letters: readonly {
    readonly letter: CanonicalLetter
    readonly words: number
    readonly problems: readonly Problem[]
  }[]
}

/** The end of an import: all of it is there, or nothing; `exists` names letters whose ids are taken. */
export type AddImportResult =
  | { readonly status: 'added'; readonly importId: string }
  | { readonly status: 'exists'; readonly letters: readonly string[] }
  | Failed

/** All tables that hold rows of letters. */
export const LETTER_TABLES = [
  'letters',
  'texts',
  'snapshots',
  'journal',
  'mentions',
  'parties',
  'dates',
  'problems',
] as const

/** How long a write of many letters may take. */
export const LONG_MS = 120_000

/**
 * Adds an import, with its pages' bytes and SHA-256, in one transaction: a kill in the middle leaves nothing of it. Throws
 * a RangeError for a letter whose records do not stand in its text.
 */
export async function addImport(store: Store, batch: NewImport): Promise<AddImportResult> {
  const importId = store.newId()
  const time = store.now()
  const sources: SourceFile[] = []
  for (const source of batch.sources)
    sources.push({ id: store.newId(), importId, ...source, sha256: await sha256(source.bytes) })
  const ids = batch.letters.map(({ letter }) => letter.id)
  const rows: LetterRows[] = []
  for (const { letter, ...counted } of batch.letters) {
    const work = workOf(letter)
    const { id } = letter
    const incoming = { id, importId, createdAt: time, changedAt: time, texts: textsOf(letter) }
    rows.push(await newLetterRows({ ...incoming, base: work, journal: [], current: work, counted }))
  }
  const row: ImportBatch = {
    id: importId,
    time,
    author: batch.author,
    sources: sources.map(({ id }) => id),
    letters: ids,
  }
  const { db } = store
  const tables = ['imports', 'sources', ...LETTER_TABLES] as const
  const body = async (): Promise<Exclude<AddImportResult, Failed>> => {
    const taken = (await db.letters.where('id').anyOf(ids).primaryKeys()) as string[]
    if (taken.length > 0) return { status: 'exists', letters: taken }
    await addLetterRows(db, rows)
    await db.sources.bulkAdd(sources)
    await db.imports.add({ ...row, state: 'committed' })
    return { status: 'added', importId }
  }
  const result = await write(store, tables, body, LONG_MS)
  if (result.status === 'added') {
    store.changes.announce({ kind: 'letters', ids })
    store.changes.announce({ kind: 'imports', ids: [importId] })
  }
  return result
}
