import { listBulks } from '../storage/append-bulk.ts'
import type { BulkRow } from '../storage/rows.ts'
import type { BulkClient } from './bulk-client.ts'
import type { BulkSteps } from './bulk-steps.ts'
import type { OpenLetterAccess } from './letter-actions.ts'
import { type BulkTally, MANY_LETTERS } from './spread-bulk.ts'
import { planTravel, type Way, writeTravel } from './spread-plan.ts'
import type { BulkSummary, SpreadActions } from './spread-state.ts'
import {
  notify,
  notifyAbout,
  notifyFailure,
  type Surroundings,
  say,
  showProgress,
  withdrawAbout,
} from './surroundings.ts'

/** Taking bulk changes back and doing them again: from a notice, from a list, or by the keys of undo right after. */
export interface BulkTravel extends Pick<SpreadActions, 'travel' | 'readChanges'> {
  /** Like `travel`; a refusal is shown as a notice that offers the others. */
  travelOrSay(bulk: string, way: Way): Promise<void>
  /** Tells of a bulk change that was done, whole or in part, so that it can be taken back. */
  did(bulk: string, tally: BulkTally, isCancelled: boolean): void
  /** Takes the one back (or does it again) that is the next step of the open letter's history, or the last thing done at all; gives whether there was one. */
  step(way: Way): boolean
}

/** Takes bulk changes back; `steps` says which steps of the open letter are parts of them. */
export function bulkTravel(
  surroundings: Surroundings,
  letter: OpenLetterAccess,
  client: BulkClient,
  steps: BulkSteps,
): BulkTravel {
  const { state } = surroundings
  const bulkNext = (way: Way) => steps.bulkOf(letter.writable()?.nextStep(way))
  const conclude = (bulk: string, tally: BulkTally, words: string, back: Way) => {
    const label = say(words, {
      places: countOf('places', tally),
      letters: countOf('letters', tally),
    })
    if (tally.letters > 0) {
      state.setState({ bulkStep: { bulk, way: back } })
      if (back === 'undo') state.setState({ lastChange: { change: bulk, label } })
      else if (state.getState().lastChange?.change === bulk) state.setState({ lastChange: null })
    }
    const action = { label: say(`session.${back}`), run: () => void travelOrSay(bulk, back) }
    notify(surroundings, 'good', label, tally.letters > 0 ? action : undefined)
    const left = sayLeft(surroundings, tally, 'spread.leftAlone')
    if (left !== null) notifyAbout(surroundings, bulk, 'bad', left)
  }
  const travel: SpreadActions['travel'] = async (bulk, way, others = false) => {
    const room = { surroundings, letter, client, isNext: () => bulkNext(way) === bulk }
    withdrawAbout(surroundings, bulk)
    try {
      const plan = await planTravel(room, bulk, way)
      if (!plan) return null
      const words = others ? null : sayLeft(surroundings, plan.tally, REFUSED[way])
      if (words !== null) return { words, others: plan.actions.length + (plan.own ? 1 : 0) }
      if (plan.actions.length >= MANY_LETTERS) await surroundings.beforeRisk()
      await writeTravel(room, plan)
      if (way === 'undo') conclude(bulk, plan.tally, 'spread.takenBack', 'redo')
      else conclude(bulk, plan.tally, 'spread.done', 'undo')
      return null
    } finally {
      showProgress(surroundings, null)
    }
  }
  const travelOrSay = async (bulk: string, way: Way, others = false): Promise<void> => {
    const refusal = await travel(bulk, way, others)
    if (!refusal) return
    const { words, others: count } = refusal
    const label = say(OTHERS[way], { letters: say('spread.letters', { count }) })
    const run = () => void travelOrSay(bulk, way, true)
    notifyAbout(surroundings, bulk, 'bad', words, count > 0 ? { label, run } : undefined)
  }
  return {
    travel,
    travelOrSay,
    did: (bulk, tally, isCancelled) =>
      conclude(bulk, tally, isCancelled ? 'spread.cancelled' : 'spread.done', 'undo'),
    step(way) {
      const { screen, bulkStep } = state.getState()
      const fresh = bulkStep?.way === way ? bulkStep.bulk : null
      const bulk = screen === 'letter' ? (bulkNext(way) ?? fresh) : fresh
      if (bulk === null) return false
      void travelOrSay(bulk, way)
      return true
    },
    readChanges: () => readChanges(surroundings),
  }
}

function countOf(what: 'places' | 'letters', tally: BulkTally): string {
  return say(`spread.${what}`, { count: tally[what] })
}

const MOST_NAMED = 3

const REFUSED = { undo: 'spread.refusedUndo', redo: 'spread.refusedRedo' } as const
const OTHERS = { undo: 'spread.othersUndo', redo: 'spread.othersRedo' } as const

/** Which letters were left alone, in words; null where none was. */
function sayLeft({ state }: Surroundings, { left }: BulkTally, words: string): string | null {
  if (left.size === 0) return null
  const { letters } = state.getState()
  const titles = [...left].map(([id, why]) => {
    const title = letters.find((row) => row.id === id)?.title ?? id
    return `${title} (${say(`spread.left.${why}`)})`
  })
  const named = titles.slice(0, MOST_NAMED).join('; ')
  const rest = titles.length - MOST_NAMED
  const more = rest > 0 ? ` ${say('spread.andMore', { count: rest })}` : ''
  return say(words, { letters: `${named}${more}` })
}

async function readChanges(surroundings: Surroundings): Promise<readonly BulkSummary[]> {
  const result = await listBulks(surroundings.store)
  if (result.status === 'failed') notifyFailure(surroundings, result)
  return result.status === 'read' ? result.bulks.map(summaryOf) : []
}

function summaryOf(row: BulkRow): BulkSummary {
  const { id, label, before, after, author, time, planned } = row
  const kind = label === 'action.replace' ? 'replace' : 'spread'
  const done = row.letters.filter(({ isBack }) => !isBack)
  const places = done.reduce((sum, entry) => sum + entry.places, 0)
  const counts = { letters: done.length, planned, places, isBack: done.length === 0 }
  return { id, kind, before, after, author, time, ...counts }
}
