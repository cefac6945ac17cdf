import type { EditorView } from 'prosemirror-view'
import { caretRect } from './caret-rect.ts'
import type { DocRange } from './spans.ts'

/**
 * The part of a block that stands in the window or not farther above and below it than `margin` (CSS pixels), by whole lines; the
 * whole block where it has no layout.
 */
export function partInWindow(view: EditorView, block: DocRange, margin: number): DocRange {
  const bottom = window.innerHeight + margin
  const from = last(block, (pos) => pos === block.from || caretRect(view, pos).top <= -margin)
  const to = last(block, (pos) => pos === block.from || caretRect(view, pos, -1).bottom < bottom)
  return { from, to: Math.min(to + 1, block.to) }
}

/** Whether all of a block that `partInWindow` gives for this margin lies in a part of it. */
export function coversWindow(
  view: EditorView,
  block: DocRange,
  { from, to }: DocRange,
  margin: number,
): boolean {
  const isAbove = from <= block.from || caretRect(view, from).top <= -margin
  return (
    isAbove && (to >= block.to || caretRect(view, to, -1).bottom >= window.innerHeight + margin)
  )
}

// The last position for which this holds; it holds for the first, and for none behind one for which it does not.
function last({ from, to }: DocRange, holds: (pos: number) => boolean): number {
  let [yes, no] = [from, to + 1]
  while (no - yes > 1) {
    const middle = (yes + no) >> 1
    if (holds(middle)) yes = middle
    else no = middle
  }
  return yes
}
