import { UNNAMED_EDITOR } from '../../shared/tei/edition-record.ts'
import { readBulk } from '../storage/append-bulk.ts'
import type { BulkLetter, BulkRow } from '../storage/rows.ts'
import type { BulkClient, EndOf } from './bulk-client.ts'
import type { OpenLetterAccess } from './letter-actions.ts'
import {
  type BulkTally,
  emptyTally,
  type OpenPart,
  PORTION,
  writeOpen,
  writePortion,
} from './spread-bulk.ts'
import { notifyFailure, type Surroundings, say, showProgress, timeNow } from './surroundings.ts'

export type Way = 'undo' | 'redo'

/** What the taking back of a bulk change works with; `isNext` says whether the bulk change is the next step of the open letter's history. */
export interface TravelRoom {
  readonly surroundings: Surroundings
  readonly letter: OpenLetterAccess
  readonly client: BulkClient
  isNext(): boolean
}

/** Everything that taking a bulk change back (or doing it again) comes to, worked out before anything is written; `tally` names the letters that cannot be. */
export interface TravelPlan {
  readonly bulk: BulkRow
  readonly way: Way
  readonly actions: EndOf<'take-back'>['actions']
  readonly tally: BulkTally
  /** The part of the open letter, where its history has it as the next step: it can always be taken there. */
  readonly own: BulkLetter | null
}

/** Works a taking back out; null where the bulk change is not there or cannot be read, which is said then. */
export async function planTravel(
  { surroundings, letter, client, isNext }: TravelRoom,
  id: string,
  way: Way,
): Promise<TravelPlan | null> {
  await letter.flush()
  const read = await readBulk(surroundings.store, id)
  if (read.status === 'failed') notifyFailure(surroundings, read)
  const bulk = read.status === 'read' ? read.bulk : null
  if (!bulk) return null
  const isBack = way === 'redo'
  const openId = isNext() ? letter.writable()?.id : undefined
  const own = bulk.letters.find((entry) => entry.letter === openId) ?? null
  const entries = bulk.letters.filter((entry) => entry.isBack === isBack && entry !== own)
  const labels = isBack ? [labelOfWay(bulk, 'undo'), 'action.undo'] : [bulk.label, 'action.redo']
  const actions: TravelPlan['actions'][number][] = []
  const tally = emptyTally()
  const label = say('spread.working')
  for (let at = 0; at < entries.length; at += PORTION) {
    showProgress(surroundings, { label, done: at, total: 2 * entries.length })
    const part = entries.slice(at, at + PORTION)
    const doer = doerOf(surroundings, bulk, way)
    const end = await client.run({ kind: 'take-back', entries: part, labels, doer }).end
    actions.push(...(end?.actions ?? []))
    for (const one of end?.left ?? []) tally.left.set(one.letter, one.why)
  }
  return { bulk, way, actions, tally, own }
}

/** Writes what was worked out, the open letter through its editor; a failure of the store is said. */
export async function writeTravel(room: TravelRoom, plan: TravelPlan): Promise<void> {
  const { surroundings, letter } = room
  const { bulk, way, actions, tally } = plan
  const isBack = way === 'undo'
  const openId = letter.writable()?.id
  const others = actions.filter((one) => one.letter !== openId)
  const steps = actions.find((one) => one.letter === openId)
  const own = plan.own ? historyPart(room, way, plan.own.places) : steps && stepsPart(steps)
  if (own && openId !== undefined) {
    const { failed, done } = await writeOpen(surroundings.store, letter, bulk, isBack, own)
    if (failed) return notifyFailure(surroundings, failed)
    if (done) {
      tally.letters++
      tally.places += own.places
    } else tally.left.set(openId, 'changed')
  }
  const label = say('spread.working')
  for (let at = 0; at < others.length; at += PORTION) {
    const done = others.length + at
    showProgress(surroundings, { label, done, total: 2 * others.length })
    const part = others.slice(at, at + PORTION)
    const failed = await writePortion(surroundings.store, bulk, part, isBack, tally)
    if (failed) return notifyFailure(surroundings, failed)
  }
}

// The next step of the letter's own history is taken by it, which stays as it would be.
function historyPart({ letter, isNext }: TravelRoom, way: Way, places: number): OpenPart {
  return {
    places,
    act: (open) => {
      if (!isNext()) return false
      const before = open.actionCount()
      letter.actions[way]()
      return open.actionCount() > before
    },
  }
}

function stepsPart({ action, places }: TravelPlan['actions'][number]): OpenPart {
  return { places, act: ({ translation }) => translation.takeSteps(action.label, action.steps) }
}

function doerOf({ state }: Surroundings, bulk: BulkRow, way: Way) {
  const author = state.getState().me?.id ?? UNNAMED_EDITOR.id
  return { label: labelOfWay(bulk, way), author, time: timeNow() }
}

function labelOfWay({ label }: BulkRow, way: Way): string {
  return way === 'undo' ? `${label}Back` : label
}
