import { TextSelection } from 'prosemirror-state'
import { idOf, letterSchema } from '../../../shared/letter/schema.ts'
import { correct, stretchesBetween } from '../correction/correct.ts'
import { type Draft, draftRecords, putRecord } from '../draft.ts'
import { decisionOf, type EditorContext } from '../editor-context.ts'

/** Sets an editor's paragraph break at the cursor, in place of the selection. */
export function breakParagraph(draft: Draft, context: EditorContext): boolean {
  const { tr } = draft
  if (!tr.selection.empty)
    correct(draft, context, { from: tr.selection.from, to: tr.selection.to, text: '' })
  const pos = outsideCorrection(draft, tr.selection.from)
  const $pos = tr.doc.resolve(pos)
  if (!$pos.parent.isTextblock || $pos.parent.type.name === 'separator') return false
  const id = context.newId('b')
  tr.split(pos, 1, [{ type: $pos.parent.type, attrs: { id } }])
  putRecord(draft, 'structure', id, { id, kind: 'break', ...decisionOf(context) })
  tr.setSelection(TextSelection.create(tr.doc, pos + 2)).scrollIntoView()
  return true
}

/**
 * At the beginning (-1) or end (1) of a block: takes back an editor's break there, or joins two printed blocks of one
 * parent by an editor's join. Gives whether there was anything to do.
 */
export function mergeBlocks(draft: Draft, context: EditorContext, direction: -1 | 1): boolean {
  const { tr } = draft
  const { $from } = tr.selection
  const border = direction < 0 ? $from.before() : $from.after()
  const $border = tr.doc.resolve(border)
  const [first, second] = [$border.nodeBefore, $border.nodeAfter]
  if (!first?.isTextblock || !second?.isTextblock) return false
  const id = idOf(second)
  if (draftRecords(draft).structure[id]?.kind === 'break') {
    tr.join(border)
    putRecord(draft, 'structure', id, null)
    tr.setSelection(TextSelection.create(tr.doc, border - 1)).scrollIntoView()
    return true
  }
  if (first.type.name === 'separator' || second.type.name === 'separator') return false
  const join = context.newId('j')
  tr.join(border).insert(border - 1, letterSchema.nodes.join.create({ id: join }))
  putRecord(draft, 'structure', join, { id: join, kind: 'join', block: id, ...decisionOf(context) })
  tr.setSelection(
    TextSelection.create(tr.doc, direction < 0 ? border : border - 1),
  ).scrollIntoView()
  return true
}

/** Takes back the editor's join at a document position: the printed block begins again there. */
export function takeBackJoin(draft: Draft, context: EditorContext, pos: number): boolean {
  const { tr } = draft
  const node = tr.doc.nodeAt(pos)
  if (node?.type.name !== 'join') return false
  const records = draftRecords(draft)
  const record = records.structure[idOf(node)]
  if (record?.kind !== 'join') return false
  const printed = context.machine.blocks.find((block) => block.id === record.block)
  const kind = records.kinds[record.block]?.kind ?? printed?.kind ?? 'paragraph'
  const type = letterSchema.nodes[kind === 'note' ? 'paragraph' : kind]
  tr.delete(pos, pos + 1).split(pos, 1, [{ type, attrs: { id: record.block } }])
  putRecord(draft, 'structure', record.id, null)
  tr.setSelection(TextSelection.create(tr.doc, pos + 2)).scrollIntoView()
  return true
}

/** A position that parts no struck text from the text put in its place: before both where it lay between or inside. */
function outsideCorrection(draft: Draft, pos: number): number {
  const stretch = stretchesBetween(draft, pos, pos)[0]
  const inside = stretch?.runs.find(
    (run) => run.kind === 'struck' && run.from < pos && run.to >= pos,
  )
  if (!stretch || !inside) return pos
  const next = stretch.runs.find((run) => run.from === inside.to && run.kind === 'inserted')
  const isOne = next?.corrections.some((id) => inside.corrections.includes(id)) ?? false
  if (!isOne) return pos
  const first = stretch.runs.find((run) =>
    run.corrections.some((id) => inside.corrections.includes(id)),
  )
  return first?.from ?? pos
}
