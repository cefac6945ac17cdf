import type { Mark } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { letterSchema, spanTable } from '../../../shared/letter/schema.ts'
import { isWord, sharedEdges, tokens } from '../../../shared/translate/words.ts'
import type { Run, Stretch } from '../text/runs.ts'
import { clippedRuns, type MachinePart, machineParts, machinePlace } from './machine-parts.ts'
import type { IsHeld, Region } from './region.ts'

const { deletion, insertion } = letterSchema.marks

/** How a region is rewritten: under which correction, whether equal words at its edges are let go, on which side of struck text the cursor goes. */
export interface Rewriting {
  readonly id: string
  readonly trim: boolean
  readonly forward: boolean
  readonly isHeld: IsHeld
}

/** What a rewriting came to: the machine text struck out, the text put in, and the cursor's document position. */
export interface Rewritten {
  readonly before: string
  readonly after: string
  readonly caret: number
}

/**
 * Makes a region read as it shall: the machine text that differs is struck, right behind it the new text is put in.
 * Changes as little as it can, so that the marks on what stays, and a composition in it, live on.
 */
export function rewriteRegion(
  tr: Transaction,
  stretch: Stretch,
  region: Region,
  options: Rewriting,
): Rewritten {
  const parts = machineParts(stretch, region, options.isHeld)
  const machine = parts.map((part) => part.text).join('')
  const edges = options.trim ? sharedEdges(machine, region.reads) : { start: 0, end: 0 }
  const strike = { from: edges.start, to: machine.length - edges.end }
  const before = machine.slice(strike.from, strike.to)
  const after = region.reads.slice(edges.start, region.reads.length - edges.end)
  const begun = tr.steps.length
  const here = (pos: number, side: number) => tr.mapping.slice(begun).map(pos, side)
  const place = machinePlace(parts, strike.to, region.from)
  const put = putIn(tr, stretch, region, { place, after, parts, strike, id: options.id, here })
  remark(tr, parts, { ...strike, ids: region.ids, id: options.id, here })
  const caret = findCaret()
  return { before, after, caret }

  function findCaret(): number {
    const at = region.caret - edges.start
    if (after.length > 0 && at >= 0 && at <= after.length) return here(put, -1) + at
    if (at < 0) return here(machinePlace(parts, region.caret, region.from), -1)
    if (at === 0 && !options.forward) return here(machinePlace(parts, strike.from, region.from), -1)
    return here(machinePlace(parts, strike.to + at - after.length, region.from), 1)
  }
}

interface Putting {
  readonly place: number
  readonly after: string
  readonly parts: readonly MachinePart[]
  readonly strike: { readonly from: number; readonly to: number }
  readonly id: string
  readonly here: (pos: number, side: number) => number
}

// Gives the document position, before this action, of the inserted text's beginning.
function putIn(tr: Transaction, stretch: Stretch, region: Region, putting: Putting): number {
  const { place, after, here, id } = putting
  const inserted = clippedRuns(stretch, region).filter((run) => run.kind === 'inserted')
  const kept = followOn(inserted, place)
  const old = kept.map((run) => run.text).join('')
  const { head, tail } = sharedCharacters(old, after)
  const from = place + head
  const to = place + old.length - tail
  const fresh = after.slice(head, after.length - tail)
  const marks = fresh ? marksFor(stretch, kept, fresh, { ...putting, head, tail, old }) : []
  if (fresh)
    tr.replaceWith(from, to, letterSchema.text(fresh, insertion.create({ id }).addToSet(marks)))
  else if (to > from) tr.delete(from, to)
  for (const run of inserted.toReversed())
    if (!kept.includes(run)) tr.delete(here(run.from, 1), here(run.to, -1))
  for (const run of kept) reassign(tr, here(run.from, -1), here(run.to, 1), run, id)
  return place
}

function followOn(inserted: readonly Run[], place: number): readonly Run[] {
  const kept: Run[] = []
  let end = place
  for (const run of inserted)
    if (run.from === end) {
      kept.push(run)
      end = run.to
    }
  return kept
}

function sharedCharacters(a: string, b: string): { readonly head: number; readonly tail: number } {
  const most = Math.min(a.length, b.length)
  let head = 0
  while (head < most && a[head] === b[head]) head++
  let tail = 0
  while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  return { head, tail }
}

function reassign(tr: Transaction, from: number, to: number, run: Run, id: string): void {
  if (to <= from || run.corrections.includes(id)) return
  for (const other of run.corrections) tr.removeMark(from, to, insertion.create({ id: other }))
  tr.addMark(from, to, insertion.create({ id }))
}

// New text inside a tagged stretch is tagged; the form that takes the place of a tagged word carries the tag on.
function marksFor(
  stretch: Stretch,
  kept: readonly Run[],
  fresh: string,
  putting: Putting & { readonly head: number; readonly tail: number; readonly old: string },
): readonly Mark[] {
  const { place, head, tail, old, parts, strike } = putting
  const at = place + head
  const after = place + old.length - tail
  const left = runEnding(stretch, at)
  const right = runStarting(stretch, after)
  const struck = parts.filter((part) => part.start < strike.to && part.end > strike.from)
  if (head > 0 && isWord(fresh) && isWord(old.slice(head - 1))) return spansOf(left)
  if (tail > 0 && isWord(fresh.slice(-1)) && isWord(old.slice(-tail))) return spansOf(right)
  if (head === 0 && tail === 0 && struck.length > 0)
    return union(struck.filter((part) => tokens(part.text).some(isWord)).map((part) => part.run))
  const rightMarks = spansOf(right)
  const first = kept.length === 0 && struck.length > 0 ? struck.at(-1)?.run : left
  return spansOf(first).filter((mark) => mark.isInSet(rightMarks))
}

function runEnding(stretch: Stretch, pos: number): Run | undefined {
  return stretch.runs.find((run) => run.from < pos && run.to >= pos)
}

function runStarting(stretch: Stretch, pos: number): Run | undefined {
  return stretch.runs.find((run) => run.from <= pos && run.to > pos)
}

function spansOf(run: Run | undefined): readonly Mark[] {
  return run?.marks.filter((mark) => spanTable(mark) !== null) ?? []
}

function union(runs: readonly Run[]): readonly Mark[] {
  const found: Mark[] = []
  for (const mark of runs.flatMap(spansOf)) if (!mark.isInSet(found)) found.push(mark)
  return found
}

interface Remarking {
  readonly from: number
  readonly to: number
  readonly ids: readonly string[]
  readonly id: string
  readonly here: (pos: number, side: number) => number
}

function remark(tr: Transaction, parts: readonly MachinePart[], marking: Remarking): void {
  const { here, id } = marking
  const drop = (part: MachinePart, start: number, end: number, keep: string | null) => {
    if (end <= start) return
    const from = here(part.from + start - part.start, 1)
    const to = here(part.from + end - part.start, -1)
    for (const old of part.run.corrections)
      if (marking.ids.includes(old) && old !== keep)
        tr.removeMark(from, to, deletion.create({ id: old }))
    if (keep) tr.addMark(from, to, deletion.create({ id }))
  }
  for (const part of parts) {
    const from = Math.min(Math.max(marking.from, part.start), part.end)
    const to = Math.min(Math.max(marking.to, part.start), part.end)
    drop(part, part.start, from, null)
    drop(part, from, to, id)
    drop(part, to, part.end, null)
  }
}
