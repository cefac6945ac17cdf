import { EditorState } from 'prosemirror-state'
import type { CanonicalText } from '../../../shared/letter/canonical.ts'
import type { StepJson } from '../../../shared/letter/journal.ts'
import { project } from '../../../shared/letter/project.ts'
import { read } from '../../../shared/letter/read.ts'
import { type Draft, draftRecords } from '../draft.ts'
import type { EditorContext } from '../editor-context.ts'
import { correctPlaces, type GivenFields, type PlaceEdit } from './correct-places.ts'

/** A side after places of it were corrected: the new text, the steps that lead there (for one journal row), and the ids of the corrections that came of it. */
export interface CorrectedSide {
  readonly text: CanonicalText
  readonly steps: readonly StepJson[]
  readonly corrections: readonly string[]
}

/**
 * Corrects places of a side that is open in no editor, exactly as typing there would; null where nothing is changed by it.
 * Throws a RangeError where the text without its insertions would not be the machine text any more: no steps leave this function then.
 */
export function correctCanonical(
  text: CanonicalText,
  edits: readonly PlaceEdit[],
  fields: GivenFields,
  who: Omit<EditorContext, 'machine'>,
): CorrectedSide | null {
  const { tr } = EditorState.create({ doc: project(text) })
  const draft: Draft = { tr, base: text.records }
  const corrections = correctPlaces(draft, { ...who, machine: text.machine }, edits, fields)
  if (tr.steps.length === 0) return null
  return {
    text: read(tr.doc, text.machine, draftRecords(draft)),
    steps: tr.steps.map((step) => step.toJSON() as StepJson),
    corrections,
  }
}
