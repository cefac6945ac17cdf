import type { CalloutRecord } from '../../../shared/letter/records.ts'
import { idOf, letterSchema, spanTable } from '../../../shared/letter/schema.ts'
import { stretchesBetween } from '../correction/correct.ts'
import { type Draft, draftRecords, putRecord } from '../draft.ts'
import { decisionOf, type EditorContext } from '../editor-context.ts'
import { markedRange, nodeRange, rangeToTag } from '../text/spans.ts'

const { deletion, passage, printedCallout } = letterSchema.marks

/**
 * Puts the callout of a note at a document position. A callout that an editor set moves there; of a printed one the
 * characters are struck, by a correction of category `reference` made in the same action.
 */
export function linkNoteAt(
  draft: Draft,
  context: EditorContext,
  note: string,
  at: number,
): boolean {
  const { tr } = draft
  const records = draftRecords(draft)
  if (!records.notes[note]) return false
  const $at = tr.doc.resolve(at)
  if (!$at.parent.isTextblock || $at.parent.type.name === 'separator') return false
  const old = Object.values(records.callouts).find(
    (one) => one.role === 'callout' && one.note === note,
  )
  return setCallout(draft, context, { id: old?.id ?? context.newId('c'), note, at })
}

/** Moves a callout, printed or set by an editor, to a document position; its note stays the same. */
export function moveCallout(draft: Draft, context: EditorContext, id: string, at: number): boolean {
  const record = draftRecords(draft).callouts[id]
  const $at = draft.tr.doc.resolve(at)
  if (record?.role !== 'callout' || !$at.parent.isTextblock) return false
  return setCallout(draft, context, { id, note: record.note, at })
}

function setCallout(
  draft: Draft,
  context: EditorContext,
  { id, note, at }: { readonly id: string; readonly note: string | null; readonly at: number },
): boolean {
  const { tr } = draft
  const begun = tr.steps.length
  const place = behindCorrection(draft, at)
  const atom = nodeRange(tr.doc, 'callout', id)
  if (atom && (place === atom.from || place === atom.to)) return false
  if (atom) tr.delete(atom.from, atom.to)
  else strikePrinted(draft, context, id)
  const pos = tr.mapping.slice(begun).map(place)
  const marks = tr.doc
    .resolve(pos)
    .marks()
    .filter((mark) => spanTable(mark) !== null)
  const after = tr.doc.resolve(pos).nodeAfter
  const shared = marks.filter((mark) => after && mark.isInSet(after.marks))
  tr.insert(pos, letterSchema.nodes.callout.create({ id }, null, shared))
  const record: CalloutRecord = { id, role: 'callout', note, confidence: 1, ...decisionOf(context) }
  putRecord(draft, 'callouts', id, record)
  return true
}

function strikePrinted(draft: Draft, context: EditorContext, callout: string): void {
  const { tr } = draft
  const range = markedRange(tr.doc, ['printedCallout'], callout)
  if (!range) return
  const id = context.newId('k')
  const pieces: { from: number; to: number }[] = []
  tr.doc.nodesBetween(range.from, range.to, (node, pos) => {
    if (node.marks.some((mark) => mark.type === printedCallout && idOf(mark) === callout))
      pieces.push({ from: pos, to: pos + node.nodeSize })
  })
  for (const { from, to } of pieces) tr.addMark(from, to, deletion.create({ id }))
  tr.removeMark(range.from, range.to, printedCallout.create({ id: callout }))
  putRecord(draft, 'corrections', id, {
    id,
    category: 'reference',
    severity: 'minor',
    cert: 'high',
    ...decisionOf(context),
  })
}

// A callout never stands between struck text and what was put in its place, nor inside either.
function behindCorrection(draft: Draft, pos: number): number {
  const stretch = stretchesBetween(draft, pos, pos)[0]
  if (!stretch) return pos
  let place = pos
  let ids: readonly string[] = []
  for (const run of stretch.runs) {
    const inside = run.kind !== 'machine' && run.from < place && run.to > place
    const parted =
      run.kind === 'inserted' &&
      run.from === place &&
      run.corrections.some((id) => ids.includes(id))
    if (inside || parted) place = run.to
    ids = run.to === place || inside ? run.corrections : []
  }
  return place
}

/** Takes away a callout that an editor set, at a document position, with its record. */
export function removeCallout(draft: Draft, pos: number): boolean {
  const node = draft.tr.doc.nodeAt(pos)
  if (node?.type.name !== 'callout') return false
  draft.tr.delete(pos, pos + 1).scrollIntoView()
  putRecord(draft, 'callouts', idOf(node), null)
  return true
}

/** Says which note a callout belongs to; null says none that is known. */
export function linkCallout(
  draft: Draft,
  context: EditorContext,
  id: string,
  note: string | null,
): boolean {
  const old = draftRecords(draft).callouts[id]
  if (!old) return false
  const record: CalloutRecord = { id, role: old.role, note, confidence: 1, ...decisionOf(context) }
  putRecord(draft, 'callouts', id, record)
  return true
}

/** Makes the selection, or the word at the cursor, the passage that a note is about, in place of the one it had. */
export function setPassage(draft: Draft, context: EditorContext, note: string): boolean {
  const range = rangeToTag(draft.tr)
  const records = draftRecords(draft)
  if (!range || !records.notes[note]) return false
  for (const old of Object.values(records.passages))
    if (old.note === note) removePassage(draft, old.id)
  const id = context.newId('p')
  draft.tr.addMark(range.from, range.to, passage.create({ id }))
  putRecord(draft, 'passages', id, { id, note, ...decisionOf(context) })
  return true
}

/** Takes a passage away, with its record. */
export function removePassage(draft: Draft, id: string): boolean {
  if (!draftRecords(draft).passages[id]) return false
  const range = markedRange(draft.tr.doc, ['passage'], id)
  if (range) draft.tr.removeMark(range.from, range.to, passage.create({ id }))
  putRecord(draft, 'passages', id, null)
  return true
}

/** Gives a note the number it has in the print, where the machine lost it or read another; gives whether it became another. */
export function numberNote(draft: Draft, id: string, n: string): boolean {
  const old = draftRecords(draft).notes[id]
  const number = n.trim()
  if (!old || number === '' || old.n === number) return false
  putRecord(draft, 'notes', id, { ...old, n: number })
  return true
}
