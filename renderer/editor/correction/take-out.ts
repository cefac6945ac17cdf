import { idOf, letterSchema } from '../../../shared/letter/schema.ts'
import { type Draft, putRecord } from '../draft.ts'
import { markedRange } from '../text/spans.ts'
import { dropOrphans, spanIdsIn } from './keep-spans.ts'

const { deletion, insertion } = letterSchema.marks

/** Takes a correction with its record out of the text: what it put in goes, what it struck stands again. */
export function takeOut(draft: Draft, id: string): void {
  const { tr } = draft
  const range = markedRange(tr.doc, ['deletion', 'insertion'], id)
  if (range) {
    const inserted: { from: number; to: number }[] = []
    tr.doc.nodesBetween(range.from, range.to, (node, pos) => {
      if (node.marks.some((mark) => mark.type === insertion && idOf(mark) === id))
        inserted.push({ from: pos, to: pos + node.nodeSize })
    })
    const spans = inserted.flatMap(({ from, to }) => spanIdsIn(tr.doc, from, to))
    const block = tr.doc.resolve(range.from).before()
    tr.removeMark(range.from, range.to, deletion.create({ id }))
    for (const { from, to } of inserted.toReversed()) tr.delete(from, to)
    dropOrphans(draft, block, spans)
  }
  putRecord(draft, 'corrections', id, null)
}
