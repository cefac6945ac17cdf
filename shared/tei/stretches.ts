import type { DraftContent, XmlDraftElement } from '../xml/write-xml.ts'
import type { LinearRun, LinearText } from './linear-text.ts'
import type { BreakPoint, Paragraph } from './text-parts.ts'

/** The kinds of mark-up in the order in which they enclose each other where they cover the same characters. */
export const STRETCH_RANK = {
  shape: 0,
  segment: 1,
  mention: 2,
  supplied: 3,
  choice: 4,
  mark: 5,
} as const

/** Mark-up over a stretch of the linear text, `from` < `to`; a choice gets what stands in `sic` and what stands in `corr`. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly kind: keyof typeof STRETCH_RANK
  readonly wrap: (content: DraftContent, inserted: DraftContent) => XmlDraftElement
}

/** Something of no width: `rank` 0 ends a span, 1 stands for itself, 2 begins a span; then `order`, then `key` decide. */
export interface Point {
  readonly position: number
  readonly rank: 0 | 1 | 2
  readonly order: number
  readonly key: string
  readonly draft: XmlDraftElement
}

/** What one correction changes in one go: a run of struck out and inserted text without kept text between. */
export interface ChoiceGroup {
  readonly correction: string
  readonly from: number
  readonly to: number
  /** Which one of its correction it is, from 0. */
  readonly part: number
}

/** The choices of a text: runs of one correction that touch, cut at blocks and at the editor's breaks. */
export function choiceGroups(linear: LinearText, breaks: readonly BreakPoint[]): ChoiceGroup[] {
  const cuts = new Set(breaks.map(({ position }) => position))
  const parts = new Map<string, number>()
  const groups: { correction: string; from: number; to: number; part: number }[] = []
  const add = (correction: string, from: number, to: number): void => {
    const last = groups.at(-1)
    if (last?.correction === correction && last.to === from && !cuts.has(from)) {
      last.to = to
      return
    }
    const part = parts.get(correction) ?? 0
    parts.set(correction, part + 1)
    groups.push({ correction, from, to, part })
  }
  for (const run of linear.blocks.flatMap((block) => block.runs)) {
    if (run.correction === undefined) continue
    let from = run.from
    for (const cut of [...cuts].filter((c) => c > run.from && c < run.to).sort((a, b) => a - b)) {
      add(run.correction, from, cut)
      from = cut
    }
    add(run.correction, from, run.to)
  }
  return groups
}

/**
 * Widens a mention to whole choices where it covers all that a choice strikes out or all that it puts in, so that the
 * entity stands whichever reading is shown. Other borders stay where they are.
 */
export function aroundChoices(
  stretch: { readonly from: number; readonly to: number },
  groups: readonly ChoiceGroup[],
  runs: readonly LinearRun[],
): { from: number; to: number } {
  let { from, to } = stretch
  for (const group of groups) {
    const touches = group.from < stretch.to && stretch.from < group.to
    if (!touches || (group.from >= from && group.to <= to)) continue
    const inside = runs.filter((run) => run.from < group.to && group.from < run.to)
    const covered = (run: LinearRun): boolean =>
      stretch.from <= Math.max(run.from, group.from) && Math.min(run.to, group.to) <= stretch.to
    const all = (origin: LinearRun['origin']): boolean => {
      const ofOrigin = inside.filter((run) => run.origin === origin)
      return ofOrigin.length > 0 && ofOrigin.every(covered)
    }
    if (!all('deleted') && !all('inserted')) continue
    from = Math.min(from, group.from)
    to = Math.max(to, group.to)
  }
  return { from, to }
}

/** Whether mark-up can be an element: within one written paragraph, crossing nothing, and in a choice within one reading. */
export function canEnclose(
  candidate: { readonly from: number; readonly to: number; readonly kind: Stretch['kind'] },
  accepted: readonly Stretch[],
  paragraphs: readonly Paragraph[],
  runs: readonly LinearRun[],
): boolean {
  const { from, to } = candidate
  if (from >= to || !inOnePiece(candidate, paragraphs)) return false
  return accepted.every((other) => {
    if (to <= other.from || other.to <= from) return true
    if (from <= other.from && other.to <= to) return true
    if (!(other.from <= from && to <= other.to)) return false
    return other.kind !== 'choice' || isOneReading(from, to, runs)
  })
}

function inOnePiece(
  stretch: { readonly from: number; readonly to: number },
  paragraphs: readonly Paragraph[],
): boolean {
  const paragraph = paragraphs.find((p) => p.from <= stretch.from && stretch.to <= p.to)
  if (!paragraph) return false
  return paragraph.breaks.every(
    ({ position }) => position <= stretch.from || stretch.to <= position,
  )
}

function isOneReading(from: number, to: number, runs: readonly LinearRun[]): boolean {
  const origins = runs.filter((run) => run.from < to && from < run.to).map((run) => run.origin)
  return new Set(origins).size === 1
}

/** Cuts stretches at every border of what is already there and of every run, and leaves out what `taken` holds. */
export function cutStretches(
  stretches: readonly { readonly from: number; readonly to: number }[],
  borders: ReadonlySet<number>,
  taken: readonly { readonly from: number; readonly to: number }[],
): { from: number; to: number }[] {
  const pieces: { from: number; to: number }[] = []
  for (const { from, to } of stretches) {
    const cuts = [...borders].filter((b) => b > from && b < to).sort((a, b) => a - b)
    let at = from
    for (const cut of [...cuts, to]) {
      const free = !taken.some((other) => at < other.to && other.from < cut)
      if (free) pieces.push({ from: at, to: cut })
      at = cut
    }
  }
  return pieces
}
