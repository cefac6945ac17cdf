import type { CanonicalText } from '../letter/canonical.ts'
import type { Block } from '../letter/machine-text.ts'
import type { Insertion, MachineRange } from '../letter/place.ts'

/**
 * A stretch of a block's corrected text: `at` is where it begins there; `from` and `to` are the machine text it shows or, where it is
 * inserted, the words that it stands in place of (no width where it was put between words).
 */
export interface Run {
  readonly at: number
  readonly length: number
  readonly from: number
  readonly to: number
  readonly inserted: boolean
}

/** A mark of a note in a corrected text; in the text itself spaces stand for it. */
export interface CalloutSpan {
  readonly id: string
  readonly from: number
  readonly to: number
}

/** A printed line as the corrections leave it. All offsets but those of runs into the machine text are UTF-16 units of `text`. */
export interface CorrectedBlock extends Block {
  readonly runs: readonly Run[]
  readonly callouts: readonly CalloutSpan[]
}

interface Marks {
  readonly deleted: { readonly from: number; readonly to: number }[]
  readonly inserted: (Insertion & { readonly for: MachineRange | null })[]
  readonly printed: { readonly id: string; readonly from: number; readonly to: number }[]
}

/** The blocks of one side with what is struck out left out, what is inserted put in, and spaces for printed marks of notes. Anchors that lie outside the text are passed over. */
export function correctedBlocks(text: CanonicalText): readonly CorrectedBlock[] {
  const marks = marksByBlock(text)
  return text.machine.blocks.map((block) => {
    const kind = text.records.kinds[block.id]?.kind ?? block.kind
    const mine = marks.get(block.id)
    return mine ? correct({ ...block, kind }, mine) : { ...block, kind, ...plain(block.text) }
  })
}

function plain(text: string) {
  return {
    runs: [{ at: 0, length: text.length, from: 0, to: text.length, inserted: false }],
    callouts: [],
  }
}

function marksByBlock({ anchors }: CanonicalText): Map<string, Marks> {
  const found = new Map<string, Marks>()
  const at = (block: string): Marks => {
    const known = found.get(block)
    if (known) return known
    const made = { deleted: [], inserted: [], printed: [] }
    found.set(block, made)
    return made
  }
  for (const { deleted, inserted } of Object.values(anchors.corrections)) {
    for (const range of deleted) at(range.block).deleted.push(range)
    for (const one of inserted) {
      const touching = deleted.find(
        ({ block, from, to }) => block === one.block && from <= one.offset && one.offset <= to,
      )
      at(one.block).inserted.push({ ...one, for: touching ?? null })
    }
  }
  for (const [id, anchor] of Object.entries(anchors.callouts))
    if ('printed' in anchor)
      for (const { block, from, to } of anchor.printed) at(block).printed.push({ id, from, to })
  return found
}

function correct(block: Block, { deleted, inserted, printed }: Marks): CorrectedBlock {
  const blanked = printed.reduce(
    (text, { from, to }) =>
      text.slice(0, from) + ' '.repeat(Math.max(0, to - from)) + text.slice(to),
    block.text,
  )
  const runs: Run[] = []
  let text = ''
  const waiting = inserted
    .filter(({ offset }) => offset <= block.text.length)
    .toSorted((a, b) => a.offset - b.offset || a.order - b.order)
  const add = (words: string, from: number, to: number, isInserted: boolean) => {
    if (words === '') return
    runs.push({ at: text.length, length: words.length, from, to, inserted: isInserted })
    text += words
  }
  let here = 0
  const keepTo = (end: number) => {
    for (const [from, to] of kept(deleted, here, end)) add(blanked.slice(from, to), from, to, false)
    here = Math.max(here, end)
  }
  for (const one of waiting) {
    keepTo(one.offset)
    add(one.text, one.for?.from ?? one.offset, one.for?.to ?? one.offset, true)
  }
  keepTo(block.text.length)
  const callouts = printed.map(({ id, from, to }) => ({
    id,
    from: offsetFrom(runs, from, text.length),
    to: offsetTo(runs, to),
  }))
  return { ...block, text, runs, callouts: callouts.filter(({ from, to }) => from < to) }
}

/** The parts of a stretch that nothing strikes out. */
function kept(deleted: Marks['deleted'], from: number, to: number): (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = []
  let at = from
  for (const gone of deleted.toSorted((a, b) => a.from - b.from)) {
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
export function correctedSpan(
  block: CorrectedBlock,
  { from, to }: { readonly from: number; readonly to: number },
): { readonly from: number; readonly to: number } {
  const start = offsetFrom(block.runs, from, block.text.length)
  return { from: start, to: Math.max(start, offsetTo(block.runs, to)) }
}

/** The machine text under a stretch of the corrected text; for what was inserted the words it stands in place of. */
export function machineSpan(block: CorrectedBlock, from: number, to: number): MachineRange {
  const first = block.runs.find((run) => from < run.at + run.length) ?? block.runs.at(-1)
  const last = block.runs.find((run) => to <= run.at + run.length) ?? block.runs.at(-1)
  const start = !first ? 0 : first.inserted ? first.from : first.from + Math.max(0, from - first.at)
  const end = !last ? 0 : last.inserted ? last.to : last.from + Math.max(0, to - last.at)
  const limit = Math.min(start, last?.to ?? start)
  return { block: block.id, from: limit, to: Math.max(limit, end) }
}
