import type { CalloutAnchor, PointAnchor, Side } from '../../letter/canonical.ts'
import type { Block, BlockKind } from '../../letter/machine-text.ts'
import type { Insertion, MachineRange, Place, Span } from '../../letter/place.ts'
import type { Records } from '../../letter/records.ts'
import type { SourceElement, SourceOther, SourceText } from '../../xml/source/source-tree.ts'
import type {
  BlockSource,
  ChoiceSource,
  InsertionSource,
  TextRun,
  TrailEntry,
} from './source-map.ts'
import type { FileRegisters, TeiFile, TeiUnit } from './tei-file.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends object ? Record<string, unknown> : T[K] }

/** White space met and not written yet: it becomes one space if a character follows. */
interface Pending {
  readonly node: SourceText | SourceElement
  readonly from: number
  readonly to: number
  readonly hasLineEnd: boolean
}

type GrowingRun = { -readonly [K in keyof TextRun]: TextRun[K] }

/** A text that grows: a block, or an insertion. */
export interface GrowingText {
  text: string
  readonly runs: GrowingRun[]
  pending: Pending | null
  /** Whether white space would follow white space here, or begin the text. */
  afterSpace: boolean
}

/** The block that is being read. */
export interface OpenBlock extends GrowingText {
  readonly id: string
  readonly kind: BlockKind
  readonly note: string | undefined
  readonly elements: SourceElement[]
  readonly isLoose: boolean
  /** Whether nobody wants to know where its characters come from. */
  readonly isBare: boolean
  readonly insertions: (InsertionSource & { readonly text: GrowingText })[]
  /** The insertions met so far at the present offset. */
  here: { readonly order: number; length: number }[]
  /** How many points were met so far at the present place. */
  points: number
  /** The insertion that is being read, where one is. */
  inserting: { readonly order: number; readonly text: GrowingText } | null
  /** Whether it is kept though it has no text. */
  isHeld: boolean
}

/** All that is gathered of one side of a letter. */
export interface SideReader {
  readonly side: Side
  /** Whether the machine text alone is wanted: then no records are made, and no places kept. */
  readonly isBare: boolean
  readonly unit: TeiUnit
  readonly file: TeiFile
  readonly registers: FileRegisters
  readonly blocks: Block[]
  readonly sources: Map<string, BlockSource>
  readonly records: Mutable<Records>
  readonly anchors: {
    readonly corrections: Record<string, { deleted: MachineRange[]; inserted: Insertion[] }>
    readonly mentions: Record<string, Span>
    readonly passages: Record<string, Span>
    readonly callouts: Record<string, CalloutAnchor>
    readonly verbatim: Record<string, Span>
    readonly queries: Record<string, Span>
    readonly breaks: Record<string, PointAnchor>
  }
  readonly found: {
    readonly mentions: Map<string, SourceElement>
    readonly corrections: Map<string, ChoiceSource[]>
    readonly reasons: Map<string, SourceElement>
    readonly callouts: Map<string, SourceElement[]>
    readonly notes: Map<string, SourceElement[]>
    readonly passages: Map<string, SourceElement>
    readonly verbatim: Map<string, SourceElement>
    readonly structure: Map<string, SourceElement>
    readonly kinds: Map<string, SourceOther>
    readonly pairs: Map<string, SourceElement>
    readonly trail: Map<SourceElement, TrailEntry>
    readonly places: Map<SourceElement, Span>
  }
  /** Note elements by the id of the record. */
  readonly noteIds: Map<SourceElement, string>
  /** Notes by the id of an element that they point to. */
  readonly noteTargets: ReadonlyMap<string, SourceElement>
  /** Notes within lines, whose own lines come at the end. */
  readonly waiting: SourceElement[]
  readonly problem: (code: string, message: string, at: number) => void
  open: OpenBlock | null
  /** Elements in whose place nothing is corrected again: the depth of choices around. */
  inChoice: number
  readonly counts: Record<string, number>
}

/** Begins a block; the one before it is ended. */
export function beginBlock(
  reader: SideReader,
  element: SourceElement,
  kind: BlockKind,
  note: string | undefined,
  isLoose: boolean,
): OpenBlock {
  endBlock(reader)
  const number = (reader.counts.b ?? 0) + 1
  reader.counts.b = number
  const open: OpenBlock = {
    id: `b${number}`,
    kind: note === undefined ? kind : 'note',
    note,
    elements: [element],
    isLoose,
    isBare: reader.isBare,
    text: '',
    runs: [],
    pending: null,
    afterSpace: true,
    insertions: [],
    here: [],
    points: 0,
    inserting: null,
    isHeld: false,
  }
  reader.open = open
  return open
}

/** Ends the block that is being read. One without any text is dropped, unless something stands in it or `isHeld`. */
export function endBlock(reader: SideReader): void {
  const { open } = reader
  reader.open = null
  if (!open) return
  if (open.text === '' && open.insertions.length === 0 && !open.isHeld) {
    reader.counts.b = (reader.counts.b ?? 1) - 1
    return
  }
  const { id, kind, text, note, elements, isLoose, runs, insertions } = open
  reader.blocks.push(note === undefined ? { id, kind, text } : { id, kind, text, note })
  const places = insertions.map(({ offset, order, text: put }) => ({
    offset,
    order,
    runs: put.runs,
  }))
  reader.sources.set(id, { id, elements, isLoose, runs, insertions: places })
}

/** The place reached, as `read` of the letter's document would name it. */
export function placeNow(open: OpenBlock): Place {
  const at = { block: open.id, offset: open.text.length }
  if (open.here.length === 0) return at
  const last = open.here.findLast(({ length }) => length > 0)
  return last ? { ...at, into: { order: last.order, inner: last.length } } : at
}

/** A point at the place reached. */
export function pointNow(open: OpenBlock): PointAnchor {
  open.isHeld = true
  return { at: placeNow(open), order: open.points++ }
}

/** Adds characters of a source text (`from`..`to` of its decoded text) or one space for white space or a line break. */
function add(open: OpenBlock, text: string, node: TextRun['node'], from: number, to: number): void {
  const into = open.inserting?.text ?? open
  into.text += text
  open.points = 0
  if (open.inserting) open.here.at(-1)!.length += text.length
  else if (open.here.length > 0) open.here = []
  if (open.isBare) return
  const last = into.runs.at(-1)
  const isPlain = text.length === to - from
  if (
    last &&
    isPlain &&
    last.node === node &&
    last.to === from &&
    last.length === last.to - last.from
  ) {
    last.length += text.length
    last.to = to
  } else into.runs.push({ at: into.text.length - text.length, length: text.length, node, from, to })
}

/** Writes the white space that waits, if any. */
export function flushSpace(open: OpenBlock): void {
  const into = open.inserting?.text ?? open
  const { pending } = into
  if (!pending) return
  into.pending = null
  add(open, ' ', pending.node, pending.from, pending.to)
  into.afterSpace = true
}

/** How white space is read: as TEI has it, in a file of the app's own, or as it is (`xml:space="preserve"`). */
export type SpaceMode = 'collapse' | 'own' | 'preserve'

/** Adds the characters of a text, white space as the mode has it. */
export function addText(open: OpenBlock, node: SourceText, mode: SpaceMode): void {
  const { text } = node
  if (mode === 'preserve') {
    addWords(open, node, 0, text.length)
    return
  }
  let words = 0
  for (let at = 0; at < text.length; ) {
    if (!isSpace(text.charCodeAt(at))) {
      at += 1
      continue
    }
    const from = at
    let hasLineEnd = false
    for (let code = text.charCodeAt(at); isSpace(code); code = text.charCodeAt(++at))
      hasLineEnd ||= code === 10 || code === 13
    const isKept = mode === 'own' ? !hasLineEnd : isSingleSpace(text, from, at)
    if (isKept) continue
    addWords(open, node, words, from)
    wait(open, { node, from, to: at, hasLineEnd })
    words = at
  }
  addWords(open, node, words, text.length)
}

function isSpace(code: number): boolean {
  return code <= 32 && (code === 32 || code === 10 || code === 9 || code === 13)
}

// At the ends of a text even a single space may meet others.
function isSingleSpace(text: string, from: number, to: number): boolean {
  return to === from + 1 && text.charCodeAt(from) === 32 && from > 0 && to < text.length
}

function addWords(open: OpenBlock, node: SourceText, from: number, to: number): void {
  if (from >= to) return
  flushSpace(open)
  const into = open.inserting?.text ?? open
  const text = node.text.slice(from, to)
  add(open, LINE_END.test(text) ? text.replace(/[\n\r]/g, ' ') : text, node, from, to)
  const last = text.charCodeAt(text.length - 1)
  into.afterSpace = last < 160 ? last === 32 || (last >= 9 && last <= 13) : /\s/.test(text.at(-1)!)
}

const LINE_END = /[\n\r]/

function wait(open: OpenBlock, pending: Pending): void {
  const into = open.inserting?.text ?? open
  if (!into.afterSpace && !into.pending) into.pending = pending
}

/** A line break of the source: white space, unless some stands there already. */
export function addLineBreak(open: OpenBlock, element: SourceElement): void {
  wait(open, { node: element, from: 0, to: 0, hasLineEnd: true })
}

/** Begins to read an insertion at the place reached. */
export function beginInsertion(open: OpenBlock): void {
  flushSpace(open)
  const order = open.here.length
  const text: GrowingText = { text: '', runs: [], pending: null, afterSpace: false }
  open.here.push({ order, length: 0 })
  open.inserting = { order, text }
}

/** Ends the insertion; null where it is empty. */
export function endInsertion(open: OpenBlock): Insertion | null {
  flushSpace(open)
  const inserting = open.inserting!
  open.inserting = null
  const { text } = inserting.text
  if (text === '') {
    open.here.pop()
    return null
  }
  const offset = open.text.length
  open.insertions.push({
    offset,
    order: inserting.order,
    text: inserting.text,
    runs: inserting.text.runs,
  })
  open.afterSpace = false
  return { block: open.id, offset, order: inserting.order, text }
}

/** A new id for a record of a kind, by its letter: `m1`, `m2`, …, passing over those in the table. */
export function newId(reader: SideReader, kind: string, table: object): string {
  for (;;) {
    const n = (reader.counts[kind] ?? 0) + 1
    reader.counts[kind] = n
    const id = `${kind}${n}`
    if (!(id in table)) return id
  }
}

/**
 * The id of a record that the app itself wrote as `xml:id` (the letter's id, a hyphen, `o-` in the original, the record's id),
 * else a new one. `prefix` stands before the rest in ids of things that are apart from the text.
 */
export function recordId(
  reader: SideReader,
  element: SourceElement,
  kind: string,
  table: object,
  prefix = '',
): string {
  const known = reader.unit.isOwn ? ownId(reader, element, prefix) : undefined
  return known !== undefined && !(known in table) ? known : newId(reader, kind, table)
}

function ownId(reader: SideReader, element: SourceElement, prefix: string): string | undefined {
  const xmlId = element.attributes.find(({ name }) => name === 'xml:id')?.value ?? ''
  const start = `${reader.unit.id}-${prefix}${reader.side === 'original' ? 'o-' : ''}`
  const key = xmlId.startsWith(start) ? xmlId.slice(start.length) : ''
  return /^[A-Za-z][A-Za-z0-9_-]*$/.test(key) && !(key in Object.prototype) ? key : undefined
}
