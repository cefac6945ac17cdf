import type { Run, Stretch } from './runs.ts'
import type { DocRange } from './spans.ts'

/** A range of machine text together with what is struck or put in right at its ends: an insertion there stands in its place. */
export function withNeighbours(stretch: Stretch, { from, to }: DocRange): DocRange {
  const isPutIn = (run: Run | undefined) => run !== undefined && run.kind !== 'machine'
  const before = stretch.runs.find((run) => run.to === from)
  const behind = stretch.runs.find((run) => run.from === to)
  return {
    from: isPutIn(before) ? (before?.from ?? from) : from,
    to: isPutIn(behind) ? (behind?.to ?? to) : to,
  }
}
