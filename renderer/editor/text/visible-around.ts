import type { Node, ResolvedPos } from 'prosemirror-model'
import { runOf } from './runs.ts'

/** What is read around a position; `at` is the offset in `text` that the position has. */
export interface Around {
  readonly text: string
  readonly at: number
}

/**
 * What is read in a text block from `reach` characters before a position to `reach` behind it, and at most a text node more,
 * without what is struck out; U+FFFC for what is no text. Looks at no more of the block than that.
 */
export function visibleAround($pos: ResolvedPos, reach: number): Around {
  const { parent, textOffset } = $pos
  const index = $pos.index()
  let before = ''
  for (let at = index - 1; at >= 0 && before.length < reach; at--)
    before = visibleIn(parent, at) + before
  let behind = ''
  for (let at = index; at < parent.childCount && behind.length < reach + textOffset; at++)
    behind += visibleIn(parent, at)
  const isStruck = textOffset > 0 && runOf(parent.child(index), 0).kind === 'struck'
  return { text: before + behind, at: before.length + (isStruck ? 0 : textOffset) }
}

function visibleIn(block: Node, index: number): string {
  const run = runOf(block.child(index), 0)
  if (run.kind === 'atom') return '\uFFFC'
  return run.kind === 'struck' ? '' : run.text
}
