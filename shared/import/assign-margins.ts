import { COST, type Plan, priceOf, rateBeginnings } from './assignment.ts'

/** A number with the paragraph and the candidate chosen for it. */
export interface MeasuredChoice {
  readonly layer: number
  readonly paragraph: number | null
  readonly candidate: number | null
}

/** Sums of the same costs in another order differ in their last digits; margins that are equal must compare as equal. */
const round = (margin: number): number => Math.round(margin * 1e9) / 1e9

/** Cheapest way from each state to an end, before and after the numbers are stepped back through. */
interface Ahead {
  cost: Float64Array
  next: Float64Array
  /** For each column, the cheapest way on that begins a note in a row below the one looked at. */
  readonly below: Float64Array
}

// Asking an array for an index below 0 is slow.
const columnAt = (called: readonly number[], index: number): number =>
  index < 0 ? -1 : (called[index] ?? -1)

/**
 * One row of a step back through number `v`: fills `ahead.next` for the row from `ahead.cost` and `below`, then takes the notes that
 * begin in this row into `below`.
 */
function stepRow(
  plan: Plan,
  ahead: Ahead,
  called: readonly number[],
  row: number,
  begin: number,
): void {
  const { columns, sums, rests, input } = plan
  const { cost, next, below } = ahead
  const start = row * columns
  const rest = rests[row] ?? 0
  const sum = sums[row] ?? 0
  // Nothing may stand before the first note but in front of the first paragraph.
  const orphan = row === 1 ? plan.orphan : 0
  let left = called.length - 1
  let due = columnAt(called, left)
  let alone = Number.POSITIVE_INFINITY
  let pair = Number.POSITIVE_INFINITY
  for (let column = columns - 1; column >= 0; column--) {
    const here = cost[start + column] ?? 0
    const under = below[column] ?? 0
    next[start + column] = Math.min(
      Math.min(rest, here + COST.neither),
      Math.min(alone, under - sum),
    )
    below[column] = Math.min(under + orphan, begin + Math.min(here + COST.noteOnly, pair))
    if (column !== due) continue
    const price = here + priceOf(plan, column)
    alone = Math.min(alone, price + COST.calloutOnly)
    if (row > 0) pair = Math.min(pair, price + input.affinity(row - 1, column - 1))
    left--
    due = columnAt(called, left)
  }
}

const NONE: readonly number[] = []

function stepBack(plan: Plan, ahead: Ahead, v: number): void {
  const { rows, sums, columnsOf } = plan
  const own = rateBeginnings(plan, v)
  const called = columnsOf.get(v) ?? NONE
  ahead.below.fill(Number.POSITIVE_INFINITY)
  for (let row = rows - 1; row > 0; row--)
    stepRow(plan, ahead, called, row, (own[row - 1] ?? 0) + (sums[row - 1] ?? 0))
  stepRow(plan, ahead, called, 0, Number.POSITIVE_INFINITY)
  const { cost, next } = ahead
  ahead.cost = next
  ahead.next = cost
}

/** Cheapest cost of the state that a link leads to, reached in any way but by this link. */
function costWithout(
  plan: Plan,
  before: Float64Array,
  v: number,
  row: number,
  column: number,
): number {
  const { columns, sums } = plan
  let best = (before[row * columns + column] ?? 0) + COST.neither
  const called = priceOf(plan, column) + COST.calloutOnly
  for (let index = 0; index < column; index++)
    best = Math.min(best, (before[row * columns + index] ?? 0) + called)
  const own = rateBeginnings(plan, v)[row - 1] ?? 0
  const noted = own + (sums[row - 1] ?? 0) + COST.noteOnly
  for (let index = 0; index < row; index++) {
    const orphan = index === 0 && row > 1 ? plan.orphan : 0
    best = Math.min(
      best,
      (before[index * columns + column] ?? 0) - (sums[index] ?? 0) + orphan + noted,
    )
  }
  return best
}

/** The cheapest whole way through a layer, the state `but` left aside. */
function findCheapest(layer: Float64Array, ahead: Float64Array, but: number): number {
  let best = Number.POSITIVE_INFINITY
  for (let at = 0; at < layer.length; at++) {
    const here = (layer[at] ?? 0) + (ahead[at] ?? 0)
    if (here < best && at !== but) best = here
  }
  return best
}

/** For each layer, the cheapest way that ends in a layer before it. */
function findEarlierEnds(plan: Plan, cost: Float64Array): number[] {
  const { layers, rows, columns, rests } = plan
  const ends = [Number.POSITIVE_INFINITY]
  for (let index = 0; index < layers; index++) {
    let best = ends[index] ?? 0
    for (let row = 0; row < rows; row++) {
      const start = (index * rows + row) * columns
      const rest = rests[row] ?? 0
      for (let at = start; at < start + columns; at++) best = Math.min(best, (cost[at] ?? 0) + rest)
    }
    ends.push(best)
  }
  return ends
}

/**
 * How much worse the best assignment without each link is, by layer. `cost` holds the cheapest way to each state, layer by layer; one
 * pass back through the layers gives the cheapest way on from each, and the two together every assignment that goes another way.
 */
export function measureMargins(
  plan: Plan,
  cost: Float64Array,
  choices: readonly MeasuredChoice[],
): Map<number, number> {
  const { numbers, layers, size, rows, columns, rests } = plan
  const margins = new Map<number, number>()
  const links = choices.filter(
    ({ paragraph, candidate }) => paragraph !== null && candidate !== null,
  )
  const lowest = links[0]?.layer
  if (lowest === undefined) return margins
  const linked = new Map(links.map((choice) => [choice.layer, choice]))
  const ends = findEarlierEnds(plan, cost)
  const total = ends[layers] ?? 0
  const ahead: Ahead = {
    cost: new Float64Array(size),
    next: new Float64Array(size),
    below: new Float64Array(columns),
  }
  for (let row = 0; row < rows; row++)
    ahead.cost.fill(rests[row] ?? 0, row * columns, (row + 1) * columns)
  for (let layer = layers - 1; layer >= lowest; layer--) {
    const v = numbers[layer] ?? 0
    const { paragraph, candidate } = linked.get(layer) ?? { paragraph: null, candidate: null }
    if (paragraph !== null && candidate !== null) {
      const start = layer * size
      const at = (paragraph + 1) * columns + candidate + 1
      const before = cost.subarray(start - size, start)
      const other =
        costWithout(plan, before, v, paragraph + 1, candidate + 1) + (ahead.cost[at] ?? 0)
      const through = findCheapest(cost.subarray(start, start + size), ahead.cost, at)
      margins.set(layer, round(Math.min(ends[layer] ?? 0, through, other) - total))
    }
    stepBack(plan, ahead, v)
  }
  return margins
}
