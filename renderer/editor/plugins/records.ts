import { type EditorState, Plugin, PluginKey } from 'prosemirror-state'
import type { Records } from '../../../shared/letter/records.ts'
import { applyRecordStep } from '../../../shared/letter/set-record-step.ts'

const key = new PluginKey<Records>('records')

/** Holds the records of one side of a letter; they change by `SetRecordStep` alone, so that one history covers text and records. */
export function recordsPlugin(initial: Records): Plugin<Records> {
  return new Plugin<Records>({
    key,
    state: {
      init: () => initial,
      apply: (tr, records) => tr.steps.reduce(applyRecordStep, records),
    },
  })
}

/** The records of an editor's state. */
export function recordsOf(state: EditorState): Records {
  return key.getState(state) as Records
}
