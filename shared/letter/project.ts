import { Fragment, type Mark, type MarkType, type Node } from 'prosemirror-model'
import type { CanonicalText } from './canonical.ts'
import { blockLayouts, type Cover, type Layout } from './layout.ts'
import type { Block, MachineText } from './machine-text.ts'
import { letterSchema } from './schema.ts'

const { nodes, marks } = letterSchema

/**
 * The ProseMirror document of a canonical text: its projection, with marks of one kind sorted by id. `read` is its
 * inverse. Throws a RangeError naming the record that stands outside its block or joins what cannot be joined.
 */
export function project(text: CanonicalText): Node {
  const tops: Node[] = []
  const { machine, records } = text
  const joins = joinedBlocks(text)
  const layouts = blockLayouts(text)
  let open: OpenNode[] = []
  machine.blocks.forEach((block, index) => {
    const join = joins.get(block.id)
    const last = open.at(-1)
    if (join !== undefined && last && sameParent(machine, index)) {
      last.content.push(nodes.join.create({ id: join }))
    } else if (join !== undefined) {
      throw new RangeError(`Block ${block.id} cannot be joined to what stands before it`)
    } else {
      if (open.length > 0) close(open, machine.blocks[index - 1], block, tops)
      if (!block.note || machine.blocks[index - 1]?.note !== block.note) open = []
      open.push({ type: typeOf(block, records.kinds[block.id]?.kind), id: block.id, content: [] })
    }
    fill(open, layouts.get(block.id))
  })
  if (open.length > 0) close(open, machine.blocks.at(-1), undefined, tops)
  return nodes.letter.create(null, tops)
}

interface OpenNode {
  readonly type: string
  readonly id: string
  readonly content: Node[]
}

function typeOf(block: Block, said: Block['kind'] | undefined): string {
  const kind = said ?? block.kind
  return kind === 'note' ? 'paragraph' : kind
}

function joinedBlocks(text: CanonicalText): Map<string, string> {
  const joins = new Map<string, string>()
  for (const record of Object.values(text.records.structure))
    if (record.kind === 'join') joins.set(record.block, record.id)
  return joins
}

function sameParent(machine: MachineText, index: number): boolean {
  return machine.blocks[index - 1]?.note === machine.blocks[index]?.note
}

// A note gathers its blocks until another parent begins; other blocks go out one by one.
function close(open: OpenNode[], block: Block | undefined, next: Block | undefined, tops: Node[]) {
  const made = () =>
    open.map((one) => {
      const type = nodes[one.type]
      if (!type) throw new RangeError(`No such kind of block: ${one.type}`)
      return type.create({ id: one.id }, Fragment.fromArray(one.content))
    })
  if (block?.note !== undefined) {
    if (next?.note === block.note) return
    tops.push(nodes.note.create({ id: block.note }, made()))
  } else {
    tops.push(...made())
  }
}

function fill(open: OpenNode[], layout: Layout | undefined): void {
  for (const piece of layout?.pieces ?? []) {
    const last = open.at(-1) as OpenNode
    if (piece.type === 'break') open.push({ type: last.type, id: piece.id, content: [] })
    else if (piece.type === 'callout') last.content.push(nodes.callout.create({ id: piece.id }))
    else last.content.push(letterSchema.text(piece.text, marksOf(piece)))
  }
}

function marksOf(piece: Cover): Mark[] {
  const made: Mark[] = []
  const add = (type: MarkType, ids: readonly string[]) => {
    for (const id of ids) made.push(type.create({ id }))
  }
  add(marks.passage, piece.passages)
  add(marks.verbatim, piece.verbatim)
  add(marks.query, piece.queries)
  add(marks.mention, piece.mentions)
  add(marks.deletion, piece.deletions)
  add(marks.insertion, piece.insertion === null ? [] : [piece.insertion])
  add(marks.printedCallout, piece.printed)
  return made
}
