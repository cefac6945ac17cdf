import { EditorState } from 'prosemirror-state'
import type { Problem } from '../../../shared/check/problem.ts'
import type { CanonicalText } from '../../../shared/letter/canonical.ts'
import type { StepJson } from '../../../shared/letter/journal.ts'
import { project } from '../../../shared/letter/project.ts'
import { read } from '../../../shared/letter/read.ts'
import { draftOf } from '../draft.ts'
import type { EditorContext } from '../editor-context.ts'
import { machineGuardPlugin } from '../plugins/machine-guard.ts'
import { recordsOf, recordsPlugin } from '../plugins/records.ts'
import { segmentStatementsPlugin } from '../plugins/segment-statements.ts'
import { correctPlaces, type GivenFields, type PlaceEdit } from './correct-places.ts'

/** A side after places of it were corrected: the new text, the steps that lead there (for one journal row), and the ids of the corrections that came of it. */
export interface CorrectedSide {
  readonly text: CanonicalText
  readonly steps: readonly StepJson[]
  readonly corrections: readonly string[]
}

/**
 * Corrects places of a side that is open in no editor, exactly as `correctPlaces` does in one; null where nothing is changed by it.
 * Throws a RangeError where the text without its insertions would not be the machine text any more: no steps leave this function then.
 */
export function correctCanonical(
  text: CanonicalText,
  edits: readonly PlaceEdit[],
  fields: GivenFields,
  who: Omit<EditorContext, 'machine'>,
  noticed: readonly Problem[] = [],
): CorrectedSide | null {
  const { machine, records } = text
  const state = EditorState.create({
    doc: project(text),
    plugins: [recordsPlugin(records), machineGuardPlugin(machine), segmentStatementsPlugin()],
  })
  const draft = draftOf(state)
  const corrections = correctPlaces(draft, { ...who, machine }, edits, fields, noticed)
  if (draft.tr.steps.length === 0) return null
  const { state: next, transactions } = state.applyTransaction(draft.tr)
  if (transactions.length === 0) throw new RangeError(`Refused: ${JSON.stringify(draft.tr.steps)}`)
  return {
    text: read(next.doc, machine, recordsOf(next)),
    steps: transactions.flatMap(({ steps }) => steps.map((step) => step.toJSON() as StepJson)),
    corrections,
  }
}
