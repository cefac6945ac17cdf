/** An entry of a list: by its id, or a sentence that is its own. */
type Entry = string | { readonly id: string }

/** Lists by their names, of which a person adds, changes and removes entries. */
export type NamedLists = Readonly<Record<string, readonly Entry[]>>

/** A change of lists: those that changed, as they were and as they became. */
export interface ListStep {
  readonly before: NamedLists
  readonly after: NamedLists
}

/** What can be taken back of the lists of a screen, and done again, the last at the end; `travels` counts how often that was done. */
export interface ListHistory {
  readonly undo: readonly ListStep[]
  readonly redo: readonly ListStep[]
  readonly travels: number
}

/** A history in which nothing was done. */
export const NO_HISTORY: ListHistory = { undo: [], redo: [], travels: 0 }

const MOST = 200

/** The history after a change of the lists; the same where none of them is another. */
export function withListStep(
  history: ListHistory,
  before: NamedLists,
  after: NamedLists,
): ListHistory {
  const names = Object.keys(after).filter((name) => before[name] !== after[name])
  if (names.length === 0) return history
  const pick = (lists: NamedLists) =>
    Object.fromEntries(names.map((name) => [name, lists[name] ?? []]))
  const step = { before: pick(before), after: pick(after) }
  return { ...history, undo: [...history.undo, step].slice(-MOST), redo: [] }
}

/**
 * Takes a step back (or does it again), the last one unless another is named: gives the lists that become others, and the history
 * after it; null where there is no such step. What was changed since of other entries stays.
 */
export function travelLists(
  history: ListHistory,
  way: 'undo' | 'redo',
  now: NamedLists,
  step = history[way].at(-1),
): { readonly lists: NamedLists; readonly history: ListHistory } | null {
  if (!step || !history[way].includes(step)) return null
  const [from, to] = way === 'undo' ? [step.after, step.before] : [step.before, step.after]
  const lists = Object.keys(to).map((name) => {
    const [was = [], goal = []] = [from[name], to[name]]
    return [name, putBack(now[name] ?? [], was, goal)] as const
  })
  const back = way === 'undo' ? 'redo' : 'undo'
  return {
    lists: Object.fromEntries(lists),
    history: {
      ...history,
      [way]: history[way].filter((one) => one !== step),
      [back]: [...history[back], step],
      travels: history.travels + 1,
    },
  }
}

function putBack(
  now: readonly Entry[],
  from: readonly Entry[],
  to: readonly Entry[],
): readonly Entry[] {
  if (JSON.stringify(now) === JSON.stringify(from)) return to
  const were = new Map(from.map((entry) => [keyOf(entry), entry]))
  const goals = new Map(to.map((entry) => [keyOf(entry), entry]))
  const isOther = (key: string) => JSON.stringify(were.get(key)) !== JSON.stringify(goals.get(key))
  const lists = now.flatMap((entry) => {
    const key = keyOf(entry)
    return isOther(key) ? (goals.get(key) ?? []) : [entry]
  })
  const here = new Set(lists.map(keyOf))
  for (const [at, entry] of to.entries())
    if (isOther(keyOf(entry)) && !here.has(keyOf(entry))) lists.splice(at, 0, entry)
  return lists
}

function keyOf(entry: Entry): string {
  return typeof entry === 'string' ? entry : entry.id
}
