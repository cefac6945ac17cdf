import { setRecord } from '../../../shared/letter/set-record-step.ts'
import type { PairChange } from '../../../shared/translate/pairs/pair-change.ts'
import { type Draft, draftRecords } from '../draft.ts'

/** Sets the pairs of sentences that the changes name, each once; gives whether any became another. */
export function changePairs(draft: Draft, changes: readonly PairChange[]): boolean {
  const begun = draft.tr.steps.length
  const records = draftRecords(draft)
  for (const { id, pair } of changes)
    if (JSON.stringify(records.pairs[id] ?? null) !== JSON.stringify(pair))
      draft.tr.step(setRecord(records, 'pairs', id, pair))
  return draft.tr.steps.length > begun
}
