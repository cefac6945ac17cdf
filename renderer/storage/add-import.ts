import Dexie from 'dexie'
import type { Problem } from '../../shared/check/problem.ts'
import type {
  ImportBatch,
  OutsideLine,
  SourceFile,
  SourceNote,
} from '../../shared/collection/collection-content.ts'
import { letterDigest } from '../../shared/collection/letter-digest.ts'
import { type LetterTexts, textsOf, workOf } from '../../shared/collection/letter-work.ts'
import type { Entity } from '../../shared/entity/entity.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { type AsReadNote, asReadNote } from '../../shared/tei/as-read.ts'
import type { Database } from './database.ts'
import type { Failed } from './failure.ts'
import type { Progress } from './gather-collection.ts'
import { addLetterRows, newLetterRows } from './new-letter-rows.ts'
import type { EntityRow, LetterRows } from './rows.ts'
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

/** A letter of an import with what was counted of it; `isAsRead` says that it is just what its TEI file gives, which is then kept with the file. */
export interface NewLetter {
  readonly letter: CanonicalLetter
  readonly words: number
  readonly problems: readonly Problem[]
  readonly isAsRead?: boolean
}

/** What one import brings: pages, and the letters found in them. */
export interface NewImport {
  readonly author: string
  readonly sources: readonly NewSource[]
  readonly letters: readonly NewLetter[]
  /** Register entries that the pages bring; an id that is there already keeps its entry. */
  readonly entities?: readonly Entity[]
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

/** All tables that an import writes. */
export const IMPORT_TABLES = ['imports', 'sources', 'entities', ...LETTER_TABLES] as const

/** How long a write of many letters may take. */
export const LONG_MS = 120_000

/**
 * Adds an import, with its pages' bytes and SHA-256, in one transaction: a kill in the middle leaves nothing of it. The window has
 * its turn between portions; `progress` counts letters. Throws a RangeError for a letter whose records do not stand in its text.
 */
export async function addImport(
  store: Store,
  batch: NewImport,
  progress: Progress = () => {},
): Promise<AddImportResult> {
  const { db } = store
  const total = batch.letters.length
  // Half of the time goes into hashes, half into the database.
  const prepared = await prepareImport(store, batch, NOTHING_REPLACED, (done) =>
    progress(Math.floor(done / 2), total),
  )
  const told = (done: number) =>
    Dexie.ignoreTransaction(() => progress(Math.ceil((total + done) / 2), total))
  const { importId, ids } = prepared
  const body = async (): Promise<Exclude<AddImportResult, Failed>> => {
    const taken = (await db.letters.where('id').anyOf(ids).primaryKeys()) as string[]
    if (taken.length > 0) return { status: 'exists', letters: taken }
    await prepared.write(told)
    return { status: 'added', importId }
  }
  const result = await write(store, IMPORT_TABLES, body, LONG_MS)
  if (result.status === 'added') announceImport(store, prepared)
  return result
}

const NOTHING_REPLACED: ReadonlyMap<string, readonly string[]> = new Map()
const TOLD_AFTER = 50

/** An import whose rows are made and hashed; `write` adds them, within a transaction over `IMPORT_TABLES`. */
export interface PreparedImport {
  readonly importId: string
  readonly ids: readonly string[]
  write(told?: (done: number) => void): Promise<void>
}

/** Tells of an import that was stored. */
export function announceImport({ changes }: Store, { importId, ids }: PreparedImport): void {
  changes.announce({ kind: 'letters', ids })
  changes.announce({ kind: 'imports', ids: [importId] })
  changes.announce({ kind: 'entities', ids: [] })
}

/** Makes the rows of an import, with all hashes; `madeFrom` names the letters that a letter stands for from now on. */
export async function prepareImport(
  store: Store,
  batch: NewImport,
  madeFrom: ReadonlyMap<string, readonly string[]> = NOTHING_REPLACED,
  told: (done: number) => void = () => {},
): Promise<PreparedImport> {
  const { db } = store
  const importId = store.newId()
  const time = store.now()
  const ids = batch.letters.map(({ letter }) => letter.id)
  const rows: LetterRows[] = []
  const asRead: [file: string, note: AsReadNote][] = []
  for (const { letter, isAsRead = false, ...counted } of batch.letters) {
    const work = workOf(letter)
    const { id } = letter
    const from = madeFrom.get(id)
    const incoming = { id, importId, createdAt: time, changedAt: time, texts: textsOf(letter) }
    const done = {
      base: work,
      journal: [],
      current: work,
      counted,
      ...(from && { madeFrom: from }),
    }
    const made = await newLetterRows({ ...incoming, ...done })
    rows.push(made)
    if (isAsRead) asRead.push([fileOf(letter), await noteOf(id, incoming.texts, made)])
    if (rows.length % TOLD_AFTER !== 0) continue
    told(rows.length)
    // Hashes of short texts are there at once: without a pause all rows are made in one task.
    await new Promise((resolve) => setTimeout(resolve))
  }
  const sources = await sourceRows(store, importId, batch.sources, asRead)
  const row: ImportBatch = {
    id: importId,
    time,
    author: batch.author,
    sources: sources.map(({ id }) => id),
    letters: ids,
  }
  return {
    importId,
    ids,
    async write(stored) {
      const entities = await newEntities(db, batch.entities ?? [])
      await addLetterRows(db, rows, stored)
      await db.sources.bulkAdd(sources)
      await db.entities.bulkAdd(entities)
      const brought = entities.map(({ id }) => id)
      const known = brought.length > 0 ? { ...row, entities: brought } : row
      await db.imports.add({ ...known, state: 'committed' })
    },
  }
}

function fileOf({ translation }: CanonicalLetter): string {
  return translation.records.header.origin?.value.sha256 ?? ''
}

async function noteOf(id: string, texts: LetterTexts, rows: LetterRows): Promise<AsReadNote> {
  const [first] = rows.snapshots
  if (!first) throw new RangeError(`Letter ${id} has no snapshot`)
  return asReadNote(id, await letterDigest(texts, first.sha256, sha256))
}

async function sourceRows(
  store: Store,
  importId: string,
  added: readonly NewSource[],
  asRead: readonly (readonly [file: string, note: AsReadNote])[],
): Promise<SourceFile[]> {
  const notesOf = Map.groupBy(asRead, ([file]) => file)
  const sources: SourceFile[] = []
  for (const source of added) {
    const hash = await sha256(source.bytes)
    const own = (notesOf.get(hash) ?? []).map(([, note]) => note)
    const notes = [...source.notes, ...own]
    sources.push({ id: store.newId(), importId, ...source, notes, sha256: hash })
  }
  return sources
}

async function newEntities(db: Database, entities: readonly Entity[]): Promise<EntityRow[]> {
  const known = new Set(await db.entities.toCollection().primaryKeys())
  return entities
    .filter(({ id }) => !known.has(id))
    .map((entity) => ({ id: entity.id, kind: entity.kind, rev: 1, entity }))
}
