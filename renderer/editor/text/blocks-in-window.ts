import type { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import type { DocRange } from './spans.ts'

const known = new WeakMap<Node, readonly DocRange[]>()

/** The insides of the blocks of text that stand in the window or not farther above and below it than `margin` (CSS pixels), in their order. */
export function blocksInWindow(view: EditorView, margin: number): readonly DocRange[] {
  const blocks = textBlocksOf(view.state.doc)
  const first = firstThat(blocks, (block) => boxOf(view, block).bottom >= -margin)
  const bottom = window.innerHeight + margin
  return blocks.slice(
    first,
    firstThat(blocks, (block) => boxOf(view, block).top > bottom),
  )
}

// All of them, those in notes too; made once for a document.
function textBlocksOf(doc: Node): readonly DocRange[] {
  const made = known.get(doc)
  if (made) return made
  const blocks: DocRange[] = []
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    blocks.push({ from: pos + 1, to: pos + 1 + node.content.size })
    return false
  })
  known.set(doc, blocks)
  return blocks
}

function boxOf(view: EditorView, { from }: DocRange): { top: number; bottom: number } {
  const element = view.nodeDOM(from - 1)
  return element instanceof Element ? element.getBoundingClientRect() : { top: 0, bottom: 0 }
}

// The first for which it holds, as it does for all behind it; their number where it holds for none.
function firstThat(blocks: readonly DocRange[], holds: (block: DocRange) => boolean): number {
  let [no, yes] = [-1, blocks.length]
  while (yes - no > 1) {
    const middle = (no + yes) >> 1
    const block = blocks[middle]
    if (block && holds(block)) yes = middle
    else no = middle
  }
  return yes
}
