import type { MachineRange } from '../../../shared/letter/place.ts'
import type {
  Category,
  Certainty,
  CorrectionRecord,
  Severity,
} from '../../../shared/letter/records.ts'
import { keepDecided } from '../correction/keep-decided.ts'
import { takeOut } from '../correction/take-out.ts'
import { type Draft, draftRecords, putRecord } from '../draft.ts'
import type { EditorContext } from '../editor-context.ts'

/** What can be said about a correction; an empty reason and `null` take a value away. */
export interface CorrectionChange {
  readonly category?: Category
  readonly severity?: Severity
  readonly cert?: Certainty
  readonly reason?: string
  readonly evidence?: MachineRange | null
}

/** Changes what is said about a correction; a category that a person chooses is no longer a guess. Gives false where it says the same already. */
export function changeCorrection(draft: Draft, id: string, change: CorrectionChange): boolean {
  const old = draftRecords(draft).corrections[id]
  if (!old) return false
  const { guessed, reason: oldReason, evidence: oldEvidence, ...rest } = old
  const reason = change.reason ?? oldReason
  const evidence = change.evidence === undefined ? oldEvidence : change.evidence
  const record: CorrectionRecord = {
    ...rest,
    ...(change.category && { category: change.category }),
    ...(change.severity && { severity: change.severity }),
    ...(change.cert && { cert: change.cert }),
    ...(reason && { reason }),
    ...(evidence && { evidence }),
    ...(guessed && !change.category && { guessed }),
  }
  if (isSame(record, old)) return false
  putRecord(draft, 'corrections', id, record)
  return true
}

function isSame(a: CorrectionRecord, b: CorrectionRecord): boolean {
  return (
    a.category === b.category &&
    a.severity === b.severity &&
    a.cert === b.cert &&
    a.reason === b.reason &&
    a.guessed === b.guessed &&
    a.evidence?.block === b.evidence?.block &&
    a.evidence?.from === b.evidence?.from &&
    a.evidence?.to === b.evidence?.to
  )
}

/** Takes a correction back: what it put in goes, what it struck stands again. One that was decided or is somebody else's is kept as refused. */
export function revertCorrection(draft: Draft, context: EditorContext, id: string): boolean {
  const before = { doc: draft.tr.doc, records: draftRecords(draft) }
  if (!before.records.corrections[id]) return false
  takeOut(draft, id)
  keepDecided(draft, context, before, [id])
  return true
}
