import type { Node } from 'prosemirror-model'
import type { MachineRange } from '../../../shared/letter/place.ts'
import { machineSelection } from '../../../shared/letter/positions.ts'
import type { Records } from '../../../shared/letter/records.ts'
import { type Stretch, stretchesIn } from './runs.ts'
import { type DocRange, markedRange } from './spans.ts'
import { visibleText } from './visible-text.ts'
import { withNeighbours } from './with-neighbours.ts'

/**
 * The corrections that make of some machine words just `text`: their ids, none where the words read otherwise, or where a
 * correction that has part in it strikes or puts in more than white space beside them.
 */
export function correctionsMaking(
  doc: Node,
  records: Records,
  range: MachineRange,
  text: string,
): readonly string[] {
  const place = machineSelection(doc, records, range)
  if (!place) return []
  const $from = doc.resolve(place.from)
  if (!$from.parent.isTextblock || place.to > $from.end()) return []
  const stretch = stretchesIn($from.parent, $from.start(), place.from, place.to)[0]
  if (!stretch) return []
  const made = edges(place, withNeighbours(stretch, place)).find(
    (one) => readIn(stretch, one) === text,
  )
  if (!made) return []
  const parts = stretch.runs.filter(({ from, to }) => from < made.to && to > made.from)
  const ids = [...new Set(parts.flatMap(({ corrections }) => corrections))]
  return ids.every((id) => isWithin(doc, id, made)) ? ids : []
}

// What was put in at an end of the words may belong to them or to what stands beside them.
function edges(inner: DocRange, outer: DocRange): readonly DocRange[] {
  return [outer, { from: inner.from, to: outer.to }, { from: outer.from, to: inner.to }, inner]
}

function readIn(stretch: Stretch, { from, to }: DocRange): string {
  const visible = visibleText(stretch)
  return visible.text.slice(visible.offsetOf(from), visible.offsetOf(to))
}

function isWithin(doc: Node, id: string, { from, to }: DocRange): boolean {
  const whole = markedRange(doc, ['deletion', 'insertion'], id)
  if (!whole) return false
  const isBlank = (start: number, end: number) =>
    start >= end || doc.textBetween(start, end, '', '\uFFFC').trim() === ''
  return isBlank(whole.from, from) && isBlank(to, whole.to)
}
