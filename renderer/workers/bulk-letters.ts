import type { Problem } from '../../shared/check/problem.ts'
import { changedMentions } from '../../shared/collection/changed-mentions.ts'
import type { JournalRow } from '../../shared/collection/journal-row.ts'
import { takeBackSteps } from '../../shared/collection/take-back-steps.ts'
import type { CanonicalText } from '../../shared/letter/canonical.ts'
import type { StepJson } from '../../shared/letter/journal.ts'
import { stillReads } from '../../shared/translate/spread/still-reads.ts'
import { correctCanonical } from '../editor/correction/correct-canonical.ts'
import type { BulkAction } from '../storage/append-bulk.ts'
import type { ReadLetter } from '../storage/read-letters.ts'
import type { Store } from '../storage/store.ts'
import type { BulkEnd, BulkJob, Doer, ExpectedEdit, LeftAlone } from './bulk-messages.ts'
import { createLetterMemory, type LetterMemory, readAllOf } from './letter-memory.ts'

type Job<K extends BulkJob['kind']> = Extract<BulkJob, { readonly kind: K }>
type Actions = Extract<BulkEnd, { readonly kind: 'actions' }>

/**
 * What correcting places of letters comes to: one action for each letter, to be written with `appendBulk`. A place that does
 * not read as expected any more is left alone and said; a check that is given is named only where it is among the problems that
 * are kept of the letter, at the place. Nothing is written here.
 */
export async function correctLetters(
  store: Store,
  job: Job<'correct'>,
  memory: LetterMemory = createLetterMemory(store),
): Promise<Actions> {
  const { letters, fields, doer } = job
  const ids = letters.map(({ letter }) => letter)
  const read = await memory.read(ids)
  const rows = fields.check === undefined ? [] : await store.db.problems.bulkGet(ids)
  const made: Making = { actions: [], left: [] }
  for (const [i, one] of read.entries()) {
    const { letter: id, edits = [] } = letters[i] ?? { letter: '' }
    if (one.status !== 'open') made.left.push({ letter: id, why: one.status })
    else correctOne(store, one, edits, { fields, doer, noticed: rows[i]?.list ?? [] }, made)
  }
  return { kind: 'actions', ...made }
}

interface Manner extends Pick<Job<'correct'>, 'fields' | 'doer'> {
  readonly noticed: readonly Problem[]
}

interface Making {
  readonly actions: BulkAction[]
  readonly left: LeftAlone[]
}

function correctOne(
  store: Store,
  { head, letter }: Extract<ReadLetter, { readonly status: 'open' }>,
  edits: readonly ExpectedEdit[],
  { fields, doer, noticed }: Manner,
  made: Making,
): void {
  const good = stillReads(letter.translation, edits)
  if (good.length < edits.length) made.left.push({ letter: letter.id, why: 'changed' })
  if (good.length === 0) return
  const who = {
    side: 'translation',
    author: () => doer.author,
    now: () => doer.time,
    newId: (prefix: string) => `${prefix}-${store.newId().replaceAll('-', '').slice(0, 12)}`,
  } as const
  const done = correctCanonical(letter.translation, good, fields, who, noticed)
  if (!done) return
  const { steps, text } = done
  const blocks = new Set(good.map(({ block }) => block))
  const change = changedMentions(letter.translation, text, blocks)
  const action = actionOf(doer, steps)
  made.actions.push({ letter: letter.id, rev: head.rev, action, change, places: good.length })
}

/**
 * What taking back a bulk change's rows comes to, letter by letter; also of those that others followed. `changed` are the
 * letters where the places were changed since; a letter whose row never came to be is passed over.
 */
export async function takeBackLetters(store: Store, job: Job<'take-back'>): Promise<Actions> {
  const { entries, labels, doer } = job
  const wanted = entries.map(({ letter, seq }) => ({ id: letter, upTo: seq - 1 }))
  const read = await readAllOf(store, wanted)
  const made: Making = { actions: [], left: [] }
  for (const [i, one] of read.entries()) {
    const entry = entries[i]
    if (!entry) continue
    if (one.status !== 'open') made.left.push({ letter: entry.letter, why: one.status })
    else takeBackOne(one, labels, doer, { made, places: entry.places })
  }
  return { kind: 'actions', ...made }
}

function takeBackOne(
  { head, letter, later }: Extract<ReadLetter, { readonly status: 'open' }>,
  labels: readonly string[],
  doer: Doer,
  { made, places }: { readonly made: Making; readonly places: number },
): void {
  const [row, ...others] = later
  if (!row || !labels.includes(row.label)) return
  const back = takeBackSteps(letter.translation, row.steps, stepsOf(others))
  if (!back) {
    made.left.push({ letter: letter.id, why: 'changed' })
    return
  }
  const change = changedMentions(back.now, back.text, blocksBetween(back.now, back.text))
  const action = actionOf(doer, back.steps)
  made.actions.push({ letter: letter.id, rev: head.rev, action, change, places })
}

function stepsOf(rows: readonly JournalRow[]): readonly StepJson[] {
  return rows.filter(({ side }) => side === 'translation').flatMap(({ steps }) => steps)
}

function actionOf({ label, author, time }: Doer, steps: readonly StepJson[]) {
  return { side: 'translation', steps, label, author, time } as const
}

// The blocks in which corrections of two states differ.
function blocksBetween(a: CanonicalText, b: CanonicalText): ReadonlySet<string> {
  const blocks = new Set<string>()
  const [one, other] = [a.anchors.corrections, b.anchors.corrections]
  for (const id of Object.keys({ ...one, ...other })) {
    if (one[id] === other[id]) continue
    for (const anchor of [one[id], other[id]])
      for (const { block } of [...(anchor?.deleted ?? []), ...(anchor?.inserted ?? [])])
        blocks.add(block)
  }
  return blocks
}
