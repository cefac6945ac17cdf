import type { Run, Stretch } from './runs.ts'

/** The corrected text of a stretch, as it reads without what is struck out, with its way to document positions. */
export interface VisibleText {
  readonly text: string
  /** How many visible code units lie before a document position. */
  offsetOf(pos: number): number
  /** The document position right before the visible code unit at `offset`; the stretch's end where there is none. */
  before(offset: number): number
  /** The document position right behind the visible code unit before `offset`; the stretch's start where there is none. */
  after(offset: number): number
}

/** The corrected text of a stretch. */
export function visibleText(stretch: Stretch): VisibleText {
  const runs = stretch.runs.filter(isVisible)
  const text = runs.map((run) => run.text).join('')
  return {
    text,
    offsetOf: (pos) => {
      let count = 0
      for (const run of runs) {
        if (pos <= run.from) break
        count += Math.min(pos, run.to) - run.from
      }
      return count
    },
    before: (offset) => {
      let count = 0
      for (const run of runs) {
        if (offset < count + run.text.length) return run.from + offset - count
        count += run.text.length
      }
      return stretch.to
    },
    after: (offset) => {
      let count = 0
      for (const run of runs) {
        if (offset > count && offset <= count + run.text.length) return run.from + offset - count
        count += run.text.length
      }
      return stretch.from
    },
  }
}

function isVisible(run: Run): boolean {
  return run.kind === 'machine' || run.kind === 'inserted'
}
