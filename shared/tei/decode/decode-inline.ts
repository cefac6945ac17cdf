import type { Certainty, MentionRecord } from '../../letter/records.ts'
import {
  type SourceElement,
  type SourceNode,
  type SourceOther,
  sourceAttribute,
} from '../../xml/source/source-tree.ts'
import { isXmlSpace } from '../../xml/source/xml-characters.ts'
import { readCallout } from './decode-callouts.ts'
import { readChoice } from './decode-choice.ts'
import { MENTION_ELEMENTS, mentionKindOf, namedIn, teiName } from './element-kinds.ts'
import {
  addLineBreak,
  addText,
  beginBlock,
  flushSpace,
  newId,
  type OpenBlock,
  placeNow,
  pointNow,
  recordId,
  type SideReader,
  type SpaceMode,
} from './side-reader.ts'

/** Reads the content of an element into the block that is open. */
export function readInline(reader: SideReader, element: SourceElement, mode: SpaceMode): void {
  const inner = modeIn(element, mode)
  for (const child of element.children) readInlineNode(reader, child, inner)
}

/** How white space is read within an element. */
export function modeIn(element: SourceElement, mode: SpaceMode): SpaceMode {
  const said = sourceAttribute(element, 'xml:space')
  if (said === 'preserve') return 'preserve'
  return said === 'default' && mode === 'preserve' ? 'collapse' : mode
}

/** Reads one node into the block that is open. */
export function readInlineNode(reader: SideReader, node: SourceNode, mode: SpaceMode): void {
  const open = reader.open as OpenBlock
  if (node.type === 'text') addText(open, node, mode)
  else if (node.type === 'element') readElement(reader, node, mode)
  else readInstruction(reader, open, node)
}

// What TEI cannot say of a block says an instruction of the app's own.
function readInstruction(reader: SideReader, open: OpenBlock, node: SourceOther): void {
  const said = node.type === 'pi' && /^epistula-block kind="([a-z]+)"/.exec(node.text)?.[1]
  if (!said || open.note !== undefined || reader.isBare) return
  reader.records.kinds[open.id] = { id: open.id, kind: said, by: 'source', at: '' }
  reader.found.kinds.set(open.id, node)
}

type ReadElement = (reader: SideReader, element: SourceElement, mode: SpaceMode) => void

// Elements that hold elements alone: white space between those is none of the text.
const GROUPS: ReadonlySet<string> = new Set([
  'subst',
  'address',
  'choice',
  'app',
  'figure',
  'table',
  'list',
])

const READERS: ReadonlyMap<string, ReadElement> = new Map<string, ReadElement>([
  ['choice', (reader, element, mode) => readChoice(reader, element, mode, readInline)],
  ['app', (reader, element, mode) => readChoice(reader, element, mode, readInline)],
  ['note', readNote],
  ['lb', readBreak],
  ['pb', readBreak],
  ['cb', readBreak],
  ['gb', readBreak],
  ['milestone', readMilestone],
  ['index', () => undefined],
])

function readElement(reader: SideReader, element: SourceElement, mode: SpaceMode): void {
  const read = READERS.get(teiName(element))
  if (!isMarked(element)) {
    readBy(read, reader, element, mode)
    return
  }
  if (!reader.noteIds.has(element)) flushSpace(reader.open as OpenBlock)
  const from = placeNow(reader.open as OpenBlock)
  readBy(read, reader, element, mode)
  if (!reader.isBare)
    reader.found.places.set(element, { from, to: placeNow(reader.open as OpenBlock) })
}

function readBy(
  read: ReadElement | undefined,
  reader: SideReader,
  element: SourceElement,
  mode: SpaceMode,
): void {
  if (read) read(reader, element, mode)
  else if (!readCallout(reader, element, mode, readInline)) readMarkup(reader, element, mode)
}

// Whether something may point to it, or it to something.
function isMarked({ attributes }: SourceElement): boolean {
  for (const { name } of attributes) if (name === 'xml:id' || name === 'corresp') return true
  return false
}

function readNote(reader: SideReader, element: SourceElement): void {
  if (!reader.noteIds.has(element)) return
  const open = reader.open as OpenBlock
  reader.waiting.push(element)
  if (reader.isBare) {
    open.isHeld = true
    return
  }
  const id = newId(reader, 'c', reader.records.callouts)
  const note = reader.noteIds.get(element)!
  reader.records.callouts[id] = { id, role: 'callout', note, confidence: 1 }
  reader.anchors.callouts[id] = { point: pointNow(open) }
  reader.found.callouts.set(id, [element])
}

function readBreak(reader: SideReader, element: SourceElement): void {
  const said = sourceAttribute(element, 'break')
  const isSpace = element.local === 'lb' ? said !== 'no' : said === 'yes'
  if (isSpace) addLineBreak(reader.open as OpenBlock, element)
}

// A milestone is a break or a border of printed lines where the app wrote it.
function readMilestone(reader: SideReader, element: SourceElement): void {
  const open = reader.open as OpenBlock
  const unit = sourceAttribute(element, 'unit')
  if (unit === 'block' && reader.unit.isOwn) {
    const next = beginBlock(reader, open.elements[0]!, open.kind, open.note, true)
    open.isHeld = true
    next.isHeld = true
    if (sourceAttribute(element, 'type') !== 'border')
      addStructure(reader, element, { kind: 'join', block: next.id })
  } else if (unit === 'paragraph' && sourceAttribute(element, 'type') === 'break') {
    flushSpace(open)
    const id = addStructure(reader, element, { kind: 'break' })
    reader.anchors.breaks[id] = pointNow(open)
  }
}

/** Adds a break or join that the source itself has. */
export function addStructure(
  reader: SideReader,
  element: SourceElement,
  record: { readonly kind: 'break' } | { readonly kind: 'join'; readonly block: string },
): string {
  const id = newId(reader, 's', reader.records.structure)
  reader.records.structure[id] = { id, ...record, by: whoSaid(element), at: '' }
  reader.found.structure.set(id, element)
  return id
}

function readMarkup(reader: SideReader, element: SourceElement, mode: SpaceMode): void {
  const kind = mentionKindOf(element)
  const open = reader.open as OpenBlock
  const hasText = element.children.length > 0
  if (hasText) flushSpace(open)
  const from = placeNow(open)
  readContent(reader, element, mode)
  const now = reader.open as OpenBlock
  if (hasText && now.pending && !now.pending.hasLineEnd) flushSpace(now)
  if (reader.isBare) return
  const to = placeNow(now)
  if (from.block === to.block && from.offset === to.offset && samePlace(from, to)) return
  // Dates that the app finds itself while it writes are no one's tags.
  const isShape =
    reader.unit.isOwn && kind === 'date' && sourceAttribute(element, 'resp') === undefined
  if (kind !== undefined && !isShape) addMention(reader, element, kind, { from, to })
  else if (!reader.unit.isOwn || isForeign(element)) addVerbatim(reader, element, { from, to })
}

function samePlace(
  a: { readonly into?: { readonly order: number; readonly inner: number } },
  b: { readonly into?: { readonly order: number; readonly inner: number } },
): boolean {
  return a.into?.order === b.into?.order && a.into?.inner === b.into?.inner
}

// What the app writes itself to say what a line is made of.
const OWN_SHAPES: ReadonlySet<string> = new Set([
  'seg',
  'salute',
  'address',
  'addrLine',
  'signed',
  'dateline',
  'supplied',
  'date',
])

function isForeign(element: SourceElement): boolean {
  return !OWN_SHAPES.has(teiName(element))
}

function readContent(reader: SideReader, element: SourceElement, mode: SpaceMode): void {
  if (!GROUPS.has(teiName(element)) || reader.unit.isOwn) {
    readInline(reader, element, mode)
    return
  }
  for (const child of element.children) {
    if (child.type === 'text' && isXmlSpace(child.text))
      addText(reader.open as OpenBlock, child, mode)
    else readInlineNode(reader, child, modeIn(element, mode))
  }
}

type Unfinished<T> = { -readonly [K in keyof T]: T[K] }

type Spanned = {
  readonly from: ReturnType<typeof placeNow>
  readonly to: ReturnType<typeof placeNow>
}

function addMention(
  reader: SideReader,
  element: SourceElement,
  kind: keyof typeof MENTION_ELEMENTS,
  span: Spanned,
): void {
  const id = newId(reader, 'm', reader.records.mentions)
  const name = teiName(element)
  const cert = certOf(element)
  const entity = kind === 'date' ? undefined : entityOf(reader, element, kind, textOf(reader, span))
  const when = kind === 'date' ? sourceAttribute(element, 'when') : undefined
  const record: Unfinished<MentionRecord> = { id, kind, cert, by: whoSaid(element), at: '' }
  if (entity !== undefined) record.entity = entity
  if (when !== undefined) record.when = when
  if (name !== MENTION_ELEMENTS[kind]) record.element = name
  reader.records.mentions[id] = record
  reader.anchors.mentions[id] = span
  reader.found.mentions.set(id, element)
}

function entityOf(
  reader: SideReader,
  element: SourceElement,
  kind: 'person' | 'place' | 'organisation' | 'document',
  text: string,
): string | undefined {
  const ref = sourceAttribute(element, 'ref') ?? sourceAttribute(element, 'target')
  const key = sourceAttribute(element, 'key')
  if (ref === undefined && key === undefined) return undefined
  return reader.registers.entityOf({ kind, pointer: ref, key, text: text.trim() })
}

// The machine text alone: a correction within changes nothing of what the name is called by.
function textOf(reader: SideReader, { from, to }: Spanned): string {
  const { open } = reader
  if (open?.id === from.block && from.block === to.block)
    return open.text.slice(from.offset, to.offset)
  return ''
}

function addVerbatim(reader: SideReader, element: SourceElement, span: Spanned): void {
  const id = newId(reader, 'v', reader.records.verbatim)
  const attributes: Record<string, string> = {}
  for (const { name, value } of element.attributes)
    if (!(name in Object.prototype)) attributes[name] = value
  reader.records.verbatim[id] = { id, name: element.name, attributes }
  reader.anchors.verbatim[id] = span
  reader.found.verbatim.set(id, element)
}

/** How sure an element says it is; high where it says nothing. */
export function certOf(element: SourceElement): Certainty {
  const cert = sourceAttribute(element, 'cert')
  return cert === 'low' || cert === 'medium' ? cert : 'high'
}

/** Who answers for an element (`@resp`): an id as the app has it, `source` where nobody is named. */
export function whoSaid(element: SourceElement): string {
  const first = namedIn(sourceAttribute(element, 'resp'))
  return first === undefined || first === 'ed-source' ? 'source' : first
}

/** Makes the mention that a stand-off `span` describes. */
export function addSpannedMention(reader: SideReader, element: SourceElement, span: Spanned): void {
  const name = sourceAttribute(element, 'type') ?? ''
  const known = Object.entries(MENTION_ELEMENTS).find(([, local]) => local === name)
  if (!known) return
  const kind = known[0] as keyof typeof MENTION_ELEMENTS
  const id = recordId(reader, element, 'm', reader.records.mentions)
  const pointer = sourceAttribute(element, 'ana') ?? sourceAttribute(element, 'ref')
  const inner = element.children.find((child) => child.type === 'element')
  const when = inner?.type === 'element' ? sourceAttribute(inner, 'when') : undefined
  const entity =
    kind === 'date' || pointer === undefined
      ? undefined
      : reader.registers.entityOf({ kind, pointer, key: undefined, text: '' })
  reader.records.mentions[id] = {
    id,
    kind,
    cert: certOf(element),
    by: whoSaid(element),
    at: '',
    ...(entity === undefined ? {} : { entity }),
    ...(kind === 'date' && when !== undefined ? { when } : {}),
  }
  reader.anchors.mentions[id] = span
  reader.found.mentions.set(id, element)
}
