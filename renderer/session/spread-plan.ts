import { UNNAMED_EDITOR } from '../../shared/tei/edition-record.ts'
import { readBulk } from '../storage/append-bulk.ts'
import type { BulkRow } from '../storage/rows.ts'
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

/** What the taking back of a bulk change works with; `isLast` says whether nothing was done since in the open letter. */
export interface TravelRoom {
  readonly surroundings: Surroundings
  readonly letter: OpenLetterAccess
  readonly client: BulkClient
  isLast(): boolean
}

/** Everything that taking a bulk change back (or doing it again) comes to, worked out before anything is written; `tally` names the letters that cannot be. */
export interface TravelPlan {
  readonly bulk: BulkRow
  readonly way: Way
  readonly actions: EndOf<'take-back'>['actions']
  readonly tally: BulkTally
}

/** Works a taking back out; null where the bulk change is not there or cannot be read, which is said then. */
export async function planTravel(
  { surroundings, letter, client }: TravelRoom,
  id: string,
  way: Way,
): Promise<TravelPlan | null> {
  await letter.flush()
  const read = await readBulk(surroundings.store, id)
  if (read.status === 'failed') notifyFailure(surroundings, read)
  const bulk = read.status === 'read' ? read.bulk : null
  if (!bulk) return null
  const isBack = way === 'redo'
  const entries = bulk.letters.filter((entry) => entry.isBack === isBack)
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
  return { bulk, way, actions, tally }
}

/** Writes what was worked out, the open letter through its editor; a failure of the store is said. */
export async function writeTravel(
  room: TravelRoom,
  { bulk, way, actions, tally }: TravelPlan,
): Promise<void> {
  const { surroundings, letter } = room
  const isBack = way === 'undo'
  const openId = letter.writable()?.id
  const others = actions.filter((one) => one.letter !== openId)
  const own = actions.find((one) => one.letter === openId)
  if (own) {
    const part = room.isLast() ? historyPart(letter, way, own.places) : stepsPart(own)
    const { failed, done } = await writeOpen(surroundings.store, letter, bulk, isBack, part)
    if (failed) return notifyFailure(surroundings, failed)
    if (done) {
      tally.letters++
      tally.places += own.places
    }
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

// What was done last is taken back by the editor's own history, which stays as it would be.
function historyPart(letter: OpenLetterAccess, way: Way, places: number): OpenPart {
  return {
    places,
    act: (open) => {
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
