import type { CanonicalLetter, CanonicalText } from '../letter/canonical.ts'
import type { CorrectionRecord, Decision, Verdict } from '../letter/records.ts'
import { proposalOf, verdictOf } from '../translate/verdict.ts'
import { isW3cDate } from './w3c-date.ts'

/** One editor's work on a letter on one day (UTC); `n` is its number in the letter's history, the import being 1. */
export interface Session {
  readonly by: string
  /** ISO day, '' where the data give none. */
  readonly day: string
  readonly n: number
  /** How many things of each kind were done, in a fixed order. */
  readonly done: Readonly<Record<string, number>>
  /** What the second reading says of the corrections made then (TEI `change/@status`): approved where all of them are accepted. */
  readonly status?: 'candidate' | 'approved'
}

interface Growing {
  readonly by: string
  readonly day: string
  readonly done: Record<string, number>
  status?: 'candidate' | 'approved'
}

/** A decision; of a correction with what is said of it. */
interface Made extends Partial<Decision> {
  readonly verdict?: Verdict
}
type Work = readonly [what: string, records: readonly Made[]]

/** The days of work on a letter, the first one first. */
export function collectSessions(letter: CanonicalLetter): Session[] {
  const found = new Map<string, Growing>()
  const texts = letter.original ? [letter.translation, letter.original] : [letter.translation]
  for (const [what, records] of texts.flatMap(workOn)) {
    for (const record of records) {
      const { by, at } = record
      if (by === undefined) continue
      const day = dayOf(at ?? '')
      const name = sessionName(by, day)
      const session = found.get(name) ?? { by, day, done: {} }
      session.done[what] = (session.done[what] ?? 0) + 1
      if (what === 'corrections') noteVerdict(session, record)
      found.set(name, session)
    }
  }
  const inOrder = [...found.values()].sort((a, b) => compare(a.day, b.day) || compare(a.by, b.by))
  return inOrder.map((session, index) => ({ ...session, n: index + 2 }))
}

function noteVerdict(session: Growing, { verdict }: Made): void {
  const isAccepted = verdict === 'accepted'
  session.status = isAccepted && session.status !== 'candidate' ? 'approved' : 'candidate'
}

/** The session a decision was made in. */
export function sessionOf(sessions: readonly Session[], decision: Decision): Session | undefined {
  const day = dayOf(decision.at)
  return sessions.find((session) => session.by === decision.by && session.day === day)
}

function workOn(text: CanonicalText): Work[] {
  const { records } = text
  return [
    ['corrections', Object.values(records.corrections).map(proposed)],
    ['mentions', Object.values(records.mentions)],
    ['callouts', Object.values(records.callouts)],
    ['passages', Object.values(records.passages)],
    ['pairs', Object.values(records.pairs)],
    ['structure', [...Object.values(records.structure), ...Object.values(records.kinds)]],
    ['header fields', Object.values(records.header)],
  ]
}

// What another person retyped is that person's work.
function proposed(record: CorrectionRecord): Made {
  return { ...proposalOf(record), verdict: verdictOf(record) }
}

function dayOf(at: string): string {
  const day = at.slice(0, 10)
  return day.length === 10 && isW3cDate(day) ? day : ''
}

function sessionName(by: string, day: string): string {
  return `${day} ${by}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
