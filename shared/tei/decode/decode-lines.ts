import type { BlockKind } from '../../letter/machine-text.ts'
import {
  type SourceElement,
  type SourceNode,
  sourceAttribute,
} from '../../xml/source/source-tree.ts'
import { isXmlSpace } from '../../xml/source/xml-characters.ts'
import { addStructure, modeIn, readInline, readInlineNode } from './decode-inline.ts'
import { blockKindOf, isBlockName, isLooseBlockName, teiName } from './element-kinds.ts'
import {
  beginBlock,
  endBlock,
  flushSpace,
  placeNow,
  pointNow,
  type SideReader,
  type SpaceMode,
} from './side-reader.ts'

/** What the lines around are, and the note they belong to. */
export interface Around {
  readonly kind: BlockKind
  readonly note: string | undefined
  readonly mode: SpaceMode
}

/** Elements that hold other lines, and elements of the other side, which are passed over. */
export interface LineTree {
  readonly holders: ReadonlySet<SourceElement>
  readonly skipped: ReadonlySet<SourceElement>
}

/** Finds the elements that hold lines, below and at the roots. */
export function lineTree(
  roots: readonly SourceElement[],
  skipped: readonly SourceElement[],
): LineTree {
  const holders = new Set<SourceElement>()
  for (const root of roots) collectHolders(root, holders)
  return { holders, skipped: new Set(skipped) }
}

function collectHolders(element: SourceElement, holders: Set<SourceElement>): boolean {
  let holds = false
  for (const child of element.children) {
    if (child.type !== 'element') continue
    const name = teiName(child)
    const inner = collectHolders(child, holders)
    if (name === 'note' || name === 'choice' || name === 'app') continue
    if (inner || isBlockName(name)) holds = true
  }
  if (holds || isMadeOfParts(element)) holders.add(element)
  return holds
}

// A salutation, signature or date line is a line of its own where the opener or closer holds nothing else.
function isMadeOfParts(element: SourceElement): boolean {
  const name = teiName(element)
  if (name !== 'opener' && name !== 'closer') return false
  let parts = 0
  for (const child of element.children) {
    const isPart = child.type === 'element' && isLooseBlockName(teiName(child))
    if (isPart) parts += 1
    else if (startsLine(child)) return false
  }
  return parts > 0
}

/** Reads an element that holds lines: each line a block, what stands loose between them too. */
export function readLines(
  reader: SideReader,
  element: SourceElement,
  around: Around,
  tree: LineTree,
): void {
  const inner = { ...around, mode: modeIn(element, around.mode) }
  const before = reader.blocks.length
  let isLoose = false
  let ahead: SourceNode[] = []
  for (const child of element.children) {
    if (child.type === 'element' && isPassedOver(reader, child, tree)) continue
    if (child.type === 'element' && isLine(child, tree)) {
      isLoose = false
      ahead = []
      readBlock(reader, child, inner, tree)
      continue
    }
    if (!isLoose && !startsLine(child)) {
      ahead.push(child)
      continue
    }
    if (!isLoose) {
      beginBlock(reader, element, inner.kind, inner.note, true)
      for (const node of ahead) readInlineNode(reader, node, inner.mode)
    }
    isLoose = true
    readInlineNode(reader, child, inner.mode)
  }
  endBlock(reader)
  placeHolder(reader, element, before)
}

// Persons, places and organisations listed in the text are entries of the registers.
function isPassedOver(reader: SideReader, element: SourceElement, tree: LineTree): boolean {
  if (tree.skipped.has(element)) return true
  if (!/^list(Person|Place|Org|Event)$/.test(teiName(element))) return false
  if (startsLine(element)) {
    const message = `a register stands in the text (${element.name}): its entries are in the registers`
    reader.problem('register', message, element.from)
  }
  return true
}

function placeHolder(reader: SideReader, element: SourceElement, before: number): void {
  if (reader.isBare) return
  const first = reader.blocks[before]
  const last = reader.blocks.at(-1)
  if (!first || !last || reader.found.places.has(element)) return
  const to = { block: last.id, offset: last.text.length }
  reader.found.places.set(element, { from: { block: first.id, offset: 0 }, to })
}

function isLine(element: SourceElement, tree: LineTree): boolean {
  const name = teiName(element)
  if (name === 'choice' || name === 'app') return false
  return name === 'note' || isBlockName(name) || isLooseBlockName(name) || tree.holders.has(element)
}

// White space, comments and what has no text begin no line of their own.
function startsLine(node: SourceNode): boolean {
  if (node.type === 'text') return !isXmlSpace(node.text)
  if (node.type !== 'element') return false
  return node.children.some((child) => startsLine(child))
}

// Elements that are one line in a file of the app's own, whatever stands in them.
const OWN_LINES: ReadonlySet<string> = new Set([
  'opener',
  'closer',
  'head',
  'fw',
  'ab',
  'p',
  'salute',
  'signed',
])

// Elements that are never a line themselves.
const STRUCTURES: ReadonlySet<string> = new Set(
  'text front body back group div div1 div2 div3 div4 div5 div6 div7 list table row lg'.split(' '),
)

/** Reads an element that is a line or holds lines. */
export function readBlock(
  reader: SideReader,
  element: SourceElement,
  around: Around,
  tree: LineTree,
): void {
  const name = teiName(element)
  if (name === 'note') {
    endBlock(reader)
    if (reader.noteIds.has(element)) readNoteLines(reader, element, tree)
    return
  }
  const kind = blockKindOf(element, around.kind)
  const isOwnLine = reader.unit.isOwn && OWN_LINES.has(name)
  const holds = tree.holders.has(element) || STRUCTURES.has(name)
  if (holds && !isOwnLine) readLines(reader, element, { ...around, kind }, tree)
  else readLine(reader, element, { ...around, kind: ownKind(reader, element, kind) })
}

// An archive line is written as an opener or closer that holds one segment.
function ownKind(reader: SideReader, element: SourceElement, kind: BlockKind): BlockKind {
  const [first] = element.children
  if (!reader.unit.isOwn || first?.type !== 'element' || teiName(first) !== 'seg') return kind
  return sourceAttribute(first, 'type') === 'archive' ? 'archive' : kind
}

function readLine(reader: SideReader, element: SourceElement, around: Around): void {
  const part = sourceAttribute(element, 'part')
  const isRest = reader.unit.isOwn && (part === 'M' || part === 'F') && reader.open !== null
  if (isRest) {
    reader.open!.elements.push(element)
    const id = addStructure(reader, element, { kind: 'break' })
    reader.anchors.breaks[id] = pointNow(reader.open!)
  } else {
    endBlock(reader)
    const isJoined = joins(reader, element, around.note)
    const open = beginBlock(reader, element, around.kind, around.note, false)
    open.isHeld = reader.unit.isOwn || isJoined
    if (isJoined) addStructure(reader, element, { kind: 'join', block: open.id })
  }
  const from = placeNow(reader.open!)
  readInline(reader, element, around.mode)
  const now = reader.open!
  if (reader.unit.isOwn && now.pending && !now.pending.hasLineEnd) flushSpace(now)
  if (!reader.isBare) reader.found.places.set(element, { from, to: placeNow(now) })
}

// A line that points back to the one before it continues that.
function joins(reader: SideReader, element: SourceElement, note: string | undefined): boolean {
  const prev = sourceAttribute(element, 'prev')
  const last = reader.blocks.at(-1)
  if (!prev?.startsWith('#') || !last || last.note !== note) return false
  const before = reader.sources.get(last.id)?.elements.at(-1)
  return before !== undefined && reader.file.ids.get(prev.slice(1)) === before
}

/** Reads the lines of a note. */
export function readNoteLines(reader: SideReader, element: SourceElement, tree: LineTree): void {
  const note = reader.noteIds.get(element)!
  if (reader.unit.isOwn && sourceAttribute(element, 'subtype') === 'empty') return
  const around: Around = { kind: 'paragraph', note, mode: modeAt(reader, element) }
  if (tree.holders.has(element)) readLines(reader, element, around, tree)
  else {
    readLine(reader, element, around)
    endBlock(reader)
  }
}

/** How white space is read at an element, by what the elements around it say. */
export function modeAt(reader: SideReader, element: SourceElement): SpaceMode {
  const start: SpaceMode = reader.unit.isOwn ? 'own' : 'collapse'
  for (let at = element.parent; at; at = at.parent) {
    const said = sourceAttribute(at, 'xml:space')
    if (said !== undefined) return said === 'preserve' ? 'preserve' : start
  }
  return start
}
