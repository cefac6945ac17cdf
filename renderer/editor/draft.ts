import type { EditorState, Transaction } from 'prosemirror-state'
import type { Records, RecordTable } from '../../shared/letter/records.ts'
import { applyRecordStep, setRecord } from '../../shared/letter/set-record-step.ts'
import { recordsOf } from './plugins/records.ts'

/** An action in the making: the transaction, and the records it started from. */
export interface Draft {
  readonly tr: Transaction
  readonly base: Records
}

/** Begins an action on a state. */
export function draftOf(state: EditorState): Draft {
  return { tr: state.tr, base: recordsOf(state) }
}

/** The records as they will be after the steps that the action has so far. */
export function draftRecords(draft: Draft): Records {
  return draft.tr.steps.reduce(applyRecordStep, draft.base)
}

/** Sets a record as part of the action, or removes it with null; does nothing where there is none to remove. */
export function putRecord<T extends RecordTable>(
  draft: Draft,
  table: T,
  id: string,
  value: Records[T][keyof Records[T]] | null,
): void {
  const step = setRecord(draftRecords(draft), table, id, value)
  if (step.value !== null || step.old !== null) draft.tr.step(step)
}
