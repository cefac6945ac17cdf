import type { Problem } from '../../shared/check/problem.ts'
import type { JournalRow } from '../../shared/collection/journal-row.ts'
import {
  type DateFact,
  type FactsChange,
  type LetterFacts,
  letterFacts,
} from '../../shared/collection/letter-facts.ts'
import {
  joinLetter,
  type LetterTexts,
  type LetterWork,
} from '../../shared/collection/letter-work.ts'
import { hashMachineText, hashText } from '../../shared/collection/sha.ts'
import { stableJson } from '../../shared/collection/stable-json.ts'
import { LETTER_VERSION } from '../../shared/letter/migrations.ts'
import { COLLECTION, type Database } from './database.ts'
import type { LetterHead, LetterRows, SnapshotRow, TextRow } from './rows.ts'
import { sha256 } from './sha256.ts'

/** A letter that comes into the store, with the history it has (none for one just imported). */
export interface IncomingLetter {
  readonly id: string
  readonly importId: string
  readonly createdAt: string
  readonly changedAt: string
  readonly texts: LetterTexts
  readonly base: LetterWork
  readonly journal: readonly JournalRow[]
  readonly current: LetterWork
  readonly madeFrom?: readonly string[]
  /** Words and problems where they are known. */
  readonly counted?: { readonly words: number; readonly problems: readonly Problem[] }
}

/** All rows of a letter that comes in, hashed. Throws a RangeError for a record outside its block or a text that UTF-8 cannot hold. */
export async function newLetterRows(incoming: IncomingLetter): Promise<LetterRows> {
  const { id: letter, texts, base, current, journal, counted } = incoming
  const seq = journal.length
  const facts = letterFacts(joinLetter(letter, texts, current))
  const snapshots = [await snapshotRow(letter, 0, base)]
  if (seq > 0) snapshots.push(await snapshotRow(letter, seq, current))
  return {
    head: newHead(incoming, facts),
    texts: await textRows(letter, texts),
    snapshots,
    journal,
    mentions: facts.mentions.map((fact) => ({ letter, ...fact })),
    parties: facts.parties.map((fact) => ({ letter, ...fact })),
    dates: [{ letter, ...facts.date }],
    problems: counted ? [{ letter, rev: seq, list: counted.problems }] : [],
  }
}

/** A snapshot with its hash. */
export async function snapshotRow(
  letter: string,
  seq: number,
  work: LetterWork,
): Promise<SnapshotRow> {
  const hash = await hashText(stableJson(work), sha256)
  return { letter, seq, version: LETTER_VERSION, work, sha256: hash }
}

/**
 * So many letters are added at once: one call for each table is several times as fast as one for each letter, but all in one hold the
 * window for seconds. Of fewer than 50 rows Dexie keeps every key of every index until the commit, and then tells them all in one task.
 */
const PORTION = 64

/** Adds all rows of letters, in portions that follow each other within the transaction; `told` gets how many are there. A row that is there already makes it fail. */
export async function addLetterRows(
  db: Database,
  letters: readonly LetterRows[],
  told: (done: number) => void = () => {},
): Promise<void> {
  for (let at = 0; at < letters.length; at += PORTION) {
    const portion = letters.slice(at, at + PORTION)
    await addPortion(db, portion)
    told(at + portion.length)
  }
}

async function addPortion(db: Database, letters: readonly LetterRows[]): Promise<void> {
  await db.letters.bulkAdd(letters.map(({ head }) => head))
  await db.texts.bulkAdd(letters.flatMap(({ texts }) => texts))
  await db.snapshots.bulkAdd(letters.flatMap(({ snapshots }) => snapshots))
  await db.journal.bulkAdd(letters.flatMap(({ journal }) => journal))
  await db.mentions.bulkAdd(letters.flatMap(({ mentions }) => mentions))
  await db.parties.bulkAdd(letters.flatMap(({ parties }) => parties))
  await db.dates.bulkAdd(letters.flatMap(({ dates }) => dates))
  await db.problems.bulkAdd(letters.flatMap(({ problems }) => problems))
}

/** The fields of a head that follow from changed facts. */
export function headChange(change: FactsChange): Partial<LetterHead> {
  const { title, from, to, archive, state, counterpart, date } = change
  return {
    ...(title === undefined ? {} : { title }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(archive === undefined ? {} : { archive }),
    ...(state === undefined ? {} : { state }),
    ...(counterpart === undefined ? {} : { counterpart }),
    ...(date === undefined ? {} : headDate(date)),
  }
}

function headDate({ text, sort, kind }: DateFact) {
  return { dateText: text, dateSort: sort, dateKind: kind }
}

function newHead(incoming: IncomingLetter, facts: LetterFacts): LetterHead {
  const { id, importId, createdAt, changedAt, madeFrom, journal, counted } = incoming
  const { title, from, to, archive, state, counterpart } = facts
  const seq = journal.length
  return {
    id,
    collection: COLLECTION,
    title,
    ...headDate(facts.date),
    from,
    to,
    archive,
    state,
    hasOriginal: incoming.texts.original !== null,
    ...(counterpart === null ? {} : { counterpart }),
    words: counted?.words ?? 0,
    problems: counted?.problems.length ?? 0,
    derivedRev: counted ? seq : -1,
    rev: seq,
    lastSeq: seq,
    snapshotSeq: seq,
    importId,
    createdAt,
    changedAt,
    ...(madeFrom && { madeFrom }),
  }
}

async function textRows(letter: string, texts: LetterTexts): Promise<TextRow[]> {
  const rows: TextRow[] = []
  for (const side of ['translation', 'original'] as const) {
    const machine = texts[side]
    if (machine)
      rows.push({ letter, side, machine, sha256: await hashMachineText(machine, sha256) })
  }
  return rows
}
