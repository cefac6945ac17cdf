import type { CanonicalLetter } from '../letter/canonical.ts'
import { SEGMENT_STATES, segmentCounts } from '../translate/segment-states.ts'
import { el, lines, type XmlDraftElement } from '../xml/write-xml.ts'

/** How many segments of a translation are in each state, as a note on the file (TEI P5 2.2.6); nothing where it has no segments. */
export function encodeStates(letter: CanonicalLetter): XmlDraftElement | undefined {
  const counts = segmentCounts(letter)
  if (SEGMENT_STATES.every((state) => counts[state] === 0)) return undefined
  const measures = SEGMENT_STATES.map((state) =>
    el(
      'measure',
      { type: state, unit: 'segment', quantity: `${counts[state]}` },
      `${state}: ${counts[state]}`,
    ),
  )
  return lines('notesStmt', {}, lines('note', { type: 'segment-states' }, measures))
}
