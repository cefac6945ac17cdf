import type { Mark } from 'prosemirror-model'
import type { CanonicalText } from '../../../shared/letter/canonical.ts'
import type { Insertion } from '../../../shared/letter/place.ts'
import { machinePosition, machineSelection } from '../../../shared/letter/positions.ts'
import { read } from '../../../shared/letter/read.ts'
import type { CorrectionDecision, RefusalRecord } from '../../../shared/letter/records.ts'
import { idOf, letterSchema, spanTable } from '../../../shared/letter/schema.ts'
import { canTakeUp } from '../../../shared/translate/can-take-up.ts'
import { type Judgement, mayDecide } from '../../../shared/translate/verdict.ts'
import { putRefusal } from '../correction/keep-decided.ts'
import { closeGaps, spanIdsIn } from '../correction/keep-spans.ts'
import { takeOut } from '../correction/take-out.ts'
import { type Draft, draftRecords, putRecord } from '../draft.ts'
import { decisionOf, type EditorContext } from '../editor-context.ts'
import { markedRange } from '../text/spans.ts'

const { deletion, insertion } = letterSchema.marks

/**
 * Says what a second reader finds of a correction, with the words it puts in: accepted or disputed it stays, refused it leaves the
 * text and is kept whole. Gives false, with nothing done, to who proposed it, and where the same was said last by the same person.
 */
export function decide(
  draft: Draft,
  context: EditorContext,
  id: string,
  verdict: Judgement,
  why = '',
): boolean {
  const record = draftRecords(draft).corrections[id]
  if (!record || !mayDecide(record, context.author())) return false
  const decision: CorrectionDecision = { verdict, ...decisionOf(context), ...(why && { why }) }
  const last = record.history?.at(-1)
  if (last?.verdict === verdict && last.by === decision.by && last.why === decision.why)
    return false
  const anchor = textOf(draft, context).anchors.corrections[id] ?? { deleted: [], inserted: [] }
  if (verdict === 'refused') {
    takeOut(draft, id)
    putRefusal(draft, record, anchor, decision)
    return true
  }
  const after = anchor.inserted.map(({ text }) => text).join('')
  const history = [...(record.history ?? []), { ...decision, after }]
  putRecord(draft, 'corrections', id, { ...record, history })
  return true
}

/** Puts a refused correction back, proposed by who does it. Gives false, with nothing done, where its place is not as it was: see `canTakeUp`. */
export function takeUpAgain(draft: Draft, context: EditorContext, id: string): boolean {
  const { refusals, corrections } = draftRecords(draft)
  const refusal = refusals[id]
  if (!refusal || corrections[id] || !canTakeUp(textOf(draft, context), refusal)) return false
  putBack(draft, refusal)
  const { correction } = refusal
  const after = refusal.inserted.map(({ text }) => text).join('')
  const proposed: CorrectionDecision = { verdict: 'proposed', ...decisionOf(context), after }
  const history = [...(correction.history ?? []), proposed]
  putRecord(draft, 'corrections', id, { ...correction, id, history })
  putRecord(draft, 'refusals', id, null)
  return true
}

function textOf(draft: Draft, context: EditorContext): CanonicalText {
  return read(draft.tr.doc, context.machine, draftRecords(draft))
}

function putBack(draft: Draft, { id, deleted, inserted }: RefusalRecord): void {
  const { tr } = draft
  const records = draftRecords(draft)
  for (const range of deleted) {
    const found = machineSelection(tr.doc, records, range)
    if (found) tr.addMark(found.from, found.to, deletion.create({ id }))
  }
  for (const one of inserted.toReversed()) putText(draft, id, one)
  const range = markedRange(tr.doc, ['deletion', 'insertion'], id)
  if (range)
    closeGaps(tr, tr.doc.resolve(range.from).before(), spanIdsIn(tr.doc, range.from, range.to))
}

function putText(draft: Draft, id: string, { block, offset, text }: Insertion): void {
  const { tr } = draft
  const records = draftRecords(draft)
  const before = machinePosition(tr.doc, records, block, Math.max(0, offset - 1))
  if (before === null) return
  const pos = offset > 0 ? before + 1 : before
  const marks = insertion.create({ id }).addToSet(spansAt(draft, pos, id))
  tr.insert(pos, letterSchema.text(text, marks))
}

// What was tagged with the struck words is tagged with those in their place; else what goes on over the place.
function spansAt(draft: Draft, pos: number, id: string): readonly Mark[] {
  const { nodeBefore, nodeAfter } = draft.tr.doc.resolve(pos)
  const before = nodeBefore?.marks.filter((mark) => spanTable(mark) !== null) ?? []
  const isOwn = nodeBefore?.marks.some((mark) => mark.type === deletion && idOf(mark) === id)
  return isOwn ? before : before.filter((mark) => nodeAfter && mark.isInSet(nodeAfter.marks))
}
