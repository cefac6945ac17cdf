import type { Mark, Node } from 'prosemirror-model'
import type { CalloutAnchor, CanonicalText, PointAnchor } from './canonical.ts'
import type { MachineText } from './machine-text.ts'
import type { Insertion, MachineRange, Place, Span } from './place.ts'
import type { Records } from './records.ts'
import { idOf } from './schema.ts'

/**
 * The canonical text of a document: the inverse of `project`. Marks on callouts mean nothing: a point has no width,
 * so nothing can begin or end within it. Throws a RangeError when the document without its
 * insertions is not the machine text, code unit for code unit, naming the block.
 */
export function read(doc: Node, machine: MachineText, records: Records): CanonicalText {
  const reader: Reader = {
    machine,
    records,
    block: -1,
    offset: 0,
    insertions: [],
    points: 0,
    corrections: new Map(),
    spans: { mention: new Map(), passage: new Map(), verbatim: new Map(), query: new Map() },
    callouts: new Map(),
    breaks: new Map(),
  }
  doc.forEach((node) => {
    if (node.type.name === 'note')
      node.forEach((inner) => {
        readTextblock(reader, inner)
      })
    else readTextblock(reader, node)
  })
  endBlock(reader)
  if (reader.block !== machine.blocks.length - 1)
    throw new RangeError(`Block ${machine.blocks[reader.block + 1]?.id} is not in the document`)
  return {
    machine,
    records,
    anchors: {
      corrections: Object.fromEntries(reader.corrections),
      mentions: Object.fromEntries(reader.spans.mention),
      passages: Object.fromEntries(reader.spans.passage),
      callouts: Object.fromEntries(reader.callouts),
      verbatim: Object.fromEntries(reader.spans.verbatim),
      queries: Object.fromEntries(reader.spans.query),
      breaks: Object.fromEntries(reader.breaks),
    },
  }
}

interface Reader {
  readonly machine: MachineText
  readonly records: Records
  block: number
  offset: number
  /** The insertions met so far at the present offset. */
  insertions: { readonly id: string; order: number; length: number }[]
  /** How many points were met so far at the present place. */
  points: number
  readonly corrections: Map<string, { deleted: MachineRange[]; inserted: Insertion[] }>
  readonly spans: Readonly<Record<'mention' | 'passage' | 'verbatim' | 'query', Map<string, Span>>>
  readonly callouts: Map<string, CalloutAnchor>
  readonly breaks: Map<string, PointAnchor>
}

function readTextblock(reader: Reader, node: Node): void {
  const id = idOf(node)
  if (reader.machine.blocks[reader.block + 1]?.id === id) beginBlock(reader)
  else if (reader.records.structure[id]?.kind === 'break')
    reader.breaks.set(id, { at: place(reader), order: reader.points++ })
  else throw new RangeError(`The document has a block ${id} where none is expected`)
  node.forEach((child) => {
    readInline(reader, child)
  })
}

function readInline(reader: Reader, node: Node): void {
  if (node.isText) readText(reader, node)
  else if (node.type.name === 'callout') {
    reader.callouts.set(idOf(node), { point: { at: place(reader), order: reader.points++ } })
  } else {
    const record = reader.records.structure[idOf(node)]
    const next = reader.machine.blocks[reader.block + 1]?.id
    if (record?.kind !== 'join' || record.block !== next)
      throw new RangeError(`Nothing is joined by ${idOf(node)} here`)
    beginBlock(reader)
  }
}

function beginBlock(reader: Reader): void {
  endBlock(reader)
  reader.block++
  reader.offset = 0
  reader.insertions = []
  reader.points = 0
}

function endBlock(reader: Reader): void {
  const block = reader.machine.blocks[reader.block]
  if (block && reader.offset !== block.text.length)
    throw new RangeError(`Block ${block.id} ends after ${reader.offset} of ${block.text.length}`)
}

function readText(reader: Reader, node: Node): void {
  const text = node.text as string
  const from = place(reader)
  const insertions = node.marks.filter((mark) => mark.type.name === 'insertion')
  const block = reader.machine.blocks[reader.block]
  if (!block) throw new RangeError(`Text before the first block: ${text}`)
  if (insertions.length > 0) {
    if (insertions.length > 1 || node.marks.some((mark) => mark.type.name === 'deletion'))
      throw new RangeError(`Text in block ${block.id} is inserted twice or also deleted: ${text}`)
    readInsertion(reader, idOf(insertions[0] as Mark), text)
  } else {
    if (!block.text.startsWith(text, reader.offset))
      throw new RangeError(`Block ${block.id} differs at ${reader.offset}: ${text}`)
    const range = {
      block: block.id,
      from: reader.offset,
      to: reader.offset + text.length,
    }
    readMachine(reader, node.marks, range)
  }
  reader.points = 0
  coverSpans(reader, node.marks, from, place(reader))
}

function readInsertion(reader: Reader, id: string, text: string): void {
  const block = (reader.machine.blocks[reader.block] as { id: string }).id
  const inserted = correction(reader, id).inserted
  const last = reader.insertions.at(-1)
  if (last?.id === id) {
    last.length += text.length
    const before = inserted.pop() as Insertion
    inserted.push({ ...before, text: before.text + text })
  } else {
    const order = reader.insertions.length
    reader.insertions.push({ id, order, length: text.length })
    inserted.push({ block, offset: reader.offset, order, text })
  }
}

function readMachine(reader: Reader, marks: readonly Mark[], range: MachineRange): void {
  reader.offset = range.to
  reader.insertions = []
  for (const mark of marks) {
    const id = idOf(mark)
    if (mark.type.name === 'deletion') extend(correction(reader, id).deleted, range)
    if (mark.type.name === 'printedCallout') {
      const known = reader.callouts.get(id)
      const printed = known && 'printed' in known ? [...known.printed] : []
      extend(printed, range)
      reader.callouts.set(id, { printed })
    }
  }
}

function extend(ranges: MachineRange[], range: MachineRange): void {
  const last = ranges.at(-1)
  if (last && last.block === range.block && last.to === range.from)
    ranges[ranges.length - 1] = { ...last, to: range.to }
  else ranges.push(range)
}

function coverSpans(reader: Reader, marks: readonly Mark[], from: Place, to: Place): void {
  for (const mark of marks) {
    const name = mark.type.name
    if (name !== 'mention' && name !== 'passage' && name !== 'verbatim' && name !== 'query')
      continue
    const spans = reader.spans[name]
    spans.set(idOf(mark), { from: spans.get(idOf(mark))?.from ?? from, to })
  }
}

function correction(reader: Reader, id: string) {
  const known = reader.corrections.get(id) ?? { deleted: [], inserted: [] }
  reader.corrections.set(id, known)
  return known
}

function place(reader: Reader): Place {
  const block = reader.machine.blocks[reader.block]
  if (!block) throw new RangeError('The document begins with something that is no block')
  const last = reader.insertions.at(-1)
  const at = { block: block.id, offset: reader.offset }
  return last ? { ...at, into: { order: last.order, inner: last.length } } : at
}
