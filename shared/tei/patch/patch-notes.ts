import type { CalloutAnchor } from '../../letter/canonical.ts'
import type { Place } from '../../letter/place.ts'
import type { CalloutRecord } from '../../letter/records.ts'
import { type SourceElement, sourceAttribute } from '../../xml/source/source-tree.ts'
import {
  attributeNow,
  type EditElement,
  freshId,
  idOfElement,
  newElement,
  removeNode,
  setAttribute,
} from '../../xml/source/xml-edits.ts'
import { certaintyOf } from '../certainty.ts'
import { pointers } from '../decode/find-notes.ts'
import { addApart } from './apart.ts'
import { isAtPlace, isInside, machineLeaves, neighbours } from './flow.ts'
import { addAnchors, removeAnchors, takeAway } from './patch-mentions.ts'
import { insertPoint, wrapInPieces } from './place-markup.ts'
import { isSame } from './same.ts'
import {
  CannotPatch,
  isInDocument,
  isStillThere,
  liveElement,
  respOf,
  type SidePatch,
} from './side-patch.ts'

/** Brings notes, their callouts and their passages up to date. */
export function patchNotes(patch: SidePatch): void {
  patchNumbers(patch)
  patchCallouts(patch)
  patchPassages(patch)
}

function patchNumbers(patch: SidePatch): void {
  const { then, now, source, edits } = patch
  for (const [id, record] of Object.entries(now.records.notes)) {
    const element = source.notes.get(id)?.[0]
    if (!element) {
      const attributes = {
        'xml:id': freshId(edits, `${patch.unit.id}-${id}`),
        n: record.n ?? undefined,
      }
      const note = newElement('note', attributes)
      addApart(patch, 'listAnnotation', 'footnotes', note)
      patch.addedNotes.set(id, note)
    } else if (then.records.notes[id]?.n !== record.n)
      setAttribute(liveElement(edits, element), 'n', record.n ?? undefined)
  }
  for (const [id, [element]] of source.notes)
    if (!now.records.notes[id] && element)
      throw new CannotPatch(
        `the note ${sourceAttribute(element, 'n') ?? id} is in the file and not in the letter`,
      )
}

/** The pointer to a note of the letter; undefined where nobody knows which. */
function notePointer(patch: SidePatch, note: string | null): string | undefined {
  if (note === null) return undefined
  const element = patch.source.notes.get(note)?.[0]
  const live = element ? liveElement(patch.edits, element) : patch.addedNotes.get(note)
  return live && `#${idOfElement(patch.edits, live, `${patch.unit.id}-${note}`)}`
}

function patchCallouts(patch: SidePatch): void {
  const { then, now, source } = patch
  for (const [id, elements] of source.callouts) {
    const record = now.records.callouts[id]
    const anchor = now.anchors.callouts[id]
    if (!record || !anchor) removeCallout(patch, elements)
    else if (isMoved(patch, then.anchors.callouts[id], anchor, elements)) {
      if (isInlineNote(elements)) moveNote(patch, elements[0]!, anchor)
      else {
        removeCallout(patch, elements)
        addCallout(patch, record, anchor)
      }
    } else relink(patch, elements, then.records.callouts[id], record)
  }
  for (const [id, record] of Object.entries(now.records.callouts)) {
    const anchor = now.anchors.callouts[id]
    if (!source.callouts.has(id) && anchor) addCallout(patch, record, anchor)
  }
}

// What is inserted before a callout set by an editor, or taken away, moves its place and not the callout.
function isMoved(
  patch: SidePatch,
  then: CalloutAnchor | undefined,
  now: CalloutAnchor,
  elements: readonly SourceElement[],
): boolean {
  if (elements.some((element) => isGone(patch, element))) return true
  if (!then || 'printed' in then || 'printed' in now) return !isSame(then, now)
  const { at } = now.point
  if (isSame(then.point.at, at) && !patch.moved.has(at.block)) return false
  return elements.some((element) => !isAtPlace(patch, liveElement(patch.edits, element), at))
}

function isGone(patch: SidePatch, element: SourceElement): boolean {
  return !element.expanded && !isStillThere(patch.edits, element)
}

function isInlineNote(elements: readonly SourceElement[]): boolean {
  return elements[0]?.local === 'note'
}

function moveNote(patch: SidePatch, element: SourceElement, anchor: CalloutAnchor): void {
  if (!('point' in anchor))
    throw new CannotPatch('a note that stands in the text has no printed callout')
  const live = liveElement(patch.edits, element)
  removeNode(live)
  insertPoint(patch, anchor.point.at, live, anchor.point.order)
}

function removeCallout(patch: SidePatch, elements: readonly SourceElement[]): void {
  if (isInlineNote(elements))
    throw new CannotPatch('a note that stands in the text cannot lose its callout')
  for (const element of elements) {
    const live = liveElement(patch.edits, element)
    if (!isInDocument(patch.edits, live)) continue
    if (element.children.length > 0) takeAway(patch, live)
    else {
      dropPointers(patch, sourceAttribute(element, 'xml:id'))
      removeNode(live)
    }
  }
}

// A note that pointed to an anchor that is gone points to what is left.
function dropPointers(patch: SidePatch, id: string | undefined): void {
  if (id === undefined) return
  for (const elements of patch.source.notes.values())
    for (const note of elements)
      for (const attribute of ['target', 'corresp'])
        dropPointer(liveElement(patch.edits, note), attribute, id)
}

function dropPointer(note: EditElement, attribute: string, id: string): void {
  const words = attributeNow(note, attribute)?.split(/\s+/)
  if (!words?.includes(`#${id}`)) return
  const left = words.filter((word) => word !== `#${id}`)
  setAttribute(note, attribute, left.length === 0 ? undefined : left.join(' '))
}

function relink(
  patch: SidePatch,
  elements: readonly SourceElement[],
  before: CalloutRecord | undefined,
  now: CalloutRecord,
): void {
  const changed = before?.note !== now.note
  if (changed && isInlineNote(elements))
    throw new CannotPatch('a note that stands in the text cannot be called from elsewhere')
  const isSure = before?.by === now.by && before?.confidence === now.confidence
  if (!changed && isSure) return
  for (const element of elements) {
    const live = liveElement(patch.edits, element)
    if (changed) pointTo(patch, live, element, now)
    if (!isSure) writeCertainty(patch, live, element, now)
  }
}

function pointTo(
  patch: SidePatch,
  live: EditElement,
  element: SourceElement,
  record: CalloutRecord,
): void {
  const pointer = notePointer(patch, record.note)
  if (element.local === 'ref' || (element.local === 'ptr' && pointer !== undefined)) {
    setAttribute(live, 'target', pointer)
    if (pointer === undefined) setAttribute(live, 'type', 'callout')
    return
  }
  if (element.local === 'ptr')
    live.name = element.prefix === '' ? 'anchor' : `${element.prefix}:anchor`
  dropPointers(patch, sourceAttribute(element, 'xml:id'))
  setAttribute(live, 'target', undefined)
  setAttribute(live, 'type', record.role)
  setAttribute(live, 'corresp', pointer)
}

function writeCertainty(
  patch: SidePatch,
  live: EditElement,
  element: SourceElement,
  record: CalloutRecord,
): void {
  if (element.local === 'note') return
  const { cert, resp } = certaintyNow(patch, record)
  setAttribute(live, 'cert', cert)
  if (resp !== undefined) setAttribute(live, 'resp', resp)
}

function certaintyNow(
  patch: SidePatch,
  record: CalloutRecord,
): { cert: string | undefined; resp: string | undefined } {
  const isSure = record.by !== undefined || record.confidence === 1 || record.note === null
  return {
    cert: isSure ? undefined : certaintyOf(record.confidence),
    resp: record.by === undefined || record.note === null ? undefined : respOf(patch, record.by),
  }
}

function addCallout(patch: SidePatch, record: CalloutRecord, anchor: CalloutAnchor): void {
  const pointer = notePointer(patch, record.note)
  const certainty = certaintyNow(patch, record)
  if ('point' in anchor) {
    const attributes = { type: record.role, corresp: pointer, ...certainty }
    insertPoint(patch, anchor.point.at, newElement('anchor', attributes), anchor.point.order)
    return
  }
  const pieces: EditElement[] = []
  for (const { block, from, to } of anchor.printed)
    wrapInPieces(patch, machineLeaves(patch, block, from, to), () => {
      const piece =
        record.role === 'number'
          ? newElement('seg', { type: 'number' })
          : newElement('ref', { type: 'callout', target: pointer, ...certainty })
      pieces.push(piece)
      return { around: piece, inside: piece }
    })
  const [first, ...others] = pieces
  if (!first || others.length === 0) return
  const id = idOfElement(patch.edits, first, `${patch.unit.id}-${record.id}`)
  for (const other of others) setAttribute(other, 'prev', `#${id}`)
}

function patchPassages(patch: SidePatch): void {
  const { source, edits } = patch
  for (const note of notesToRewrite(patch)) {
    const element = source.notes.get(note)?.[0]
    const live = element ? liveElement(edits, element) : patch.addedNotes.get(note)
    if (!live) continue
    if (element) forgetPassages(patch, element, live)
    writePassages(patch, note, live)
  }
}

function notesToRewrite(patch: SidePatch): Set<string> {
  const { then: before, now, source } = patch
  const notes = new Set<string>()
  const ids = new Set([...source.passages.keys(), ...Object.keys(now.records.passages)])
  for (const id of ids) {
    const [one, other] = [before.records.passages[id], now.records.passages[id]]
    if (other && one?.note === other.note && isKept(patch, id)) continue
    for (const record of [one, other]) if (record) notes.add(record.note)
  }
  return notes
}

function isKept(patch: SidePatch, id: string): boolean {
  const [before, now] = [patch.then.anchors.passages[id], patch.now.anchors.passages[id]]
  const note = patch.source.passages.get(id)
  if (!before || !now || !note) return false
  const isStill = !patch.moved.has(now.from.block) && !patch.moved.has(now.to.block)
  if (isStill) return isSame(before, now)
  return endsOf(patch, id, note).every(({ element, place, isStart }) => {
    const live = liveElement(patch.edits, element)
    if (!isInDocument(patch.edits, live)) return false
    if (element.children.length === 0) return isAtPlace(patch, live, place)
    const { left, right } = neighbours(patch, place)
    const [inner, outer] = isStart ? [right, left] : [left, right]
    return (
      inner !== undefined && isInside(live, inner.node) && !(outer && isInside(live, outer.node))
    )
  })
}

// The elements at the ends of a passage, with the places they should have now.
function endsOf(
  patch: SidePatch,
  id: string,
  note: SourceElement,
): { element: SourceElement; place: Place; isStart: boolean }[] {
  const now = patch.now.anchors.passages[id]!
  const then = patch.then.anchors.passages[id]!
  const starts = pointers(note)
  const ends = pointers(note, 'targetEnd')
  const at = (name: string | undefined) =>
    name === undefined ? undefined : patch.file.ids.get(name)
  const index = starts.findIndex((name) => {
    const element = at(name)
    return element && isSame(patch.source.places.get(element)?.from, then.from)
  })
  const start = at(starts[index])
  const end = at(ends[index] ?? ends.at(-1)) ?? start
  if (!start || !end) return []
  return [
    { element: start, place: now.from, isStart: true },
    { element: end, place: now.to, isStart: false },
  ]
}

// Callouts that only the note itself points to keep their link in the text.
function forgetPassages(patch: SidePatch, element: SourceElement, live: EditElement): void {
  for (const [id, elements] of patch.source.callouts) {
    const record = patch.now.records.callouts[id]
    for (const callout of elements) {
      const isTarget = pointers(element).includes(sourceAttribute(callout, 'xml:id') ?? '')
      if (!isTarget || !record || callout.local !== 'anchor') continue
      const anchor = liveElement(patch.edits, callout)
      setAttribute(anchor, 'type', record.role)
      setAttribute(anchor, 'corresp', notePointer(patch, record.note))
    }
  }
  const isSpan = sourceAttribute(element, 'targetEnd') !== undefined
  for (const attribute of isSpan ? ['target', 'targetEnd'] : [])
    removeAnchors(patch, element, attribute)
  setAttribute(live, 'target', undefined)
  setAttribute(live, 'targetEnd', undefined)
}

function writePassages(patch: SidePatch, note: string, live: EditElement): void {
  const starts: string[] = []
  const ends: string[] = []
  for (const [id, record] of Object.entries(patch.now.records.passages)) {
    const span = patch.now.anchors.passages[id]
    if (record.note !== note || !span) continue
    const { from, to } = addAnchors(patch, span, 'p')
    starts.push(`#${from}`)
    ends.push(`#${to}`)
  }
  if (starts.length === 0) return
  setAttribute(live, 'target', starts.join(' '))
  setAttribute(live, 'targetEnd', ends.join(' '))
}
