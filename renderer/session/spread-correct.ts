import { UNNAMED_EDITOR } from '../../shared/tei/edition-record.ts'
import type { SpreadHit } from '../../shared/translate/spread/spread-hit.ts'
import { stillReads } from '../../shared/translate/spread/still-reads.ts'
import type { GivenFields } from '../editor/correction/correct-places.ts'
import type { Failed } from '../storage/failure.ts'
import type { BulkHead } from '../storage/rows.ts'
import type { ExpectedEdit, LetterEdits } from '../workers/bulk-messages.ts'
import type { BulkClient } from './bulk-client.ts'
import type { BulkSteps } from './bulk-steps.ts'
import { carriedFields } from './carried-fields.ts'
import type { OpenLetterAccess } from './letter-actions.ts'
import {
  type BulkTally,
  emptyTally,
  MANY_LETTERS,
  PORTION,
  writeOpen,
  writePortion,
} from './spread-bulk.ts'
import type { SpreadRequest } from './spread-state.ts'
import type { BulkTravel } from './spread-travel.ts'
import { notifyFailure, type Surroundings, say, showProgress, timeNow } from './surroundings.ts'

/** Corrects hits in all their letters, the open one through its editor. */
export function bulkCorrection(
  surroundings: Surroundings,
  letter: OpenLetterAccess,
  client: BulkClient,
  did: BulkTravel['did'],
  steps: BulkSteps,
): { correct(request: SpreadRequest): Promise<boolean>; cancel(): void } {
  let cancelled = false
  return {
    cancel() {
      cancelled = true
    },
    async correct(request) {
      cancelled = false
      const letters = lettersOf(request.hits)
      if (letters.length === 0) return false
      const work: Work = {
        ...{ surroundings, letter, client, letters, steps },
        bulk: headOf(surroundings, request, letters.length),
        fields: fieldsOf(request),
        tally: emptyTally(),
        isCancelled: () => cancelled,
      }
      try {
        const failed = await correctAll(work)
        if (failed) notifyFailure(surroundings, failed)
      } finally {
        showProgress(surroundings, null)
        did(work.bulk.id, work.tally, cancelled)
      }
      return work.tally.letters > 0
    },
  }
}

interface Work {
  readonly surroundings: Surroundings
  readonly letter: OpenLetterAccess
  readonly client: BulkClient
  readonly letters: readonly LetterEdits[]
  readonly steps: BulkSteps
  readonly bulk: BulkHead
  readonly fields: GivenFields
  readonly tally: BulkTally
  readonly isCancelled: () => boolean
}

async function correctAll(work: Work): Promise<Failed | null> {
  const { surroundings, letter, letters } = work
  if (letters.length >= MANY_LETTERS) await surroundings.beforeRisk()
  const openId = letter.writable()?.id
  const open = letters.find((one) => one.letter === openId)
  const failed = open ? await correctOpen(work, open) : null
  return failed ?? correctOthers(work, open ? letters.filter((one) => one !== open) : letters)
}

async function correctOpen(work: Work, { letter: id, edits }: LetterEdits): Promise<Failed | null> {
  const { surroundings, letter, bulk, fields, tally, steps } = work
  let places = 0
  const { failed, done } = await writeOpen(surroundings.store, letter, bulk, false, {
    places: edits.length,
    act: ({ translation, nextStep }) => {
      const good = stillReads(translation.canonical(), edits)
      places = good.length
      const problems = surroundings.state.getState().open?.problems
      const isDone =
        good.length > 0 && translation.correctPlaces(bulk.label, good, fields, problems)
      if (isDone) steps.mark(nextStep('undo'), bulk.id)
      return isDone
    },
  })
  if (places < edits.length) tally.left.set(id, 'changed')
  if (done) {
    tally.letters++
    tally.places += places
  }
  return failed
}

// The next portion is corrected in the worker while the one before is written.
async function correctOthers(work: Work, letters: readonly LetterEdits[]): Promise<Failed | null> {
  const { surroundings, bulk, tally } = work
  const portions = Array.from({ length: Math.ceil(letters.length / PORTION) }, (_, i) =>
    letters.slice(i * PORTION, (i + 1) * PORTION),
  )
  let next = portions[0] ? made(work, portions[0]) : null
  for (const [i, portion] of portions.entries()) {
    const label = say('spread.working')
    showProgress(surroundings, { label, done: i * PORTION, total: letters.length })
    const now = await next
    if (work.isCancelled()) return null
    const following = portions[i + 1]
    next = following ? made(work, following) : null
    for (const { letter, why } of now?.left ?? []) tally.left.set(letter, why)
    const actions = now?.actions ?? []
    const failed =
      (await writePortion(surroundings.store, bulk, actions, false, tally)) ??
      (await again(work, portion))
    if (failed) return failed
  }
  return null
}

// A letter that was written meanwhile is corrected as it is now, once: its machine text is the same.
async function again(work: Work, portion: readonly LetterEdits[]): Promise<Failed | null> {
  const { surroundings, bulk, tally } = work
  const conflicts = portion.filter(({ letter }) => tally.left.get(letter) === 'conflict')
  if (conflicts.length === 0) return null
  for (const { letter } of conflicts) tally.left.delete(letter)
  const { actions, left } = await made(work, conflicts)
  for (const { letter, why } of left) tally.left.set(letter, why)
  return writePortion(surroundings.store, bulk, actions, false, tally)
}

async function made({ client, bulk, fields }: Work, letters: readonly LetterEdits[]) {
  const job = { kind: 'correct', letters, fields, doer: bulk } as const
  const end = await client.run(job).end
  return end ?? { actions: [], left: [] }
}

function headOf(
  { state, store }: Surroundings,
  { kind, before, after }: SpreadRequest,
  planned: number,
): BulkHead {
  const author = state.getState().me?.id ?? UNNAMED_EDITOR.id
  const label = `action.${kind}`
  return { id: `bulk-${store.newId()}`, label, before, after, planned, author, time: timeNow() }
}

function fieldsOf({ from }: SpreadRequest): GivenFields {
  if (!from) return {}
  const { record, place } = from
  const { check } = record
  return { ...carriedFields(place.letter, record), ...(check !== undefined && { check }) }
}

function lettersOf(hits: readonly SpreadHit[]): readonly LetterEdits[] {
  const letters = new Map<string, ExpectedEdit[]>()
  for (const { letter, layer, block, from, to, words, after } of hits) {
    if (after === null || layer === 'original') continue
    const edits = letters.get(letter) ?? []
    letters.set(letter, edits)
    edits.push({ layer, block, from, to, words, text: after })
  }
  return [...letters].map(([letter, edits]) => ({ letter, edits }))
}
