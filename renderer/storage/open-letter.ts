import { applyJournal } from '../../shared/collection/apply-journal.ts'
import type { JournalRow } from '../../shared/collection/journal-row.ts'
import {
  describeMisfit,
  letterTextsSchema,
  letterWorkSchema,
} from '../../shared/collection/letter-schemas.ts'
import {
  joinLetter,
  type LetterTexts,
  type LetterWork,
  workOf,
} from '../../shared/collection/letter-work.ts'
import { hashMachineText, hashText } from '../../shared/collection/sha.ts'
import { stableJson } from '../../shared/collection/stable-json.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { migrateLetterData } from '../../shared/letter/migrations.ts'
import { rowsOfLetter } from './database.ts'
import type { Failed } from './failure.ts'
import type { LetterHead, SnapshotRow, TextRow } from './rows.ts'
import { sha256 } from './sha256.ts'
import { readAll, type Store } from './store.ts'

/** Why a letter can only be looked at, or not even that; `detail` in English, for a report. */
export interface Unfit {
  readonly code: 'newer' | 'unknown-data' | 'machine-text-changed' | 'gap' | 'damaged'
  readonly detail: string
}

/**
 * A letter as of its last action, or why it cannot be worked on; `letter` is then what could be read of it, if anything.
 * `passedOver` names a damaged snapshot that an older one and the journal have made good; `workHash` is the verified hash of the
 * letter's work, null where actions came after the snapshot that it was made from.
 */
export type OpenLetterResult =
  | {
      readonly status: 'open'
      readonly head: LetterHead
      readonly letter: CanonicalLetter
      readonly seq: number
      readonly workHash: string | null
      readonly passedOver?: Unfit
    }
  | {
      readonly status: 'read-only'
      readonly why: Unfit
      readonly head: LetterHead
      readonly letter: CanonicalLetter | null
    }
  | { readonly status: 'missing' }
  | Failed

/** What the tables hold of a letter: one snapshot and the rows after it. */
export interface LetterParts {
  readonly status: 'read'
  readonly head: LetterHead
  readonly texts: readonly TextRow[]
  readonly snapshot: SnapshotRow | undefined
  readonly rows: readonly JournalRow[]
}

/**
 * Opens a letter: snapshot + journal, with the hashes of machine texts and snapshot, the unbroken count of actions and
 * the form of the data all verified. A damaged snapshot is passed over for the one before it.
 */
export async function openLetter(store: Store, id: string): Promise<OpenLetterResult> {
  return rebuild(store, id, Number.POSITIVE_INFINITY)
}

/** The letter as it was after action `seq`, made from the newest snapshot that is not later. */
export async function letterAt(store: Store, id: string, seq: number): Promise<OpenLetterResult> {
  return rebuild(store, id, seq)
}

async function rebuild(store: Store, id: string, upTo: number): Promise<OpenLetterResult> {
  let passedOver: Unfit | undefined
  let last: OpenLetterResult | undefined
  for (let newest = upTo; ; ) {
    const parts = await readParts(store, id, newest, upTo)
    if (parts.status !== 'read') return parts
    if (!parts.snapshot) return last ?? unfit(parts, { code: 'damaged', detail: 'No snapshot' })
    const built = await buildLetter(parts, Math.min(upTo, parts.head.lastSeq))
    if (built.status === 'open') return passedOver ? { ...built, passedOver } : built
    if (built.why.code !== 'damaged') return built
    passedOver ??= built.why
    last ??= built
    newest = parts.snapshot.seq - 1
  }
}

async function readParts(store: Store, id: string, newest: number, upTo: number) {
  const { db } = store
  return readAll(store, ['letters', 'texts', 'snapshots', 'journal'], async () => {
    const head = await db.letters.get(id)
    if (!head) return { status: 'missing' } as const
    const texts = await rowsOfLetter(db.texts, id).toArray()
    const snapshot = await db.snapshots
      .where('[letter+seq]')
      .between([id, 0], [id, newest], true, true)
      .last()
    const rows = await db.journal
      .where('[letter+seq]')
      .between([id, (snapshot?.seq ?? 0) + 1], [id, upTo], true, true)
      .toArray()
    return { status: 'read', head, texts, snapshot, rows } as const
  })
}

type Built = Extract<OpenLetterResult, { readonly status: 'open' | 'read-only' }>

/** The letter that a snapshot and the rows after it make as of action `seq`, everything verified as by `openLetter`. */
export async function buildLetter(parts: LetterParts, seq: number): Promise<Built> {
  const { head, snapshot, rows } = parts
  if (!snapshot) return unfit(parts, { code: 'damaged', detail: 'No snapshot' })
  const texts = textsOfRows(parts.texts)
  if (!texts) return unfit(parts, { code: 'damaged', detail: 'The machine text is missing' })
  const [workHash, ...textHashes] = await Promise.all([
    hashText(stableJson(snapshot.work), sha256),
    ...parts.texts.map(({ machine }) => hashMachineText(machine, sha256)),
  ])
  const changed = parts.texts.find((row, i) => textHashes[i] !== row.sha256)
  if (changed) return unfit(parts, { code: 'machine-text-changed', detail: `The ${changed.side}` })
  if (workHash !== snapshot.sha256)
    return unfit(parts, { code: 'damaged', detail: `The snapshot at ${snapshot.seq}` })
  const start = startingPoint(head.id, texts, snapshot)
  if ('code' in start) return unfit(parts, start)
  const end = snapshot.seq + rows.length
  if (end !== seq || rows.some((row, i) => row.seq !== snapshot.seq + 1 + i)) {
    const detail = `The journal after ${snapshot.seq} has ${rows.length} rows up to ${seq}`
    return unfit(parts, { code: 'gap', detail }, start)
  }
  try {
    const letter = applyJournal(start, snapshot.seq, rows)
    const misfit = rows.length > 0 ? misfitOf(letter) : ''
    return misfit
      ? unfit(parts, { code: 'unknown-data', detail: misfit }, letter)
      : { status: 'open', head, letter, seq, workHash: rows.length > 0 ? null : workHash }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return unfit(parts, { code: 'damaged', detail: error.message }, start)
  }
}

/** The work of a snapshot in the present form; throws a RangeError where it is of a version that cannot be brought there. */
export function presentWork(texts: LetterTexts, snapshot: SnapshotRow): LetterWork {
  const start = startingPoint(snapshot.letter, texts, snapshot)
  if ('code' in start) throw new RangeError(`Letter ${snapshot.letter}: ${start.detail}`)
  return workOf(start)
}

function startingPoint(
  id: string,
  texts: LetterTexts,
  { work, version }: SnapshotRow,
): CanonicalLetter | Unfit {
  const migrated = migrateLetterData({ texts, work }, version)
  if (migrated.status !== 'migrated')
    return {
      code: migrated.status === 'newer' ? 'newer' : 'unknown-data',
      detail: `version ${version}`,
    }
  const data = migrated.data as { readonly texts: unknown; readonly work: unknown }
  const goodTexts = letterTextsSchema.safeParse(data.texts)
  const goodWork = letterWorkSchema.safeParse(data.work)
  if (!goodTexts.success) return { code: 'unknown-data', detail: describeMisfit(goodTexts) }
  if (!goodWork.success) return { code: 'unknown-data', detail: describeMisfit(goodWork) }
  return joinLetter(id, goodTexts.data, goodWork.data)
}

// A newer program may have put something into the journal that this one does not know.
function misfitOf(letter: CanonicalLetter): string {
  return describeMisfit(letterWorkSchema.safeParse(workOf(letter)))
}

function textsOfRows(rows: readonly TextRow[]): LetterTexts | null {
  const translation = rows.find((row) => row.side === 'translation')?.machine
  const original = rows.find((row) => row.side === 'original')?.machine ?? null
  return translation ? { translation, original } : null
}

function unfit({ head }: LetterParts, why: Unfit, letter: CanonicalLetter | null = null): Built {
  return { status: 'read-only', why, head, letter }
}
