import type { Span } from '../../letter/place.ts'
import type { MentionRecord } from '../../letter/records.ts'
import { removeLine } from '../../xml/source/edit-lines.ts'
import { type SourceElement, sourceAttribute } from '../../xml/source/source-tree.ts'
import {
  attributeNow,
  type EditElement,
  freshId,
  insertAt,
  newElement,
  removeNode,
  setAttribute,
  unwrapElement,
} from '../../xml/source/xml-edits.ts'
import { MENTION_ELEMENTS, mentionKindOf } from '../decode/element-kinds.ts'
import { pointers } from '../decode/find-notes.ts'
import { addApart } from './apart.ts'
import { type FlowLeaf, flowOf, isAtPlace, isInside, spanLeaves } from './flow.ts'
import { holdSpan } from './holders.ts'
import { insertPoint, wrapInPieces, wrapLeaves } from './place-markup.ts'
import { isSame } from './same.ts'
import { isInDocument, liveElement, respOf, type SidePatch } from './side-patch.ts'

/** Notes what the elements of mentions and other markup cover now, so that inserted text comes to stand in the right ones. */
export function holdSpans(patch: SidePatch): void {
  const { source, now } = patch
  for (const table of ['mentions', 'verbatim'] as const)
    for (const [id, element] of source[table]) {
      const span = now.records[table][id] && now.anchors[table][id]
      const isHere = !isApart(element) && !element.expanded
      if (span && isHere) holdSpan(patch.holders, element, span)
    }
}

/** Brings mentions and the marks of others' markup up to date, once the corrections are. */
export function patchSpans(patch: SidePatch): void {
  const { then, now, source } = patch
  placeSpans(patch, 'mentions')
  placeSpans(patch, 'verbatim')
  for (const [id, record] of Object.entries(now.records.mentions)) {
    const element = source.mentions.get(id)
    const span = now.anchors.mentions[id]
    if (!element && span) addMention(patch, record, span)
    else if (element && span) changeMention(patch, element, then.records.mentions[id], record)
  }
}

function placeSpans(patch: SidePatch, table: 'mentions' | 'verbatim'): void {
  const { then, now, source, moved } = patch
  for (const [id, element] of source[table]) {
    const span = now.records[table][id] && now.anchors[table][id]
    if (!span) removeSpan(patch, element)
    else if (isMoved(then.anchors[table][id], span, moved)) moveSpan(patch, element, span)
  }
}

function isMoved(then: Span | undefined, now: Span, moved: ReadonlySet<string>): boolean {
  return !isSame(then, now) || moved.has(now.from.block) || moved.has(now.to.block)
}

function isApart(element: SourceElement): boolean {
  return element.local === 'span' && sourceAttribute(element, 'from') !== undefined
}

function removeSpan(patch: SidePatch, element: SourceElement): void {
  const live = liveElement(patch.edits, element)
  if (!isInDocument(patch.edits, live)) return
  if (isApart(element)) {
    removeLine(patch.edits, live)
    for (const end of ['from', 'to']) removeAnchors(patch, element, end)
    return
  }
  takeAway(patch, live)
}

/** Takes the tags of an element away; one that something points to stays as a segment with its id. */
export function takeAway(patch: SidePatch, live: EditElement): void {
  if (isHalfOfPair(patch, live)) return
  const id = attributeNow(live, 'xml:id')
  if (id === undefined || !isPointedTo(patch, id)) {
    unwrapElement(patch.edits, live)
    return
  }
  live.name = live.source && live.source.prefix !== '' ? `${live.source.prefix}:seg` : 'seg'
  for (const { name } of live.source?.attributes ?? [])
    if (!/^xml(ns)?(:|$)/.test(name)) setAttribute(live, name, undefined)
  if (live.source) patch.holders.inFile.delete(live.source)
}

// Its `corresp` is what pairs it with the original.
function isHalfOfPair({ source }: SidePatch, live: EditElement): boolean {
  for (const element of source.pairs.values()) if (element === live.source) return true
  return false
}

/** Whether anything in the file points to an id. */
export function isPointedTo({ file }: SidePatch, id: string): boolean {
  const { source } = file.xml
  const pattern = new RegExp(`#${id.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}(?![\\w.-])`)
  return pattern.test(source)
}

/** Removes the anchors of a span or note that nothing else points to. */
export function removeAnchors(patch: SidePatch, element: SourceElement, attribute: string): void {
  for (const id of pointers(element, attribute)) {
    const anchor = patch.file.ids.get(id)
    const uses = patch.file.xml.source.split(`#${id}`).length - 1
    if (anchor?.local !== 'anchor' || uses > 1 || isCallout(patch, anchor)) continue
    removeNode(liveElement(patch.edits, anchor))
  }
}

function isCallout({ source }: SidePatch, anchor: SourceElement): boolean {
  for (const elements of source.callouts.values()) if (elements.includes(anchor)) return true
  return false
}

// The element stays where its text is what it covers now; else it is made anew with all its attributes.
function moveSpan(patch: SidePatch, element: SourceElement, span: Span): void {
  const live = liveElement(patch.edits, element)
  if (isApart(element)) {
    if (!areAtPlace(patch, element, span)) moveAnchors(patch, element, live, span)
    return
  }
  const wanted = spanLeaves(patch, span).map(({ node }) => node)
  const blocks = new Set([span.from.block, span.to.block])
  for (const source of patch.source.blocks.values())
    if (source.elements.some((one) => isAround(one, element) || one === element))
      blocks.add(source.id)
  const covered = [...blocks].flatMap((block) =>
    flowOf(patch, block).filter(({ node }) => isInside(live, node)),
  )
  const isRight =
    wanted.every((node) => covered.some((leaf) => leaf.node === node)) &&
    covered.every((leaf) => wanted.includes(leaf.node) || isPadding(patch, leaf))
  if (isRight && isInDocument(patch.edits, live)) return
  const attributes = Object.fromEntries(element.attributes.map(({ name, value }) => [name, value]))
  unwrapElement(patch.edits, live)
  const made = () => newElement(element.name, attributes)
  const fresh = made()
  const leaves = spanLeaves(patch, span)
  if (wrapLeaves(patch, leaves, fresh)) patch.remade.set(element, fresh)
  else if (mentionKindOf(element))
    patch.remade.set(element, addCrossing(patch, span, element.local, attributes))
  else
    wrapInPieces(patch, leaves, () => {
      const piece = made()
      return { around: piece, inside: piece }
    })
}

// White space at the edges of an element, as indented files have it, is none of what it marks.
function isPadding({ now }: SidePatch, { block, start, length }: FlowLeaf): boolean {
  const [offset, order] = start
  const text = now.machine.blocks.find(({ id }) => id === block)?.text
  return order === Number.POSITIVE_INFINITY && text?.slice(offset, offset + length).trim() === ''
}

function areAtPlace(patch: SidePatch, element: SourceElement, span: Span): boolean {
  const isThere = (attribute: string, place: Span['from']) => {
    const id = pointers(element, attribute)[0]
    const anchor = id === undefined ? undefined : patch.file.ids.get(id)
    return anchor !== undefined && isAtPlace(patch, liveElement(patch.edits, anchor), place)
  }
  return isThere('from', span.from) && isThere('to', span.to)
}

function isAround(one: SourceElement, element: SourceElement): boolean {
  for (let at = element.parent; at; at = at.parent) if (at === one) return true
  return false
}

function moveAnchors(
  patch: SidePatch,
  element: SourceElement,
  live: EditElement,
  span: Span,
): void {
  for (const end of ['from', 'to']) removeAnchors(patch, element, end)
  const ends = addAnchors(patch, span, 'm')
  setAttribute(live, 'from', `#${ends.from}`)
  setAttribute(live, 'to', `#${ends.to}`)
}

/** Puts an anchor where a span begins and one where it ends; gives their ids. */
export function addAnchors(
  patch: SidePatch,
  span: Span,
  kind: string,
): { readonly from: string; readonly to: string } {
  const key = freshId(patch.edits, `${patch.unit.id}-${kind}1`)
  const from = freshId(patch.edits, `${key}-start`)
  const to = freshId(patch.edits, `${key}-end`)
  insertPoint(patch, span.from, newElement('anchor', { 'xml:id': from }))
  insertPoint(patch, span.to, newElement('anchor', { 'xml:id': to }), 1)
  return { from, to }
}

function addMention(patch: SidePatch, record: MentionRecord, span: Span): void {
  const name = record.element ?? MENTION_ELEMENTS[record.kind]
  const attributes = mentionAttributes(patch, record, name)
  const leaves = spanLeaves(patch, span)
  if (wrapLeaves(patch, leaves, newElement(name, attributes))) return
  addCrossing(patch, span, MENTION_ELEMENTS[record.kind], attributes)
}

const TYPED: ReadonlySet<string> = new Set(['rs', 'name'])
const TYPES = {
  person: 'person',
  place: 'place',
  organisation: 'org',
  date: 'date',
  document: 'document',
}

function mentionAttributes(
  patch: SidePatch,
  record: MentionRecord,
  name: string,
): Record<string, string | undefined> {
  const pointer = record.entity === undefined ? undefined : patch.pointers.pointerTo(record.entity)
  const needsResp = patch.unit.isOwn && record.kind === 'date'
  return {
    type: TYPED.has(name) ? TYPES[record.kind] : undefined,
    ...(pointer && record.kind !== 'date'
      ? { [pointerName(name, pointer.attribute)]: pointer.value }
      : {}),
    when: record.kind === 'date' ? record.when : undefined,
    cert: record.cert === 'high' ? undefined : record.cert,
    resp: respOf(patch, record.by) ?? (needsResp ? '#ed-source' : undefined),
  }
}

function pointerName(name: string, attribute: 'ref' | 'key'): string {
  return name === 'ref' && attribute === 'ref' ? 'target' : attribute
}

// What cannot be an element in the text points into it from outside.
function addCrossing(
  patch: SidePatch,
  span: Span,
  type: string,
  { ref, key, when, cert, resp }: Readonly<Record<string, string | undefined>>,
): EditElement {
  const { from, to } = addAnchors(patch, span, 'm')
  const ana = ref ?? key
  const content = when === undefined ? [] : [newElement('date', { when })]
  const attributes = { type, from: `#${from}`, to: `#${to}`, ana, cert, resp }
  const made = newElement('span', attributes, content)
  addApart(patch, 'spanGrp', 'mentions', made)
  return made
}

function changeMention(
  patch: SidePatch,
  element: SourceElement,
  before: MentionRecord | undefined,
  now: MentionRecord,
): void {
  if (!before || isSame(before, now)) return
  const live = patch.remade.get(element) ?? liveElement(patch.edits, element)
  if (live.name === 'span' || isApart(element)) changeApart(patch, live, now)
  else changeInText(patch, live, element, before, now)
}

function changeInText(
  patch: SidePatch,
  live: EditElement,
  element: SourceElement,
  before: MentionRecord,
  now: MentionRecord,
): void {
  const name = now.element ?? MENTION_ELEMENTS[now.kind]
  if (name !== element.local) live.name = element.prefix === '' ? name : `${element.prefix}:${name}`
  const wanted = mentionAttributes(patch, now, name)
  if (before.entity !== now.entity || before.kind !== now.kind)
    for (const attribute of ['ref', 'key', 'target'])
      setAttribute(live, attribute, wanted[attribute])
  if (before.kind !== now.kind || name !== element.local) setAttribute(live, 'type', wanted.type)
  if (before.when !== now.when || before.kind !== now.kind) setAttribute(live, 'when', wanted.when)
  if (before.cert !== now.cert) setAttribute(live, 'cert', now.cert)
  if (before.by !== now.by && wanted.resp !== undefined) setAttribute(live, 'resp', wanted.resp)
}

function changeApart(patch: SidePatch, live: EditElement, now: MentionRecord): void {
  const { ref, key, when, cert } = mentionAttributes(patch, now, MENTION_ELEMENTS[now.kind])
  setAttribute(live, 'type', MENTION_ELEMENTS[now.kind])
  setAttribute(live, 'ana', ref ?? key)
  setAttribute(live, 'cert', cert)
  live.children = []
  if (when !== undefined) insertAt(live, 0, newElement('date', { when }))
}
