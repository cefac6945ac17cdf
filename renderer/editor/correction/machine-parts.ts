import type { Run, Stretch } from '../text/runs.ts'
import type { IsHeld, Region } from './region.ts'

/** A piece of machine text in a region: document positions, and its UTF-16 offsets in the region's machine text. */
export interface MachinePart {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  readonly text: string
  readonly run: Run
}

/** The runs of a stretch cut to a region. */
export function clippedRuns(stretch: Stretch, region: Pick<Region, 'from' | 'to'>): readonly Run[] {
  return stretch.runs
    .filter((run) => run.from < region.to && run.to > region.from)
    .map((run) => {
      const from = Math.max(run.from, region.from)
      const to = Math.min(run.to, region.to)
      return { ...run, from, to, text: run.text.slice(from - run.from, to - run.from) }
    })
}

/** The machine text of a region, struck or not, without what a held correction strikes. */
export function machineParts(
  stretch: Stretch,
  region: Pick<Region, 'from' | 'to'>,
  isHeld: IsHeld,
): readonly MachinePart[] {
  let start = 0
  return clippedRuns(stretch, region)
    .filter((run) => run.kind !== 'inserted' && !run.corrections.some(isHeld))
    .map((run) => {
      const end = start + run.text.length
      const part = { from: run.from, to: run.to, start, end, text: run.text, run }
      start = end
      return part
    })
}

/** The document position right behind the machine code unit before `offset`; `otherwise` at offset 0. */
export function machinePlace(
  parts: readonly MachinePart[],
  offset: number,
  otherwise: number,
): number {
  for (const part of parts)
    if (offset > part.start && offset <= part.end) return part.from + offset - part.start
  return otherwise
}
