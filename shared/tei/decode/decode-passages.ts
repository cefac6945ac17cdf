import type { Place, Span } from '../../letter/place.ts'
import {
  type SourceElement,
  sourceAttribute,
  sourceElements,
} from '../../xml/source/source-tree.ts'
import { addSpannedMention } from './decode-inline.ts'
import { teiName } from './element-kinds.ts'
import { pointers } from './find-notes.ts'
import { newId, type SideReader } from './side-reader.ts'

/** Reads what stands outside the text and points into it with `from` and `to`: mentions and segments that cross other markup. */
export function readSpans(reader: SideReader): void {
  for (const off of sourceElements(reader.unit.tei, 'standOff'))
    for (const group of sourceElements(off, 'spanGrp')) {
      const type = sourceAttribute(group, 'type')
      for (const span of sourceElements(group, 'span')) {
        const place = placeOfSpan(reader, span)
        if (!place) continue
        if (type === 'mentions') addSpannedMention(reader, span, place)
        else reader.found.places.set(span, place)
      }
    }
}

function placeOfSpan(reader: SideReader, span: SourceElement): Span | null {
  const from = placeOf(reader, pointers(span, 'from')[0])
  const to = placeOf(reader, pointers(span, 'to')[0])
  if (!from || !to || isSame(from.from, to.to)) return null
  return { from: from.from, to: to.to }
}

function placeOf(reader: SideReader, id: string | undefined): Span | undefined {
  const element = id === undefined ? undefined : reader.file.ids.get(id)
  return element && reader.found.places.get(element)
}

function isSame(a: Place, b: Place): boolean {
  return (
    a.block === b.block &&
    a.offset === b.offset &&
    a.into?.order === b.into?.order &&
    a.into?.inner === b.into?.inner
  )
}

/** Reads the passages that the notes of a side are about: from `target` to `targetEnd`, or what stands in the target. */
export function readPassages(reader: SideReader): void {
  const callouts = new Set([...reader.found.callouts.values()].flat())
  for (const [element, note] of reader.noteIds) {
    const ends = pointers(element, 'targetEnd')
    pointers(element).forEach((id, index) => {
      const start = placeOf(reader, id)
      const end = ends.length === 0 ? start : placeOf(reader, ends[index] ?? ends.at(-1))
      if (!start || !end || isCallout(reader, id, callouts)) return
      const span = { from: start.from, to: end.to }
      if (isSame(span.from, span.to)) return
      const passage = passageId(reader, id)
      reader.records.passages[passage] = { id: passage, note, by: 'source', at: '' }
      reader.anchors.passages[passage] = span
      reader.found.passages.set(passage, element)
    })
  }
}

function isCallout(reader: SideReader, id: string, callouts: ReadonlySet<SourceElement>): boolean {
  const element = reader.file.ids.get(id)
  if (!element) return false
  const name = teiName(element)
  if (name !== 'ref' && name !== 'ptr' && name !== 'anchor') return false
  return callouts.has(element)
}

// The app's own anchors are named after the passage.
function passageId(reader: SideReader, anchor: string): string {
  const { passages } = reader.records
  const start = `${reader.unit.id}-${reader.side === 'original' ? 'o-' : ''}`
  const key = anchor.startsWith(start) ? anchor.slice(start.length).replace(/-start$/, '') : ''
  const isOwn = reader.unit.isOwn && /^[A-Za-z][A-Za-z0-9_-]*$/.test(key)
  return isOwn && !(key in passages) ? key : newId(reader, 'p', passages)
}
