import type { CorrectionRecord } from '../../../shared/letter/records.ts'
import { authorOf, verdictOf } from '../../../shared/translate/verdict.ts'
import { decisionOf, type EditorContext } from '../editor-context.ts'

/** A correction whose words are being changed: one that was decided, or was somebody else's, is proposed anew by who changes it; else the same record. */
export function proposedAgain(record: CorrectionRecord, context: EditorContext): CorrectionRecord {
  if (isOpenTo(record, context.author())) return record
  const history = [
    ...(record.history ?? []),
    { verdict: 'proposed', ...decisionOf(context) } as const,
  ]
  return { ...record, history }
}

/** Whether typing in a correction changes nothing in its history. */
export function isOpenTo(record: CorrectionRecord, author: string): boolean {
  return verdictOf(record) === 'proposed' && authorOf(record) === author
}
