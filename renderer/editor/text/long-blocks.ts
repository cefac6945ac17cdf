import type { Node } from 'prosemirror-model'
import type { Mapping } from 'prosemirror-transform'
import type { DocRange } from './spans.ts'

/** A block of text too long to be seen at once, and the part of it in which small marks are drawn. Document positions. */
export interface LongBlock {
  readonly block: DocRange
  readonly drawn: DocRange
}

/** How many characters make a block long: more than a tall window shows of a column of 75 characters (some 50 lines). */
const LONG = 4000

/** The insides of all long blocks of a document, those in notes too, in their order. */
export function longBlocksOf(doc: Node): readonly DocRange[] {
  const found: DocRange[] = []
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    if (node.content.size > LONG) found.push({ from: pos + 1, to: pos + 1 + node.content.size })
    return false
  })
  return found
}

/** The same blocks and parts in the document after some steps; one that is gone covers nothing. */
export function mapLongBlocks(
  blocks: readonly LongBlock[],
  mapping: Mapping,
): readonly LongBlock[] {
  const moved = ({ from, to }: DocRange) => ({
    from: mapping.map(from, -1),
    to: mapping.map(to, 1),
  })
  return blocks.map(({ block, drawn }) => ({ block: moved(block), drawn: moved(drawn) }))
}

/** Whether a mark is to be drawn: outside of long blocks always, within one where it touches the part that is drawn. */
export function isDrawn(blocks: readonly LongBlock[], { from, to }: DocRange): boolean {
  const within = blocks.find(({ block }) => from >= block.from && to <= block.to)
  return !within || (to >= within.drawn.from && from <= within.drawn.to)
}
