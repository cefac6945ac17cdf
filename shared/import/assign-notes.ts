/** A paragraph of the note block, as the assignment sees it: its printed number, a displaced number, and what either reading costs. */
export interface NoteParagraph {
  readonly printed: number | null
  readonly hint: number | null
  /** Cost of beginning a note here, added to the cost of its number. */
  readonly start: number
  /** Cost of going on with the note before. */
  readonly goOn: number
}

/** A number in the text that may call a note: what using it costs, what leaving it unused costs. */
export interface CalloutCandidate {
  readonly n: number
  readonly use: number
  readonly unused: number
}

/** What the assignment is made from; `affinity(paragraph, candidate)` is negative where the note's words fit the place. */
export interface AssignmentInput {
  readonly paragraphs: readonly NoteParagraph[]
  readonly candidates: readonly CalloutCandidate[]
  readonly affinity: (paragraph: number, candidate: number) => number
}

/** One number of the letter: the paragraph its note begins with and the candidate that calls it, each an index or null. */
export interface NumberAssignment {
  readonly v: number
  readonly paragraph: number | null
  readonly candidate: number | null
  /** How much worse the best assignment without this one is; Infinity where it was not measured. */
  readonly margin: number
}

/** Costs in one unit: about the logarithm of how much rarer a thing is than its contrary. */
const COST = {
  noteOnly: 1,
  calloutOnly: 1.2,
  neither: 0.7,
  misprint: 3,
  hintMissed: 1.5,
  orphan: 50,
}
const MISPRINT_REACH = 2
const MOST_NUMBERS = 60
const MOST_MARGINS = 4_000_000

interface Grid {
  readonly rows: number
  readonly columns: number
}

interface Layer {
  readonly cost: Float64Array
  readonly from: Int32Array
}

interface Choice {
  readonly v: number
  readonly paragraph: number
  readonly candidate: number
}

type Forbidden = { readonly paragraph: number; readonly candidate: number } | null

function numberCost({ printed, hint }: NoteParagraph, v: number): number {
  if (printed === v) return 0
  if (printed !== null)
    return Math.abs(printed - v) <= MISPRINT_REACH ? COST.misprint : Number.POSITIVE_INFINITY
  if (hint === null) return 0
  return hint === v ? -0.3 : COST.hintMissed
}

/** Running sums of the cost of going on; the first paragraph has nothing to go on from. */
function sumGoOn(paragraphs: readonly NoteParagraph[]): Float64Array {
  const sums = new Float64Array(paragraphs.length + 1)
  paragraphs.forEach((paragraph, index) => {
    sums[index + 1] = (sums[index] ?? 0) + paragraph.goOn
  })
  return sums
}

/** Cheapest way to begin a note at each paragraph, for each last candidate: row 0 is "no note yet", row r the paragraph r - 1. */
function beginNotes(
  input: AssignmentInput,
  before: Layer,
  grid: Grid,
  sums: Float64Array,
  v: number,
): Layer {
  const cost = new Float64Array(grid.rows * grid.columns).fill(Number.POSITIVE_INFINITY)
  const from = new Int32Array(cost.length).fill(-1)
  const own = input.paragraphs.map((paragraph) => paragraph.start + numberCost(paragraph, v))
  for (let column = 0; column < grid.columns; column++) {
    let best = before.cost[column] ?? 0
    let bestAt = column
    for (let row = 1; row < grid.rows; row++) {
      const here = row * grid.columns + column
      cost[here] = best + (sums[row - 1] ?? 0) + (own[row - 1] ?? 0)
      from[here] = bestAt
      // From the second paragraph on, whatever stands before the first note belongs to none.
      if (row === 1) best += COST.orphan
      const reach = (before.cost[here] ?? 0) - (sums[row] ?? 0)
      if (reach < best) {
        best = reach
        bestAt = here
      }
    }
  }
  return { cost, from }
}

/** Puts a cheaper way to reach a state into the layer. */
function offer(layer: Layer, at: number, cost: number, from: number): void {
  if (cost < (layer.cost[at] ?? 0)) {
    layer.cost[at] = cost
    layer.from[at] = from
  }
}

/** Cheapest cost among columns before `column` of one row, and the state it comes from. */
function leastBefore(
  cost: Float64Array,
  row: number,
  column: number,
  columns: number,
): [number, number] {
  let best = Number.POSITIVE_INFINITY
  let bestAt = -1
  for (let index = 0; index < column; index++) {
    const at = row * columns + index
    if ((cost[at] ?? 0) < best) {
      best = cost[at] ?? 0
      bestAt = at
    }
  }
  return [best, bestAt]
}

function callNumber(
  input: AssignmentInput,
  layer: Layer,
  before: Layer,
  begun: Layer,
  grid: Grid,
  column: number,
  forbidden: Forbidden,
): void {
  const candidate = input.candidates[column - 1]
  if (candidate === undefined) return
  const price = candidate.use - candidate.unused
  for (let row = 0; row < grid.rows; row++) {
    const [alone, aloneAt] = leastBefore(before.cost, row, column, grid.columns)
    const here = row * grid.columns + column
    offer(layer, here, alone + price + COST.calloutOnly, aloneAt)
    if (row === 0) continue
    if (forbidden?.paragraph === row - 1 && forbidden.candidate === column - 1) continue
    const [both, bothAt] = leastBefore(begun.cost, row, column, grid.columns)
    const pair = both + price + input.affinity(row - 1, column - 1)
    offer(layer, here, pair, begun.from[bothAt] ?? -1)
  }
}

function nextLayer(
  input: AssignmentInput,
  before: Layer,
  grid: Grid,
  sums: Float64Array,
  v: number,
  forbidden: Forbidden,
): Layer {
  const begun = beginNotes(input, before, grid, sums, v)
  const size = grid.rows * grid.columns
  const layer: Layer = { cost: new Float64Array(size), from: new Int32Array(size) }
  for (let at = 0; at < size; at++) {
    layer.cost[at] = (before.cost[at] ?? 0) + COST.neither
    layer.from[at] = at
    offer(layer, at, (begun.cost[at] ?? 0) + COST.noteOnly, begun.from[at] ?? -1)
  }
  for (let column = 1; column < grid.columns; column++) {
    if (input.candidates[column - 1]?.n !== v) continue
    callNumber(input, layer, before, begun, grid, column, forbidden)
  }
  return layer
}

interface Range {
  readonly base: number
  readonly top: number
}

function findRange(input: AssignmentInput): Range {
  const printed = input.paragraphs.flatMap(({ printed }) => (printed === null ? [] : [printed]))
  const called = input.candidates.map(({ n }) => n)
  const least = printed.length > 0 ? Math.min(...printed) : 1
  const base = Math.max(0, least - input.paragraphs.length - 1)
  const top = Math.max(...printed, ...called, base + input.paragraphs.length, base)
  return { base, top: Math.min(top, base + MOST_NUMBERS) }
}

interface Solution {
  readonly total: number
  readonly choices: readonly Choice[]
}

function readBack(layers: readonly Layer[], grid: Grid, base: number, end: number): Choice[] {
  const choices: Choice[] = []
  let at = end
  for (let index = layers.length - 1; index > 0; index--) {
    const from = layers[index]?.from[at] ?? -1
    if (from < 0) break
    const [row, column] = [Math.floor(at / grid.columns), at % grid.columns]
    const [oldRow, oldColumn] = [Math.floor(from / grid.columns), from % grid.columns]
    if (row !== oldRow || column !== oldColumn) {
      const paragraph = row === oldRow ? -1 : row - 1
      choices.unshift({
        v: base + index,
        paragraph,
        candidate: column === oldColumn ? -1 : column - 1,
      })
    }
    at = from
  }
  return choices
}

/** The cheapest end over all layers: after the last number there is nothing more to pay for. */
function findEnd(layers: readonly Layer[], grid: Grid, sums: Float64Array, base: number): Solution {
  let best = { total: Number.POSITIVE_INFINITY, end: 0, depth: 0 }
  layers.forEach((layer, depth) => {
    for (let at = 0; at < layer.cost.length; at++) {
      const row = Math.floor(at / grid.columns)
      const rest = (sums[grid.rows - 1] ?? 0) - (sums[row] ?? 0)
      const orphans = row === 0 && grid.rows > 1 ? COST.orphan : 0
      const total = (layer.cost[at] ?? 0) + rest + orphans
      if (total < best.total) best = { total, end: at, depth }
    }
  })
  return {
    total: best.total,
    choices: readBack(layers.slice(0, best.depth + 1), grid, base, best.end),
  }
}

function solve(input: AssignmentInput, range: Range, forbidden: Forbidden): Solution {
  const grid: Grid = { rows: input.paragraphs.length + 1, columns: input.candidates.length + 1 }
  const sums = sumGoOn(input.paragraphs)
  const size = grid.rows * grid.columns
  const first: Layer = {
    cost: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
    from: new Int32Array(size).fill(-1),
  }
  first.cost[0] = 0
  const layers = [first]
  let before = first
  for (let v = range.base + 1; v <= range.top; v++) {
    before = nextLayer(input, before, grid, sums, v, forbidden)
    layers.push(before)
  }
  return findEnd(layers, grid, sums, range.base)
}

/**
 * Finds, for all numbers of a letter at once, where each note begins and which printed number in the text calls it: dynamic programming
 * over the numbers in order, state (last note paragraph, last candidate), both increasing; the cheapest assignment of all wins. Each
 * link's margin is the extra cost of the best assignment without it. Time: numbers × paragraphs × candidates.
 */
export function assignNotes(input: AssignmentInput): NumberAssignment[] {
  const range = findRange(input)
  const best = solve(input, range, null)
  const links = best.choices.filter(({ paragraph, candidate }) => paragraph >= 0 && candidate >= 0)
  const size =
    (range.top - range.base) * (input.paragraphs.length + 1) * (input.candidates.length + 1)
  const measured = size * (links.length + 1) <= MOST_MARGINS
  return best.choices.map((choice) => {
    const { v, paragraph, candidate } = choice
    const linked = paragraph >= 0 && candidate >= 0
    const margin = linked && measured ? solve(input, range, choice).total - best.total : Infinity
    return {
      v,
      paragraph: paragraph < 0 ? null : paragraph,
      candidate: candidate < 0 ? null : candidate,
      margin,
    }
  })
}
