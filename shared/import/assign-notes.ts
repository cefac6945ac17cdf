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
  readonly cost: number[]
  readonly from: number[]
}

interface Choice {
  readonly v: number
  readonly paragraph: number
  readonly candidate: number
}

type Forbidden = { readonly paragraph: number; readonly candidate: number } | null

// Plain arrays: most letters are small, and small typed arrays cost more to make than to fill.
function makeLayer({ rows, columns }: Grid): Layer {
  const size = rows * columns
  return {
    cost: new Array<number>(size).fill(Number.POSITIVE_INFINITY),
    from: new Array<number>(size).fill(-1),
  }
}

function numberCost({ printed, hint }: NoteParagraph, v: number): number {
  if (printed === v) return 0
  if (printed !== null)
    return Math.abs(printed - v) <= MISPRINT_REACH ? COST.misprint : Number.POSITIVE_INFINITY
  if (hint === null) return 0
  return hint === v ? -0.3 : COST.hintMissed
}

/** Running sums of the cost of going on; the first paragraph has nothing to go on from. */
function sumGoOn(paragraphs: readonly NoteParagraph[]): number[] {
  const sums = new Array<number>(paragraphs.length + 1).fill(0)
  paragraphs.forEach((paragraph, index) => {
    sums[index + 1] = (sums[index] ?? 0) + paragraph.goOn
  })
  return sums
}

/** Cheapest way to begin a note at each paragraph, for each last candidate: row 0 is "no note yet", row r the paragraph r - 1. */
function beginNotes(
  input: AssignmentInput,
  before: Layer,
  begun: Layer,
  grid: Grid,
  sums: readonly number[],
  v: number,
): void {
  const { cost, from } = begun
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
  cost: readonly number[],
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
  begun: Layer,
  grid: Grid,
  sums: readonly number[],
  v: number,
  forbidden: Forbidden,
): Layer {
  beginNotes(input, before, begun, grid, sums, v)
  const size = grid.rows * grid.columns
  const layer = makeLayer(grid)
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

interface End {
  readonly total: number
  readonly at: number
  readonly depth: number
}

/** The cheapest end over all layers: after the last number there is nothing more to pay for. */
function findEnd(layers: readonly Layer[], grid: Grid, sums: readonly number[]): End {
  const rests = sums.map((sum, row) => {
    const orphans = row === 0 && grid.rows > 1 ? COST.orphan : 0
    return (sums[grid.rows - 1] ?? 0) - sum + orphans
  })
  let total = Number.POSITIVE_INFINITY
  let end = 0
  let depth = 0
  layers.forEach(({ cost }, index) => {
    for (let at = 0; at < cost.length; at++) {
      const here = (cost[at] ?? 0) + (rests[Math.floor(at / grid.columns)] ?? 0)
      if (here >= total) continue
      total = here
      end = at
      depth = index
    }
  })
  return { total, at: end, depth }
}

/** Layers of all numbers; `prefix` holds those already known, at least the first. */
function buildLayers(
  input: AssignmentInput,
  range: Range,
  grid: Grid,
  sums: readonly number[],
  prefix: readonly Layer[],
  forbidden: Forbidden,
): Layer[] {
  const layers = [...prefix]
  // One working layer for all numbers; its row 0 stays unreachable.
  const begun = makeLayer(grid)
  for (let v = range.base + layers.length; v <= range.top; v++) {
    const before = layers.at(-1)
    if (before === undefined) break
    layers.push(nextLayer(input, before, begun, grid, sums, v, forbidden))
  }
  return layers
}

/**
 * Finds, for all numbers of a letter at once, where each note begins and which printed number in the text calls it: dynamic programming
 * over the numbers in order, state (last note paragraph, last candidate), both increasing; the cheapest assignment of all wins. Each
 * link's margin is the extra cost of the best assignment without it. Time: numbers × paragraphs × candidates.
 */
export function assignNotes(input: AssignmentInput): NumberAssignment[] {
  const range = findRange(input)
  const grid: Grid = { rows: input.paragraphs.length + 1, columns: input.candidates.length + 1 }
  const sums = sumGoOn(input.paragraphs)
  const first = makeLayer(grid)
  first.cost[0] = 0
  const layers = buildLayers(input, range, grid, sums, [first], null)
  const end = findEnd(layers, grid, sums)
  const choices = readBack(layers.slice(0, end.depth + 1), grid, range.base, end.at)
  const size = layers.length * grid.rows * grid.columns
  const measured = size * choices.length <= MOST_MARGINS
  return choices.map((choice) => {
    const { v, paragraph, candidate } = choice
    const linked = paragraph >= 0 && candidate >= 0
    let margin = Number.POSITIVE_INFINITY
    if (linked && measured) {
      const prefix = layers.slice(0, v - range.base)
      const without = buildLayers(input, range, grid, sums, prefix, choice)
      margin = findEnd(without, grid, sums).total - end.total
    }
    return {
      v,
      paragraph: paragraph < 0 ? null : paragraph,
      candidate: candidate < 0 ? null : candidate,
      margin,
    }
  })
}
