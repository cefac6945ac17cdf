import type { CanonicalText } from '../letter/canonical.ts'
import type { BlockKind } from '../letter/machine-text.ts'
import type { LinearBlock, LinearText } from './linear-text.ts'
import { positionOf } from './linear-text.ts'

/** An editor's paragraph break: a position and its rank among the points there. */
export interface BreakPoint {
  readonly position: number
  readonly order: number
  readonly id: string
}

/** A paragraph as it is written: one block or several that an editor joined, cut at the editor's breaks. */
export interface Paragraph {
  /** The id of its first block. */
  readonly id: string
  readonly kind: BlockKind
  readonly note: string | undefined
  readonly from: number
  readonly to: number
  readonly breaks: readonly BreakPoint[]
}

/** The paragraphs of a text in order. A join to a block of another note, or to none, is not followed. */
export function paragraphsOf(canonical: CanonicalText, linear: LinearText): Paragraph[] {
  const joined = joinedBlocks(canonical)
  const breaks = breakPoints(canonical, linear)
  const groups: LinearBlock[][] = []
  for (const block of linear.blocks) {
    const before = groups.at(-1)
    const follows = before && before[0]!.block.note === block.block.note
    if (follows && joined.has(block.block.id)) before.push(block)
    else groups.push([block])
  }
  return groups.map((blocks) => {
    const { block, from } = blocks[0]!
    const to = blocks.at(-1)!.to
    const inside = breaks.filter(({ position }) => position >= from && position <= to)
    const kind =
      block.note === undefined ? (canonical.records.kinds[block.id]?.kind ?? block.kind) : 'note'
    return { id: block.id, kind, note: block.note, from, to, breaks: inside }
  })
}

function joinedBlocks(canonical: CanonicalText): Set<string> {
  const joins = Object.values(canonical.records.structure).filter(
    (record) => record.kind === 'join',
  )
  return new Set(joins.map((record) => record.block))
}

function breakPoints(canonical: CanonicalText, linear: LinearText): BreakPoint[] {
  const points: BreakPoint[] = []
  for (const [id, anchor] of Object.entries(canonical.anchors.breaks)) {
    const position = positionOf(linear, anchor.at)
    if (position !== undefined) points.push({ position, order: anchor.order, id })
  }
  return points.sort(
    (a, b) => a.position - b.position || a.order - b.order || (a.id < b.id ? -1 : 1),
  )
}
