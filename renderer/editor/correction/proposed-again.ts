import type { CorrectionDecision, CorrectionRecord } from '../../../shared/letter/records.ts'
import { authorOf, verdictOf } from '../../../shared/translate/verdict.ts'
import { decisionOf, type EditorContext } from '../editor-context.ts'

/**
 * A correction whose words are being changed: one that was decided, or was somebody else's, is proposed anew by who changes it; else
 * the same record. `words` are those it put in until now: where the history does not have them they are said first, as their author's.
 */
export function proposedAgain(
  record: CorrectionRecord,
  context: EditorContext,
  words: string,
): CorrectionRecord {
  if (isOpenTo(record, context.author())) return record
  const known = record.history ?? []
  const at = known.at(-1)?.at ?? record.at
  const isUnsaid = verdictOf(record) === 'proposed' && known.at(-1)?.after === undefined
  const history: readonly CorrectionDecision[] = [
    ...known,
    ...(isUnsaid ? [{ verdict: 'proposed' as const, by: authorOf(record), at, after: words }] : []),
    { verdict: 'proposed', ...decisionOf(context) },
  ]
  return { ...record, history }
}

/** Whether typing in a correction changes nothing in its history. */
export function isOpenTo(record: CorrectionRecord, author: string): boolean {
  return verdictOf(record) === 'proposed' && authorOf(record) === author
}
