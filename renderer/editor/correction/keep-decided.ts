import type { Node } from 'prosemirror-model'
import { read } from '../../../shared/letter/read.ts'
import type {
  CorrectionDecision,
  CorrectionRecord,
  Records,
  RefusalRecord,
} from '../../../shared/letter/records.ts'
import { type Draft, draftRecords, putRecord } from '../draft.ts'
import { decisionOf, type EditorContext } from '../editor-context.ts'

type Place = Pick<RefusalRecord, 'deleted' | 'inserted'>

/** Document and records before a part of an action. */
export interface Before {
  readonly doc: Node
  readonly records: Records
}

/** Whether a correction may not simply go: somebody has said something of it, or it was made by somebody else. */
export function isKept(record: CorrectionRecord, author: string): boolean {
  return (record.history?.length ?? 0) > 0 || record.by !== author
}

/**
 * Keeps the corrections of `ids` that an action has taken out of the text: those that may not simply go become refusals by who
 * took them out, whole and with where they stood before, so that what was ever said of a correction is never lost.
 */
export function keepDecided(
  draft: Draft,
  context: EditorContext,
  before: Before,
  ids: readonly string[],
): void {
  const now = draftRecords(draft)
  const gone = ids.filter((id) => {
    const record = before.records.corrections[id]
    const isGone = !now.corrections[id] && !now.refusals[id]
    return record && isGone && isKept(record, context.author())
  })
  if (gone.length === 0) return
  const { anchors } = read(before.doc, context.machine, before.records)
  for (const id of gone) {
    const record = before.records.corrections[id] as CorrectionRecord
    const anchor = anchors.corrections[id] ?? { deleted: [], inserted: [] }
    const decided = asDecided(record, anchor)
    putRefusal(draft, record, decided, { verdict: 'refused', ...decisionOf(context) })
  }
}

// Who takes words away goes letter by letter: what goes with the last of them are the words before the first.
function asDecided(record: CorrectionRecord, anchor: Place): Place {
  const text = record.history?.findLast(({ after }) => after !== undefined)?.after
  const [struck, ...more] = anchor.deleted
  const own = anchor.inserted[0] ?? (struck && { block: struck.block, offset: struck.to, order: 0 })
  if (text === undefined || !own || more.length > 0 || anchor.inserted.length > 1) return anchor
  return { ...anchor, inserted: text === '' ? [] : [{ ...own, text }] }
}

/** Keeps a correction among the refusals: what it was, where it stood, and the refusal, with the words it had put in, last in its history. */
export function putRefusal(
  draft: Draft,
  record: CorrectionRecord,
  anchor: Place,
  refusal: CorrectionDecision,
): void {
  const { id, ...rest } = record
  const { deleted, inserted } = anchor
  const after = inserted.map(({ text }) => text).join('')
  const history = [...(record.history ?? []), { ...refusal, after }]
  putRecord(draft, 'refusals', id, { id, correction: { ...rest, history }, deleted, inserted })
}
