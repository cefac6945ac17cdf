import {
  childrenOf,
  type EditElement,
  type EditText,
  insertAt,
  newText,
  removeNode,
} from '../../xml/source/xml-edits.ts'
import { type FlowLeaf, insertedLeaves } from './flow.ts'
import {
  type InsertedPiece,
  insertionKey,
  liveElement,
  type NamedInsertion,
  piecesOfInsertion,
  type SidePatch,
} from './side-patch.ts'

/** Changes the inserted texts of a correction: what is the same at their beginning and end stays, with all markup in it. */
export function changeTexts(patch: SidePatch, id: string): void {
  const before = patch.then.anchors.corrections[id]?.inserted ?? []
  const after = patch.now.anchors.corrections[id]?.inserted ?? []
  before.forEach(({ text }, index) => {
    const insertion = after[index]
    if (insertion && insertion.text !== text)
      changeText(patch, { ...insertion, correction: id, index }, text)
  })
}

function changeText(patch: SidePatch, insertion: NamedInsertion, old: string): void {
  const key = insertionKey(insertion.correction, insertion.index)
  const { head, tail } = sharedEnds(old, insertion.text)
  const end = old.length - tail
  const leaves = cutPieces(patch, insertion, [head, end])
  const fresh = newText(insertion.text.slice(head, insertion.text.length - tail))
  const starts = leaves.map((_, index) =>
    leaves.slice(0, index).reduce((sum, { length }) => sum + length, 0),
  )
  const next = leaves.find((_, index) => starts[index]! >= head)
  const last = leaves.at(-1)
  if (next) putText(next, fresh, true)
  else if (last) putText(last, fresh, false)
  else putInCorr(patch, insertion.correction, fresh)
  const kept: InsertedPiece[] = []
  leaves.forEach((leaf, index) => {
    const at = starts[index]!
    if (at >= head && at + leaf.length <= end && leaf.length > 0) removeNode(leaf.node)
    else kept.push(...asPiece(leaf))
  })
  patch.inserted.set(key, withFresh(kept, fresh, head))
}

// How many code units are the same at the beginning and at the end; never half a character.
function sharedEnds(old: string, text: string): { head: number; tail: number } {
  const most = Math.min(old.length, text.length)
  let head = 0
  while (head < most && old[head] === text[head]) head += 1
  if (/[\uD800-\uDBFF]/.test(text[head - 1] ?? '')) head -= 1
  let tail = 0
  while (tail < most - head && old.at(-1 - tail) === text.at(-1 - tail)) tail += 1
  if (tail > 0 && /[\uDC00-\uDFFF]/.test(text.at(-tail) ?? '')) tail -= 1
  return { head, tail }
}

function putText(leaf: FlowLeaf, fresh: EditText, isBefore: boolean): void {
  const parent = leaf.node.parent as EditElement
  const index = parent.children!.indexOf(leaf.node)
  if (fresh.to > fresh.from) insertAt(parent, isBefore ? index : index + 1, fresh)
}

function putInCorr(patch: SidePatch, id: string, fresh: EditText): void {
  const put = patch.source.corrections.get(id)?.[0]?.put
  if (!put) return
  const live = liveElement(patch.edits, put)
  childrenOf(patch.edits, live)
  insertAt(live, live.children!.length, fresh)
}

function asPiece({ node, length }: FlowLeaf): InsertedPiece[] {
  if (node.type !== 'text') return []
  if (!node.source) return [{ fresh: node }]
  return [{ node: node.source, from: node.from, to: node.to, length }]
}

function withFresh(pieces: readonly InsertedPiece[], fresh: EditText, at: number): InsertedPiece[] {
  if (fresh.to === fresh.from) return [...pieces]
  const all = [...pieces]
  let index = 0
  let length = 0
  for (; index < all.length && length < at; index++) {
    const piece = all[index] as InsertedPiece
    length += 'fresh' in piece ? piece.fresh.to - piece.fresh.from : piece.length
  }
  all.splice(index, 0, { fresh })
  return all
}

function cutPieces(
  patch: SidePatch,
  insertion: NamedInsertion,
  offsets: readonly number[],
): FlowLeaf[] {
  for (const offset of offsets) {
    const pieces = piecesOfInsertion(patch, insertion) ?? []
    let at = 0
    pieces.forEach((piece, index) => {
      const length = 'fresh' in piece ? piece.fresh.to - piece.fresh.from : piece.length
      if (
        !('fresh' in piece) &&
        offset > at &&
        offset < at + length &&
        length === piece.to - piece.from
      ) {
        const middle = piece.from + offset - at
        pieces.splice(
          index,
          1,
          { ...piece, to: middle, length: offset - at },
          { ...piece, from: middle, length: length - (offset - at) },
        )
      }
      at += length
    })
  }
  return insertedLeaves(patch, insertion)
}
