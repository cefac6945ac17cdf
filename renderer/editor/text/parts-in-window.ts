import type { EditorView } from 'prosemirror-view'
import { blocksInWindow } from './blocks-in-window.ts'
import { coversWindow, partInWindow } from './part-in-window.ts'
import type { DocRange } from './spans.ts'

/** More characters than a tall window shows of a column of 75 characters (some 50 lines) make a block long. */
const LONG = 4000

/** How far around the window the parts go at least, and how far where they are looked for anew: shares of its height. */
const NEEDED = 0.1
const TAKEN = 0.35

/**
 * What stands in the window and around it: whole blocks, and of one that is longer than a window the part in it. Null where the
 * parts that are `known` still reach beyond the window.
 */
export function partsInWindow(
  view: EditorView,
  known: readonly DocRange[],
): readonly DocRange[] | null {
  const { innerHeight } = window
  const isCovered = blocksInWindow(view, innerHeight * NEEDED).every((block) => {
    const part = known.find(({ from, to }) => from <= block.to && to >= block.from)
    if (!part) return false
    if (part.from <= block.from && part.to >= block.to) return true
    return isLong(block) && coversWindow(view, block, part, innerHeight * NEEDED)
  })
  if (isCovered) return null
  const margin = innerHeight * TAKEN
  const parts = blocksInWindow(view, margin).map((block) =>
    isLong(block) ? partInWindow(view, block, margin) : block,
  )
  // Where a layout gives no better parts than the last ones, they would be asked for without end.
  return isSame(parts, known) ? null : parts
}

function isSame(parts: readonly DocRange[], known: readonly DocRange[]): boolean {
  return (
    parts.length === known.length &&
    parts.every(({ from, to }, at) => from === known[at]?.from && to === known[at].to)
  )
}

function isLong({ from, to }: DocRange): boolean {
  return to - from > LONG
}
