import { measureMargins } from './assign-margins.ts'
import {
  type AssignmentInput,
  COST,
  makePlan,
  type Plan,
  priceOf,
  rateBeginnings,
} from './assignment.ts'

/** One number of the letter: the paragraph its note begins with and the candidate that calls it, each an index or null. */
export interface NumberAssignment {
  readonly v: number
  /** Its place among the numbers: where they begin anew, the same number comes twice. */
  readonly layer: number
  readonly paragraph: number | null
  readonly candidate: number | null
  /** How much worse the best assignment without this link is; Infinity where nothing is linked. */
  readonly margin: number
}

/** Cheapest cost of each state and the state of the layer before it comes from, layer by layer. */
interface Table {
  readonly cost: Float64Array
  readonly from: Int32Array
}

/** Cheapest way to begin a note at each row, for each last candidate; row 0 stays unreachable. */
function beginNotes(plan: Plan, before: Float64Array, begun: Table, v: number): void {
  const { rows, columns, sums, orphan } = plan
  const { cost, from } = begun
  const own = rateBeginnings(plan, v)
  // For each column the cheapest state in the rows above, row by row as the layer lies in memory.
  const best = before.slice(0, columns)
  const bestAt = Int32Array.from(best.keys())
  for (let row = 1; row < rows; row++) {
    const start = row * columns
    const begin = (sums[row - 1] ?? 0) + (own[row - 1] ?? 0)
    const gone = sums[row] ?? 0
    // From the second paragraph on, whatever stands before the first note belongs to none.
    const skipped = row === 1 ? orphan : 0
    for (let column = 0; column < columns; column++) {
      const least = best[column] ?? 0
      cost[start + column] = least + begin
      from[start + column] = bestAt[column] ?? 0
      const reach = (before[start + column] ?? 0) - gone
      if (reach < least + skipped) {
        best[column] = reach
        bestAt[column] = start + column
      } else best[column] = least + skipped
    }
  }
}

/** Puts a cheaper way to reach a state into the layer. */
function offer({ cost, from }: Table, at: number, price: number, source: number): void {
  if (price < (cost[at] ?? 0)) {
    cost[at] = price
    from[at] = source
  }
}

/** Index of the smallest cost in `start`..`end`, the first of equals; `best` wins where it is as small. */
function findLeast(cost: Float64Array, best: number, start: number, end: number): number {
  let least = best
  for (let at = start; at < end; at++) if ((cost[at] ?? 0) < (cost[least] ?? 0)) least = at
  return least
}

/** Lets the candidates of one number call it, in one row: alone, or together with the note that begins there. */
function callInRow(
  plan: Plan,
  layer: Table,
  before: Float64Array,
  begun: Table,
  called: readonly number[],
  row: number,
): void {
  const start = row * plan.columns
  let alone = start
  let both = start
  let seen = start
  for (const column of called) {
    const here = start + column
    alone = findLeast(before, alone, seen, here)
    const price = priceOf(plan, column)
    offer(layer, here, (before[alone] ?? 0) + price + COST.calloutOnly, alone)
    if (row > 0) {
      both = findLeast(begun.cost, both, seen, here)
      const pair = (begun.cost[both] ?? 0) + price + plan.input.affinity(row - 1, column - 1)
      offer(layer, here, pair, begun.from[both] ?? -1)
    }
    seen = here
  }
}

function fillLayer(plan: Plan, layer: Table, before: Float64Array, begun: Table, v: number): void {
  beginNotes(plan, before, begun, v)
  const { cost, from } = layer
  for (let at = 0; at < plan.size; at++) {
    const carried = (before[at] ?? 0) + COST.neither
    const noted = (begun.cost[at] ?? 0) + COST.noteOnly
    cost[at] = noted < carried ? noted : carried
    from[at] = noted < carried ? (begun.from[at] ?? -1) : at
  }
  const called = plan.columnsOf.get(v)
  if (called === undefined) return
  for (let row = 0; row < plan.rows; row++) callInRow(plan, layer, before, begun, called, row)
}

const makeTable = (size: number): Table => ({
  cost: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
  from: new Int32Array(size).fill(-1),
})

function fillTable(plan: Plan): Table {
  const { size, layers, numbers } = plan
  const table = makeTable(layers * size)
  const begun = makeTable(size)
  table.cost[0] = 0
  let before = table.cost.subarray(0, size)
  for (let index = 1; index < layers; index++) {
    const [start, end] = [index * size, (index + 1) * size]
    const layer = { cost: table.cost.subarray(start, end), from: table.from.subarray(start, end) }
    fillLayer(plan, layer, before, begun, numbers[index] ?? 0)
    before = layer.cost
  }
  return table
}

/** The cheapest end over all layers, as an index into the table: after the last number there is nothing more to pay for. */
function findEnd({ rows, columns, layers, rests }: Plan, { cost }: Table): number {
  let total = Number.POSITIVE_INFINITY
  let end = 0
  for (let start = 0, row = 0; row < rows * layers; row++, start += columns) {
    const rest = rests[row % rows] ?? 0
    for (let at = start; at < start + columns; at++) {
      const here = (cost[at] ?? 0) + rest
      if (here >= total) continue
      total = here
      end = at
    }
  }
  return end
}

type Choice = Omit<NumberAssignment, 'margin'>

function readBack({ numbers, columns, size }: Plan, { from }: Table, end: number): Choice[] {
  const choices: Choice[] = []
  let at = end % size
  for (let index = Math.floor(end / size); index > 0; index--) {
    const source = from[index * size + at] ?? -1
    if (source < 0) break
    if (source !== at) {
      const [row, column] = [Math.floor(at / columns), at % columns]
      const newRow = row !== Math.floor(source / columns)
      const newColumn = column !== source % columns
      choices.push({
        v: numbers[index] ?? 0,
        layer: index,
        paragraph: newRow ? row - 1 : null,
        candidate: newColumn ? column - 1 : null,
      })
    }
    at = source
  }
  return choices.reverse()
}

/**
 * Finds, for all numbers of a letter at once, where each note begins and which printed number in the text calls it: dynamic programming
 * over the numbers in order, state (last note paragraph, last candidate), both increasing; the cheapest assignment of all wins. Each
 * link's margin is the extra cost of the best assignment without it. Time and memory: numbers × paragraphs × candidates.
 */
export function assignNotes(input: AssignmentInput): NumberAssignment[] {
  const plan = makePlan(input)
  const table = fillTable(plan)
  const choices = readBack(plan, table, findEnd(plan, table))
  const margins = measureMargins(plan, table.cost, choices)
  return choices.map((choice) => ({
    ...choice,
    margin: margins.get(choice.layer) ?? Number.POSITIVE_INFINITY,
  }))
}
