import { letterProblems } from '../../shared/check/letter-problems.ts'
import { applyJournal } from '../../shared/collection/apply-journal.ts'
import type { JournalRow } from '../../shared/collection/journal-row.ts'
import { joinLetter, textsOf, workOf } from '../../shared/collection/letter-work.ts'
import { detachOriginal } from '../../shared/import/languages/detach-original.ts'
import type { CanonicalLetter, CanonicalText } from '../../shared/letter/canonical.ts'
import { countWords } from '../../shared/letter/count-words.ts'
import { LETTER_TABLES, LONG_MS, type NewSource } from './add-import.ts'
import type { NewAction } from './append-actions.ts'
import type { Failed } from './failure.ts'
import { addLetterRows, newLetterRows } from './new-letter-rows.ts'
import { letterAt, openLetter } from './open-letter.ts'
import { findChanged, type Replaced } from './replace-letters.ts'
import type { LetterHead, LetterRows, Replacement, SourceRow } from './rows.ts'
import { sha256 } from './sha256.ts'
import { readAll, type Store, write } from './store.ts'
import { takeOut } from './take-out.ts'

/**
 * The end of adding or taking away an original: all of it is done, and `takeBackReplacement(change)` undoes it; or nothing.
 * `conflict`: a letter was written since. `there-already` or `none`: the letter has an original, or has none. `unfit`: it can only be looked at.
 */
export type ChangeOriginalResult =
  | { readonly status: 'changed'; readonly change: string; readonly apart: string | null }
  | { readonly status: 'conflict' | 'there-already' | 'none' | 'unfit' | 'missing' }
  | Failed

/** An original for a letter of the library. `from` is the letter it was until now, if it was one; `source` the page it comes from, if that is not kept yet. */
export interface NewOriginal {
  readonly letter: string
  readonly rev: number
  readonly original: CanonicalText
  readonly from: Replaced | null
  readonly source: NewSource | null
  /** What is written into the journal with it. */
  readonly actions: readonly NewAction[]
}

/** A letter as it lies in the store: as it is, as it was at first, and all that was done in between. */
interface Whole {
  readonly status: 'whole'
  readonly head: LetterHead
  readonly base: CanonicalLetter
  readonly current: CanonicalLetter
  readonly journal: readonly JournalRow[]
}

/**
 * Gives a letter its original, in one transaction with a revision check: the machine text is stored once, with its hash; the
 * letter keeps its journal, and the form it had lies whole in the trash.
 */
export async function addOriginal(
  store: Store,
  { letter, rev, original, from, source, actions }: NewOriginal,
): Promise<ChangeOriginalResult> {
  const whole = await readWhole(store, letter)
  if (whole.status !== 'whole') return whole
  if (whole.current.original) return { status: 'there-already' }
  const journal = [...whole.journal, ...numbered(whole, actions)]
  const current = applyJournal(
    whole.current,
    whole.head.lastSeq,
    journal.slice(whole.journal.length),
  )
  const rows = await rowsOf(
    store,
    whole,
    journal,
    { ...whole.base, original },
    { ...current, original },
  )
  const kept = source && (await sourceRow(store, source, whole.head.importId))
  const out = [{ id: letter, rev }, ...(from ? [from] : [])]
  return replace(store, 'attached', out, [rows], kept, null)
}

/**
 * Takes the original of a letter away, in one transaction with a revision check: it becomes a letter of its own, `apart`, with
 * all that was done on it. The letter keeps its journal, in which the actions on the original do nothing; the form it had lies in the trash.
 */
export async function removeOriginal(
  store: Store,
  request: Replaced & {
    readonly apart: string
    readonly evidence: readonly string[]
    readonly action: Omit<NewAction, 'side' | 'steps'>
  },
): Promise<ChangeOriginalResult> {
  const { id, rev, apart, evidence, action } = request
  const whole = await readWhole(store, id)
  if (whole.status !== 'whole') return whole
  const parted = detachOriginal(whole.current, apart, evidence)
  if (!parted) return { status: 'none' }
  const past = whole.journal.map(
    (row): JournalRow =>
      row.side === 'original' ? { ...row, side: 'translation', steps: [] } : row,
  )
  const added = numbered(whole, [{ ...action, side: 'translation', steps: parted.steps }])
  const alone = { ...whole.current, original: null }
  const current = applyJournal(alone, whole.head.lastSeq, added)
  const rows = await rowsOf(
    store,
    whole,
    [...past, ...added],
    { ...whole.base, original: null },
    current,
  )
  const own = await apartRows(store, whole.head, parted.apart)
  return replace(store, 'detached', [{ id, rev }], [rows, own], null, apart)
}

async function readWhole(
  store: Store,
  id: string,
): Promise<Whole | Exclude<ChangeOriginalResult, { readonly status: 'changed' }>> {
  const [now, first] = [await openLetter(store, id), await letterAt(store, id, 0)]
  for (const read of [now, first]) {
    if (read.status === 'missing' || read.status === 'failed') return read
    if (read.status !== 'open') return { status: 'unfit' }
  }
  if (now.status !== 'open' || first.status !== 'open') return { status: 'unfit' }
  const rows = await readAll(store, ['journal'], async () => {
    const range = store.db.journal.where('[letter+seq]').between([id, 1], [id, now.seq], true, true)
    return { status: 'read', journal: await range.toArray() } as const
  })
  if (rows.status === 'failed') return rows
  const { journal } = rows
  return { status: 'whole', head: now.head, base: first.letter, current: now.letter, journal }
}

function numbered({ head }: Whole, actions: readonly NewAction[]): JournalRow[] {
  return actions.map((action, i) => ({ letter: head.id, seq: head.lastSeq + 1 + i, ...action }))
}

async function rowsOf(
  store: Store,
  { head }: Whole,
  journal: readonly JournalRow[],
  base: CanonicalLetter,
  current: CanonicalLetter,
): Promise<LetterRows> {
  const { id, importId, createdAt, madeFrom } = head
  const works = { base: workOf(base), current: workOf(current) }
  const dates = { createdAt, changedAt: store.now() }
  const made = madeFrom === undefined ? {} : { madeFrom }
  const texts = textsOf(current)
  // What is written must be what opening the letter will make of it.
  applyJournal(joinLetter(id, texts, works.base), 0, journal)
  const counted = countOf(current)
  const incoming = { id, importId, ...dates, ...made, texts, ...works, journal, counted }
  const rows = await newLetterRows(incoming)
  // The revision goes on: who still has the letter open as it was is refused.
  const rev = head.rev + 1
  const problems = rows.problems.map((row) => ({ ...row, rev }))
  return { ...rows, problems, head: { ...rows.head, rev, derivedRev: rev } }
}

function countOf(letter: CanonicalLetter) {
  return { words: countWords(letter.translation), problems: letterProblems(letter) }
}

async function apartRows(
  store: Store,
  { importId, id }: LetterHead,
  letter: CanonicalLetter,
): Promise<LetterRows> {
  const time = store.now()
  const work = workOf(letter)
  const dates = { createdAt: time, changedAt: time, madeFrom: [id] }
  const works = { base: work, current: work }
  const texts = textsOf(letter)
  const made = { ...dates, ...works, texts, journal: [], counted: countOf(letter) }
  return newLetterRows({ id: letter.id, importId, ...made })
}

async function sourceRow(store: Store, source: NewSource, importId: string): Promise<SourceRow> {
  return { id: store.newId(), importId, ...source, sha256: await sha256(source.bytes) }
}

async function replace(
  store: Store,
  kind: Extract<Replacement, 'attached' | 'detached'>,
  out: readonly Replaced[],
  rows: readonly LetterRows[],
  source: SourceRow | null,
  apart: string | null,
): Promise<ChangeOriginalResult> {
  const { db } = store
  const change = store.newId()
  const old = out.map(({ id }) => id)
  const standing = rows.map(({ head }) => head.id)
  const body = async (): Promise<Exclude<ChangeOriginalResult, Failed>> => {
    if ((await findChanged(store, out)).length > 0) return { status: 'conflict' }
    if (apart !== null && (await db.letters.get(apart))) return { status: 'conflict' }
    await takeOut(store, old, { reason: 'replaced', kind, change, replacedBy: standing }, true)
    await addLetterRows(db, rows)
    // A page that is kept already is not kept twice.
    const known = source && (await db.sources.where({ sha256: source.sha256 }).first())
    if (source && !known) {
      await db.sources.add(source)
      const batch = await db.imports.get(source.importId)
      if (batch) await db.imports.put({ ...batch, sources: [...batch.sources, source.id] })
    }
    return { status: 'changed', change, apart }
  }
  const tables = [...LETTER_TABLES, 'removed', 'sources', 'imports'] as const
  const result = await write(store, tables, body, LONG_MS)
  if (result.status === 'changed')
    store.changes.announce({ kind: 'letters', ids: [...old, ...standing] })
  return result
}
