import type { Category, CorrectionRecord, Severity } from '../../../shared/letter/records.ts'
import { idOf, letterSchema } from '../../../shared/letter/schema.ts'
import { dropOrphans, spanIdsIn } from '../correction/keep-spans.ts'
import { type Draft, draftRecords, putRecord } from '../draft.ts'
import { markedRange } from '../text/spans.ts'

const { deletion, insertion } = letterSchema.marks

/** Changes what is said about a correction; a category that a person chooses is no longer a guess. */
export function changeCorrection(
  draft: Draft,
  id: string,
  change: { category?: Category; severity?: Severity; reason?: string },
): boolean {
  const old = draftRecords(draft).corrections[id]
  if (!old) return false
  const { guessed, reason: oldReason, ...rest } = old
  const reason = change.reason ?? oldReason
  const record: CorrectionRecord = {
    ...rest,
    ...(change.category && { category: change.category }),
    ...(change.severity && { severity: change.severity }),
    ...(reason && { reason }),
    ...(guessed && !change.category && { guessed }),
  }
  putRecord(draft, 'corrections', id, record)
  return true
}

/** Takes a correction back: what it put in goes, what it struck stands again. */
export function revertCorrection(draft: Draft, id: string): boolean {
  const { tr } = draft
  if (!draftRecords(draft).corrections[id]) return false
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
  return true
}
