import { wordAt } from '../../../shared/translate/words.ts'
import type { Run, Stretch } from '../text/runs.ts'
import { type VisibleText, visibleText } from '../text/visible-text.ts'

/** Text to put in place of what stands between two document positions of one stretch. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/**
 * The part of a stretch that one correction takes in: document positions, the ids of the corrections that go up in it,
 * the text that will be read there, and where in that text (UTF-16) the cursor stands.
 */
export interface Region {
  readonly from: number
  readonly to: number
  readonly ids: readonly string[]
  readonly reads: string
  readonly caret: number
}

/** Corrections that stay as they are, whatever is typed beside them: the struck characters of a callout that was moved. */
export type IsHeld = (correction: string) => boolean

/**
 * The region of an edit: the words it touches or makes, and the corrections it stands in. A space or a sign at the edge of
 * a word touches no word; a correction that only strikes out is taken up when new text comes to its place.
 */
export function regionOf(stretch: Stretch, edit: Edit, isHeld: IsHeld): Region {
  const visible = visibleText(stretch)
  const from = visible.offsetOf(edit.from)
  const to = visible.offsetOf(edit.to)
  const next = visible.text.slice(0, from) + edit.text + visible.text.slice(to)
  const left = wordStart(visible.text, next, from)
  const grown = edit.text.length - (to - from)
  const right = Math.max(
    wordAt(visible.text, to)?.to ?? to,
    (wordAt(next, to + grown)?.to ?? to + grown) - grown,
  )
  const isBare = left === from && right === to
  const range = coverOf(visible, edit, left, right)
  const ids = joinedBy(stretch, edit, range, isBare, isHeld)
  const whole = growOver(stretch, range, ids)
  const start = visible.offsetOf(whole.from)
  return {
    ...whole,
    ids,
    reads: next.slice(start, visible.offsetOf(whole.to) + grown),
    caret: from + edit.text.length - start,
  }
}

/** The region of a word that is about to be written into, as `regionOf`: that which has the position inside it; null where none has. */
export function regionOfWord(stretch: Stretch, pos: number, isHeld: IsHeld): Region | null {
  const visible = visibleText(stretch)
  const offset = visible.offsetOf(pos)
  const word = wordAt(visible.text, offset)
  if (!word) return null
  const edit = { from: pos, to: pos, text: '' }
  const range = coverOf(visible, edit, word.from, word.to)
  const ids = joinedBy(stretch, edit, range, false, isHeld)
  return wholeRegion(stretch, range, ids, offset)
}

/** The region of text that was put in between two document positions, as `regionOf` has it for what is typed: with the words it makes and what it touches. */
export function regionOfInserted(
  stretch: Stretch,
  put: { readonly from: number; readonly to: number },
  caret: number,
  isHeld: IsHeld,
): Region {
  const visible = visibleText(stretch)
  const [from, to] = [visible.offsetOf(put.from), visible.offsetOf(put.to)]
  const left = wordAt(visible.text, from)?.from ?? from
  const right = wordAt(visible.text, to)?.to ?? to
  const edit = { ...put, text: '' }
  const range = coverOf(visible, edit, left, right)
  const ids = joinedBy(stretch, edit, range, false, isHeld)
  return wholeRegion(stretch, range, ids, visible.offsetOf(caret))
}

/** The region of corrections that stand side by side from a document position on, as it reads; null where none begins there. */
export function regionOfCorrections(
  stretch: Stretch,
  ids: readonly string[],
  from: number,
  caret: number,
): Region | null {
  const run = stretch.runs.find((one) => one.from === from)
  if (!run?.corrections.some((id) => ids.includes(id))) return null
  return wholeRegion(stretch, run, ids, visibleText(stretch).offsetOf(caret))
}

function wholeRegion(
  stretch: Stretch,
  range: { readonly from: number; readonly to: number },
  ids: readonly string[],
  caretOffset: number,
): Region {
  const visible = visibleText(stretch)
  const whole = growOver(stretch, range, ids)
  const start = visible.offsetOf(whole.from)
  const reads = visible.text.slice(start, visible.offsetOf(whole.to))
  return { ...whole, ids, reads, caret: Math.min(Math.max(caretOffset - start, 0), reads.length) }
}

function wordStart(before: string, after: string, offset: number): number {
  return Math.min(wordAt(before, offset)?.from ?? offset, wordAt(after, offset)?.from ?? offset)
}

function coverOf(visible: VisibleText, edit: Edit, left: number, right: number) {
  const words = left < right
  const from = words ? visible.before(left) : edit.from
  const to = words ? visible.after(right) : edit.from
  if (edit.from === edit.to) return { from, to }
  return { from: Math.min(from, edit.from), to: Math.max(to, edit.to) }
}

function joinedBy(
  stretch: Stretch,
  edit: Edit,
  range: { readonly from: number; readonly to: number },
  isBare: boolean,
  isHeld: IsHeld,
): readonly string[] {
  const ids = new Set<string>()
  for (const run of stretch.runs) {
    const overlaps = run.from < range.to && run.to > range.from
    const touches = run.from <= edit.to && run.to >= edit.from
    const joins = overlaps || (touches && (run.kind === 'inserted' || isBare))
    if (joins) for (const id of run.corrections) if (!isHeld(id)) ids.add(id)
  }
  return [...ids]
}

function growOver(
  stretch: Stretch,
  range: { readonly from: number; readonly to: number },
  ids: readonly string[],
): { readonly from: number; readonly to: number } {
  const joins = (run: Run) => run.corrections.some((id) => ids.includes(id))
  let { from, to } = range
  for (const run of stretch.runs) if (joins(run) && run.from <= to && run.to > to) to = run.to
  for (const run of stretch.runs.toReversed())
    if (joins(run) && run.to >= from && run.from < from) from = run.from
  return { from, to }
}
