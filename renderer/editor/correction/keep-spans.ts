import type { Mark, Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { idOf, spanTable } from '../../../shared/letter/schema.ts'
import { type Draft, putRecord } from '../draft.ts'
import { keepQuery } from './keep-query.ts'

/** The marks of mentions, passages and others' markup on the text between two document positions. */
export function spanIdsIn(doc: Node, from: number, to: number): readonly Mark[] {
  const found: Mark[] = []
  doc.nodesBetween(from, to, (node) => {
    for (const mark of node.marks) if (spanTable(mark) && !mark.isInSet(found)) found.push(mark)
  })
  return found
}

/** Makes each of the spans contiguous again in the text block at `pos`: none of them ever has a hole, nor at a border between two blocks it goes over. */
export function closeGaps(tr: Transaction, pos: number, spans: readonly Mark[]): void {
  for (const mark of spans) {
    const block = tr.doc.nodeAt(pos) as Node
    const stands = extentIn(block, mark)
    if (!stands) continue
    const end = pos + block.nodeSize
    const from = isOnNearestText(tr.doc, pos, -1, mark) ? 0 : stands.from
    const to = isOnNearestText(tr.doc, end, 1, mark) ? block.content.size : stands.to
    if (stands.covered < to - from) tr.addMark(pos + 1 + from, pos + 1 + to, mark)
  }
}

function extentIn(block: Node, mark: Mark) {
  let from = -1
  let to = -1
  let covered = 0
  block.forEach((node, offset) => {
    if (!node.isText || !mark.isInSet(node.marks)) return
    if (from < 0) from = offset
    to = offset + node.nodeSize
    covered += node.nodeSize
  })
  return from < 0 ? null : { from, to, covered }
}

function isOnNearestText(doc: Node, pos: number, direction: -1 | 1, mark: Mark): boolean {
  let nearest: Node | null = null
  const [from, to] = direction < 0 ? [0, pos] : [pos, doc.content.size]
  doc.nodesBetween(from, to, (node, at) => {
    if (at < from || (direction > 0 && nearest)) return !node.isTextblock
    if (node.isTextblock && at + node.nodeSize <= to) {
      const texts = node.children.filter((child) => child.isText)
      nearest = (direction < 0 ? texts.at(-1) : texts[0]) ?? nearest
    }
    return !node.isTextblock
  })
  return nearest !== null && mark.isInSet((nearest as Node).marks)
}

/**
 * Removes the records (and marks left on atoms) of the spans that stand on no text any more; a question that was asked goes on to
 * the words nearest to where it stood.
 */
export function dropOrphans(draft: Draft, pos: number, spans: readonly Mark[]): void {
  const { tr } = draft
  for (const mark of spans) {
    if (isOnText(tr.doc.nodeAt(pos) as Node, mark) || isOnText(tr.doc, mark)) continue
    tr.doc.descendants((node, at) => {
      if (mark.isInSet(node.marks)) tr.removeMark(at, at + node.nodeSize, mark)
    })
    const table = spanTable(mark)
    if (table === 'queries' && keepQuery(tr, mark)) continue
    if (table) putRecord(draft, table, idOf(mark), null)
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
