import type { Mark, Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { idOf } from '../../../shared/letter/schema.ts'
import { type Draft, putRecord } from '../draft.ts'

/** The marks of mentions and passages on the text between two document positions. */
export function spanIdsIn(doc: Node, from: number, to: number): readonly Mark[] {
  const found: Mark[] = []
  doc.nodesBetween(from, to, (node) => {
    for (const mark of node.marks) if (isSpan(mark) && !mark.isInSet(found)) found.push(mark)
  })
  return found
}

/** Makes each of the spans contiguous again in the text block at `pos`: a mention or passage never has a hole. */
export function closeGaps(tr: Transaction, pos: number, spans: readonly Mark[]): void {
  const block = tr.doc.nodeAt(pos) as Node
  for (const mark of spans) {
    let from = -1
    let to = -1
    let covered = 0
    block.forEach((node, offset) => {
      if (!node.isText || !mark.isInSet(node.marks)) return
      if (from < 0) from = offset
      to = offset + node.nodeSize
      covered += node.nodeSize
    })
    if (from < 0) continue
    if (covered < to - from) tr.addMark(pos + 1 + from, pos + 1 + to, mark)
  }
}

/** Removes the records (and marks left on atoms) of the spans that stand on no text any more. */
export function dropOrphans(draft: Draft, pos: number, spans: readonly Mark[]): void {
  const { tr } = draft
  for (const mark of spans) {
    if (isOnText(tr.doc.nodeAt(pos) as Node, mark) || isOnText(tr.doc, mark)) continue
    tr.doc.descendants((node, at) => {
      if (mark.isInSet(node.marks)) tr.removeMark(at, at + node.nodeSize, mark)
    })
    putRecord(draft, mark.type.name === 'mention' ? 'mentions' : 'passages', idOf(mark), null)
  }
}

function isOnText(parent: Node, mark: Mark): boolean {
  let found = false
  parent.descendants((node) => {
    if (!found && node.isText && mark.isInSet(node.marks)) found = true
    return !found
  })
  return found
}

function isSpan(mark: Mark): boolean {
  return mark.type.name === 'mention' || mark.type.name === 'passage'
}
