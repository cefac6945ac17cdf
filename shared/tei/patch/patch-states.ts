import { SEGMENT_STATES, type SegmentCounts } from '../../translate/segment-states.ts'
import { sourceAttribute, sourceElements, type XmlSource } from '../../xml/source/source-tree.ts'
import type { TeiUnit } from '../decode/tei-file.ts'
import { type SourceEdit, setAttribute, setText } from './source-edits.ts'

/** Brings the counts of segments that the app wrote into a header up to date; a file without them gets none. */
export function patchStates(xml: XmlSource, unit: TeiUnit, counts: SegmentCounts): SourceEdit[] {
  let found = [unit.tei]
  for (const name of ['teiHeader', 'fileDesc', 'notesStmt', 'note'])
    found = found.flatMap((element) => sourceElements(element, name))
  return found
    .filter((note) => sourceAttribute(note, 'type') === 'segment-states')
    .flatMap((note) => sourceElements(note, 'measure'))
    .flatMap((measure) => {
      const state = SEGMENT_STATES.find((one) => one === sourceAttribute(measure, 'type'))
      if (state === undefined || sourceAttribute(measure, 'unit') !== 'segment') return []
      return [
        ...setAttribute(xml, measure, 'quantity', `${counts[state]}`),
        ...setText(xml, measure, `${state}: ${counts[state]}`),
      ]
    })
}
