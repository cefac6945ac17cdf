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
  /** Whether the first paragraph may go on with a note before those looked at. */
  readonly mayGoOn?: boolean
  /** Whether one mark stands for several notes, as asterisks do: each that is not greater than the one before begins a new run. */
  readonly repeats?: boolean
}

/** Costs in one unit: about the logarithm of how much rarer a thing is than its contrary. */
export const COST = {
  noteOnly: 1,
  calloutOnly: 1.2,
  neither: 0.7,
  misprint: 3,
  hintMissed: 1.5,
  orphan: 50,
}
const MISPRINT_REACH = 2
const MOST_NUMBERS = 60

/**
 * The states of an assignment and what moving between them costs. A layer holds one state for each last note paragraph (row, 0 for
 * none) and last candidate (column, 0 for none), at row × columns + column; layer i, from 1, comes after number `numbers[i]`.
 */
export interface Plan {
  readonly input: AssignmentInput
  readonly numbers: readonly number[]
  readonly layers: number
  readonly rows: number
  readonly columns: number
  readonly size: number
  /** Running sums of the cost of going on, by row. */
  readonly sums: readonly number[]
  /** What skipping the first paragraph costs. */
  readonly orphan: number
  /** What is still to pay where nothing comes after a row. */
  readonly rests: readonly number[]
  /** Columns of the candidates of a number, ascending. */
  readonly columnsOf: ReadonlyMap<number, readonly number[]>
}

function numberCost({ printed, hint }: NoteParagraph, v: number): number {
  if (printed === v) return 0
  if (printed !== null)
    return Math.abs(printed - v) <= MISPRINT_REACH ? COST.misprint : Number.POSITIVE_INFINITY
  if (hint === null) return 0
  return hint === v ? -0.3 : COST.hintMissed
}

/** What beginning note `v` at each paragraph costs, by paragraph. */
export function rateBeginnings({ input }: Plan, v: number): number[] {
  return input.paragraphs.map((paragraph) => paragraph.start + numberCost(paragraph, v))
}

/** What taking the candidate of a column for a callout costs more than leaving it. */
export function priceOf({ input }: Plan, column: number): number {
  const candidate = input.candidates[column - 1]
  return candidate === undefined ? Number.POSITIVE_INFINITY : candidate.use - candidate.unused
}

function sumGoOn(paragraphs: readonly NoteParagraph[]): number[] {
  const sums = [0]
  for (const { goOn } of paragraphs) sums.push((sums.at(-1) ?? 0) + goOn)
  return sums
}

/** Where the numbers begin anew: indices of paragraphs, the first one always. */
function findRuns({ paragraphs, repeats = false }: AssignmentInput): number[] {
  const runs = [0]
  const printed = paragraphs.flatMap(({ printed: n }, index) => (n === null ? [] : [{ n, index }]))
  printed.forEach(({ n, index }, at) => {
    const before = printed[at - 1]?.n
    if (before === undefined || n > before) return
    const goesOn = n < before && printed[at + 1]?.n === n + 1
    if (n === 1 || repeats || goesOn) runs.push(index)
  })
  return runs
}

/** The numbers that a run of paragraphs can have, with 0 or the number before the first in front. */
function findRange(paragraphs: readonly NoteParagraph[], most: number): number[] {
  let least = Number.POSITIVE_INFINITY
  let top = 0
  for (const { printed } of paragraphs) {
    if (printed === null) continue
    least = Math.min(least, printed)
    top = Math.max(top, printed)
  }
  if (least === Number.POSITIVE_INFINITY) least = 1
  const base = Math.max(0, least - paragraphs.length - 1)
  top = Math.min(Math.max(top, most, base + paragraphs.length), base + MOST_NUMBERS)
  return Array.from({ length: top - base + 1 }, (_, index) => base + index)
}

/** The number of each layer, run after run. */
function findNumbers(input: AssignmentInput): number[] {
  const { paragraphs, candidates, repeats = false } = input
  const runs = findRuns(input)
  const most = candidates.reduce((top, { n }) => Math.max(top, n), 0)
  return runs.flatMap((start, run) => {
    const own = paragraphs.slice(start, runs[run + 1])
    const isLast = run === runs.length - 1
    const numbers = findRange(own, isLast && !repeats ? most : 0)
    return run === 0 ? numbers : numbers.slice(1)
  })
}

function groupColumns(candidates: readonly CalloutCandidate[]): Map<number, number[]> {
  const groups = new Map<number, number[]>()
  candidates.forEach(({ n }, index) => {
    const group = groups.get(n)
    if (group === undefined) groups.set(n, [index + 1])
    else group.push(index + 1)
  })
  return groups
}

/** The states and costs of an assignment. */
export function makePlan(input: AssignmentInput): Plan {
  const numbers = findNumbers(input)
  const rows = input.paragraphs.length + 1
  const columns = input.candidates.length + 1
  const sums = sumGoOn(input.paragraphs)
  const all = sums[rows - 1] ?? 0
  const orphan = input.mayGoOn === true ? 0 : COST.orphan
  const rests = sums.map((sum, row) => all - sum + (row === 0 && rows > 1 ? orphan : 0))
  return {
    input,
    numbers,
    layers: numbers.length,
    rows,
    columns,
    size: rows * columns,
    sums,
    orphan,
    rests,
    columnsOf: groupColumns(input.candidates),
  }
}
