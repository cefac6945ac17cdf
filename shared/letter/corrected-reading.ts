import type { CanonicalText } from './canonical.ts'
import type { Insertion, MachineRange } from './place.ts'

/**
 * A stretch of a block's corrected text: `at` is where it begins there; `from` and `to` are the machine text it shows or, where it is
 * inserted, the words that it stands in place of (no width where it was put between words). `offset` is where it stands in the machine
 * text.
 */
export interface Run {
  readonly at: number
  readonly length: number
  readonly from: number
  readonly to: number
  readonly offset: number
  readonly inserted: boolean
}

/** A block as the corrections leave it, and the way between its text and the machine's. All offsets are UTF-16 units. */
export interface CorrectedReading {
  /** The id of the block. */
  readonly id: string
  readonly text: string
  readonly runs: readonly Run[]
}

interface Offsets {
  readonly from: number
  readonly to: number
}

interface Marks {
  readonly deleted: Offsets[]
  /** What is put in, and the struck words in whose place it stands. */
  readonly inserted: { readonly one: Insertion; readonly instead: Offsets | undefined }[]
}

/** What of a text is needed to read it as it is corrected. */
interface Readable {
  readonly machine: { readonly blocks: readonly { readonly id: string; readonly text: string }[] }
  readonly anchors: Pick<CanonicalText['anchors'], 'corrections'>
}

/** The blocks of one side as they read now: what is struck left out, what was put in there. Anchors that lie outside the text are passed over. */
export function correctedReadings({ machine, anchors }: Readable): CorrectedReading[] {
  const marks = marksByBlock(anchors.corrections)
  return machine.blocks.map(({ id, text }) => {
    const mine = marks.get(id)
    return mine ? correct(id, text, mine) : { id, text, runs: [whole(text)] }
  })
}

function whole({ length }: string): Run {
  return { at: 0, length, from: 0, to: length, offset: 0, inserted: false }
}

function marksByBlock(corrections: CanonicalText['anchors']['corrections']): Map<string, Marks> {
  const found = new Map<string, Marks>()
  const at = (block: string): Marks => {
    const known = found.get(block)
    if (known) return known
    const made = { deleted: [], inserted: [] }
    found.set(block, made)
    return made
  }
  for (const { deleted, inserted } of Object.values(corrections)) {
    for (const range of deleted) at(range.block).deleted.push(range)
    for (const one of inserted) {
      const { block, offset } = one
      const instead = deleted.find(
        (range) => range.block === block && range.from <= offset && offset <= range.to,
      )
      at(block).inserted.push({ one, instead })
    }
  }
  return found
}

function correct(id: string, machine: string, { deleted, inserted }: Marks): CorrectedReading {
  const runs: Run[] = []
  let text = ''
  deleted.sort((a, b) => a.from - b.from)
  inserted.sort((a, b) => a.one.offset - b.one.offset || a.one.order - b.one.order)
  let here = 0
  const keepTo = (end: number) => {
    for (const [from, to] of kept(deleted, here, end)) {
      runs.push({ at: text.length, length: to - from, from, to, offset: from, inserted: false })
      text += machine.slice(from, to)
    }
    here = Math.max(here, end)
  }
  for (const { one, instead } of inserted) {
    const { offset, text: words } = one
    if (offset > machine.length || words === '') continue
    keepTo(offset)
    const { from, to } = instead ?? { from: offset, to: offset }
    runs.push({ at: text.length, length: words.length, from, to, offset, inserted: true })
    text += words
  }
  keepTo(machine.length)
  return { id, text, runs }
}

/** The parts of a stretch that nothing strikes out; what is struck comes in order. */
function kept(
  deleted: readonly Offsets[],
  from: number,
  to: number,
): (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = []
  let at = from
  for (const gone of deleted) {
    if (gone.to <= at || gone.from >= to) continue
    if (gone.from > at) parts.push([at, gone.from])
    at = Math.max(at, gone.to)
  }
  if (at < to) parts.push([at, to])
  return parts
}

function offsetFrom(runs: readonly Run[], machine: number, end: number): number {
  const run = runs.find((one) => (one.inserted ? one.to >= machine : one.to > machine))
  if (!run) return end
  return run.inserted ? run.at : run.at + Math.max(0, machine - run.from)
}

function offsetTo(runs: readonly Run[], machine: number): number {
  const run = runs.findLast((one) => (one.inserted ? one.from <= machine : one.from < machine))
  if (!run) return 0
  return run.inserted ? run.at + run.length : run.at + Math.min(run.length, machine - run.from)
}

/** Where a stretch of machine text lies in the corrected text; what was inserted at its edges belongs to it. */
export function correctedSpan({ text, runs }: CorrectedReading, { from, to }: Offsets): Offsets {
  const start = offsetFrom(runs, from, text.length)
  return { from: start, to: Math.max(start, offsetTo(runs, to)) }
}

/** The machine text under a stretch of the corrected text; for what was inserted the words it stands in place of. */
export function machineSpan(
  { id, runs }: CorrectedReading,
  from: number,
  to: number,
): MachineRange {
  const first = runs.find((run) => from < run.at + run.length) ?? runs.at(-1)
  const last = runs.find((run) => to <= run.at + run.length) ?? runs.at(-1)
  const start = !first ? 0 : first.inserted ? first.from : first.from + Math.max(0, from - first.at)
  const end = !last ? 0 : last.inserted ? last.to : last.from + Math.max(0, to - last.at)
  const limit = Math.min(start, last?.to ?? start)
  return { block: id, from: limit, to: Math.max(limit, end) }
}

/** The machine offset at which an offset of the corrected text stands; all of an insertion stands at one. */
export function machineAt({ runs }: CorrectedReading, at: number): number {
  const run = runs.findLast((one) => one.at <= at)
  if (!run) return 0
  return run.inserted ? run.offset : run.from + at - run.at
}

/** What stands in place of a stretch of machine text: all that is left of it and all that was inserted in it or at its edges. */
export function correctedWords({ text, runs }: CorrectedReading, { from, to }: Offsets): string {
  return runs
    .map((run) => {
      if (run.inserted)
        return run.offset >= from && run.offset <= to ? text.slice(run.at, run.at + run.length) : ''
      const start = run.at + Math.max(0, from - run.from)
      return text.slice(start, Math.max(start, run.at + Math.min(run.length, to - run.from)))
    })
    .join('')
}
