import type { Node } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import type { CanonicalText } from './canonical.ts'
import { project } from './project.ts'
import { read } from './read.ts'
import type { Records } from './records.ts'
import { letterSchema } from './schema.ts'
import { applyRecordStep } from './set-record-step.ts'

/** A step as a journal row keeps it: plain JSON of a ProseMirror step or of a `SetRecordStep`. */
export type StepJson = Readonly<Record<string, unknown>>

/** A document with its records: what the editor holds of one side. */
export interface TextState {
  readonly doc: Node
  readonly records: Records
}

/** The state after the steps. Throws a RangeError naming the step that does not apply. */
export function applySteps(state: TextState, steps: readonly StepJson[]): TextState {
  return steps.reduce((now, json) => {
    const step = Step.fromJSON(letterSchema, json)
    const result = step.apply(now.doc)
    if (!result.doc)
      throw new RangeError(`A step does not apply: ${result.failed} ${JSON.stringify(json)}`)
    return { doc: result.doc, records: applyRecordStep(now.records, step) }
  }, state)
}

/** Snapshot + journal = state: the canonical text after all rows. Throws a RangeError where a row does not apply or the machine text would change. */
export function replay(text: CanonicalText, rows: readonly (readonly StepJson[])[]): CanonicalText {
  const start: TextState = { doc: project(text), records: text.records }
  const end = rows.reduce(applySteps, start)
  return read(end.doc, text.machine, end.records)
}
