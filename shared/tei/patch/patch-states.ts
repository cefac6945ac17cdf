import {
  SEGMENT_STATES,
  type SegmentCounts,
  type SegmentState,
} from '../../translate/segment-states.ts'
import {
  type SourceElement,
  sourceAttribute,
  sourceElements,
  type XmlSource,
} from '../../xml/source/source-tree.ts'
import type { TeiUnit } from '../decode/tei-file.ts'
import { type SourceEdit, setAttribute, setText } from './source-edits.ts'

/** Whether the header of a letter has counts of segments that the app wrote. */
export function hasStates(unit: TeiUnit): boolean {
  return countsIn(unit).length > 0
}

/** Brings the counts of segments that the app wrote into a header up to date; a file without them gets none. */
export function patchStates(xml: XmlSource, unit: TeiUnit, counts: SegmentCounts): SourceEdit[] {
  return countsIn(unit).flatMap(({ measure, state }) => [
    ...setAttribute(xml, measure, 'quantity', `${counts[state]}`),
    ...setText(xml, measure, `${state}: ${counts[state]}`),
  ])
}

function countsIn({ tei }: TeiUnit): { measure: SourceElement; state: SegmentState }[] {
  let found = [tei]
  for (const name of ['teiHeader', 'fileDesc', 'notesStmt', 'note'])
    found = found.flatMap((element) => sourceElements(element, name))
  return found
    .filter((note) => sourceAttribute(note, 'type') === 'segment-states')
    .flatMap((note) => sourceElements(note, 'measure'))
    .flatMap((measure) => {
      const state = SEGMENT_STATES.find((one) => one === sourceAttribute(measure, 'type'))
      const isCount = state !== undefined && sourceAttribute(measure, 'unit') === 'segment'
      return isCount ? [{ measure, state }] : []
    })
}
