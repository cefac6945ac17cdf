import { applyJournal } from '../../shared/collection/apply-journal.ts'
import type { CollectionContent, LetterFile } from '../../shared/collection/collection-content.ts'
import { joinLetter, textsOf, workOf } from '../../shared/collection/letter-work.ts'
import { stableJson } from '../../shared/collection/stable-json.ts'
import type { RuleSet } from '../../shared/import/rules/rule.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { NO_TRANSLATION_SET, type TranslationSet } from '../../shared/translate/translation-set.ts'
import { LETTER_TABLES, LONG_MS } from './add-import.ts'
import { type Database, rowsOfLetter } from './database.ts'
import type { Failed } from './failure.ts'
import { findForeignNames, type NameConflict } from './find-foreign-names.ts'
import type { Progress } from './gather-collection.ts'
import { addLetterRows, newLetterRows } from './new-letter-rows.ts'
import { openLetter, type Unfit } from './open-letter.ts'
import type { LetterRows } from './rows.ts'
import { readAll, type Store, write } from './store.ts'
import { takeOut } from './take-out.ts'

/** A letter of the package that was not taken in, and why: the library has another of that id, it uses ids that mean something else here, or its history does not make its state. */
export interface LetterConflict {
  readonly letter: string
  readonly why: 'different' | 'foreign-names' | 'history'
}

/** What came of opening a package; nothing that was in the library has changed. */
export type AddCollectionResult =
  | {
      readonly status: 'added'
      readonly letters: readonly string[]
      /** Letters that were here already, the same in state and history. */
      readonly same: readonly string[]
      readonly conflicts: readonly LetterConflict[]
      readonly names: readonly NameConflict[]
      /** Whether the package's edition record is now the library's, was the same, or was left aside. */
      readonly edition: 'taken' | 'same' | 'kept-ours'
    }
  | Failed

/**
 * Takes a verified package into the library, in one transaction. An empty library becomes the package's collection; in
 * one with letters nothing is overwritten, and what could not be taken in is named. With `mend` a letter that is damaged here, or
 * an earlier state of the one in the package, goes into the trash and the package's stands in its place.
 */
export async function addCollection(
  store: Store,
  content: CollectionContent,
  progress: Progress = () => {},
  mend = false,
): Promise<AddCollectionResult> {
  const found = await findForeignNames(store, content)
  if (found.status === 'failed') return found
  const conflicts: LetterConflict[] = []
  const same: string[] = []
  const incoming: LetterRows[] = []
  const aside: string[] = []
  for (const [i, file] of content.letters.entries()) {
    const verdict = await judge(store, file, found.isForeign, mend)
    if (verdict.status === 'failed') return verdict
    if (verdict.status === 'conflict') conflicts.push(verdict.conflict)
    else if (verdict.status === 'same') same.push(file.id)
    else {
      incoming.push(verdict.rows)
      if (verdict.isInstead) aside.push(file.id)
    }
    progress(i + 1, content.letters.length)
  }
  const result = await keep(store, content, incoming, aside)
  if (result.status === 'failed') return result
  const letters = incoming.map(({ head }) => head.id)
  store.changes.announce({ kind: 'letters', ids: letters })
  for (const kind of ['entities', 'imports', 'meta'] as const)
    store.changes.announce({ kind, ids: [] })
  return { status: 'added', letters, same, conflicts, names: found.names, edition: result.edition }
}

type Verdict =
  | { readonly status: 'new'; readonly rows: LetterRows; readonly isInstead: boolean }
  | { readonly status: 'same' }
  | { readonly status: 'conflict'; readonly conflict: LetterConflict }
  | Failed

async function judge(
  store: Store,
  file: LetterFile,
  isForeign: (rows: LetterRows) => boolean,
  mend: boolean,
): Promise<Verdict> {
  const conflict = (why: LetterConflict['why']) =>
    ({ status: 'conflict', conflict: { letter: file.id, why } }) as const
  const presence = await compare(store, file)
  if (typeof presence === 'object') return presence
  if (presence === 'same') return { status: 'same' }
  const isInstead = presence === 'less'
  if (presence === 'different' || (isInstead && !mend)) return conflict('different')
  if (!historyHolds(file)) return conflict('history')
  const rows = await newLetterRows(file)
  return isForeign(rows) ? conflict('foreign-names') : { status: 'new', rows, isInstead }
}

// `less`: what is here is damaged, or an earlier state of the same history.
async function compare(
  store: Store,
  file: LetterFile,
): Promise<'new' | 'same' | 'less' | 'different' | Failed> {
  const ours = await openLetter(store, file.id)
  if (ours.status === 'failed') return ours
  if (ours.status === 'missing') return 'new'
  if (ours.status === 'read-only') return isDamage(ours.why) ? 'less' : 'different'
  if (ours.seq < file.seq) return isEarlier(store, file, ours.letter, ours.seq)
  if (ours.seq !== file.seq) return 'different'
  const theirs = joinLetter(file.id, file.texts, file.current)
  return stableJson(ours.letter) === stableJson(theirs) ? 'same' : 'different'
}

function isDamage({ code }: Unfit): boolean {
  return code === 'damaged' || code === 'gap' || code === 'machine-text-changed'
}

async function isEarlier(
  store: Store,
  { id, texts, journal }: LetterFile,
  ours: CanonicalLetter,
  seq: number,
): Promise<'less' | 'different' | Failed> {
  const read = await readAll(store, ['journal'], async () => {
    const rows = await rowsOfLetter(store.db.journal, id).toArray()
    return { status: 'read', rows } as const
  })
  if (read.status === 'failed') return read
  const isSame =
    stableJson(textsOf(ours)) === stableJson(texts) &&
    stableJson(read.rows) === stableJson(journal.slice(0, seq))
  return isSame ? 'less' : 'different'
}

function historyHolds(file: LetterFile): boolean {
  try {
    const start = joinLetter(file.id, file.texts, file.base)
    const end = workOf(applyJournal(start, 0, file.journal))
    return stableJson(end) === stableJson(file.current)
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

async function keep(
  store: Store,
  content: CollectionContent,
  incoming: readonly LetterRows[],
  aside: readonly string[],
) {
  const { db } = store
  const tables = [...LETTER_TABLES, 'removed', 'imports', 'sources', 'entities', 'meta'] as const
  const body = async () => {
    const edition = await keepMeta(store, content)
    if (aside.length > 0) await takeOut(store, aside, { reason: 'removed' }, true)
    await addLetterRows(db, incoming)
    const entityIds = new Set(await db.entities.toCollection().primaryKeys())
    await db.entities.bulkAdd(
      content.entities
        .filter(({ id }) => !entityIds.has(id))
        .map((entity) => ({ id: entity.id, kind: entity.kind, rev: 1, entity })),
    )
    const importIds = new Set(await db.imports.toCollection().primaryKeys())
    const taken = new Set(incoming.map(({ head }) => head.importId))
    const imports = content.imports.filter(({ id }) => taken.has(id) && !importIds.has(id))
    const kept = new Set(imports.map(({ id }) => id))
    await db.imports.bulkAdd(imports.map((row) => ({ ...row, state: 'committed' as const })))
    await db.sources.bulkAdd(content.sources.filter(({ importId }) => kept.has(importId)))
    return { status: 'kept', edition } as const
  }
  return write(store, tables, body, LONG_MS)
}

// Rules of the same id are ours: they may have been changed here.
async function keepRules(db: Database, { rules }: RuleSet): Promise<void> {
  const row = await db.meta.get('rules')
  const known = (row?.value as RuleSet | undefined)?.rules ?? []
  const ids = new Set(known.map(({ id }) => id))
  const value: RuleSet = { rules: [...known, ...rules.filter(({ id }) => !ids.has(id))] }
  await db.meta.put({ key: 'rules', value })
}

// What is known here stands; what comes along is added to it.
async function keepTranslation(db: Database, incoming: TranslationSet): Promise<void> {
  const row = await db.meta.get('translation')
  const ours = (row?.value as TranslationSet | undefined) ?? NO_TRANSLATION_SET
  const joined = <T extends { readonly id: string }>(known: readonly T[], more: readonly T[]) => {
    const ids = new Set(known.map(({ id }) => id))
    return [...known, ...more.filter(({ id }) => !ids.has(id))]
  }
  const value: TranslationSet = {
    rules: joined(ours.rules, incoming.rules),
    terms: joined(ours.terms, incoming.terms),
    reasons: [...new Set([...ours.reasons, ...incoming.reasons])],
    checks: { ...incoming.checks, ...ours.checks },
    silences: joined(ours.silences, incoming.silences),
  }
  await db.meta.put({ key: 'translation', value })
}

async function keepMeta({ db }: Store, content: CollectionContent) {
  const { edition, editors, rules, translation } = content
  const ours = (await db.meta.get('edition'))?.value ?? null
  const known = ((await db.meta.get('editors'))?.value ?? []) as CollectionContent['editors']
  const ids = new Set(known.map(({ id }) => id))
  const value = [...known, ...editors.filter(({ id }) => !ids.has(id))]
  await db.meta.put({ key: 'editors', value })
  if (rules) await keepRules(db, rules)
  if (translation) await keepTranslation(db, translation)
  if (stableJson(ours) === stableJson(edition)) return 'same' as const
  const isEmpty = (await db.letters.count()) === 0
  if (!edition || (ours && !isEmpty)) return 'kept-ours' as const
  await db.meta.put({ key: 'edition', value: edition })
  return 'taken' as const
}
