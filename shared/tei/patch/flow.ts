import type { Place, Span } from '../../letter/place.ts'
import type { SourceText } from '../../xml/source/source-tree.ts'
import {
  childrenOf,
  cutNewText,
  cutText,
  type EditElement,
  type EditNode,
  editOf,
  piecesOf,
} from '../../xml/source/xml-edits.ts'
import type { TextRun } from '../decode/source-map.ts'
import {
  CannotPatch,
  type InsertedPiece,
  liveElement,
  type NamedInsertion,
  piecesOfInsertion,
  type SidePatch,
} from './side-patch.ts'

/** A node of the file that holds characters of a block, in the order in which they are read. */
export interface FlowLeaf {
  readonly node: EditNode
  readonly block: string
  /** Where it begins: machine offset, order of its insertion (infinity for machine text), offset in the insertion. */
  readonly start: Position
  readonly length: number
}

type Position = readonly [offset: number, order: number, inner: number]

/** All nodes of a block that hold its text, inserted text that has its place among them. */
export function flowOf(patch: SidePatch, block: string): FlowLeaf[] {
  const leaves: FlowLeaf[] = []
  const length = patch.now.machine.blocks.find(({ id }) => id === block)?.text.length ?? 0
  let at = 0
  for (const insertion of patch.insertions.get(block) ?? []) {
    leaves.push(...machineLeaves(patch, block, at, insertion.offset))
    at = Math.max(at, insertion.offset)
    leaves.push(...insertedLeaves(patch, insertion))
  }
  leaves.push(...machineLeaves(patch, block, at, length))
  return joined(leaves)
}

// Several stretches that come out of one reference are one node.
function joined(leaves: readonly FlowLeaf[]): FlowLeaf[] {
  const all: FlowLeaf[] = []
  for (const leaf of leaves) {
    const last = all.at(-1)
    if (last && last.node === leaf.node && leaf.node.type === 'raw')
      all[all.length - 1] = { ...last, length: last.length + leaf.length }
    else all.push(leaf)
  }
  return all
}

/** The nodes that hold a stretch of machine text and nothing else; texts are cut where it begins and ends. */
export function machineLeaves(
  patch: SidePatch,
  block: string,
  from: number,
  to: number,
): FlowLeaf[] {
  if (from >= to) return []
  const leaves: FlowLeaf[] = []
  const runs = patch.source.blocks.get(block)?.runs ?? []
  checkReference(runs, from)
  checkReference(runs, to)
  for (const run of runs) {
    const start = Math.max(from, run.at)
    const end = Math.min(to, run.at + run.length)
    if (start >= end) continue
    let at = start
    for (const { node, length } of nodesOfRun(patch, run, start - run.at, end - run.at)) {
      leaves.push({ node, block, start: [at, Number.POSITIVE_INFINITY, 0], length })
      at += length
    }
  }
  return leaves
}

// Between two runs that come out of one reference nothing can stand.
function checkReference(runs: readonly TextRun[], at: number): void {
  const index = runs.findIndex((run) => run.at === at)
  const [before, behind] = [runs[index - 1], runs[index]]
  if (before?.node.expanded && behind?.node.expanded && before.node.from === behind.node.from)
    throw new CannotPatch('a part of what comes out of an entity of the file cannot be marked')
}

function nodesOfRun(
  patch: SidePatch,
  run: Pick<TextRun, 'node' | 'from' | 'to' | 'length'>,
  from: number,
  to: number,
): { node: EditNode; length: number }[] {
  const { node } = run
  if (node.type === 'element') return [{ node: liveElement(patch.edits, node), length: 1 }]
  const isPlain = run.length === run.to - run.from
  if (node.expanded)
    return [{ node: referenceTo(patch, node, to - from === run.length), length: to - from }]
  const start = isPlain ? run.from + from : run.from
  const end = isPlain ? run.from + to : run.to
  cutText(patch.edits, node, start)
  cutText(patch.edits, node, end)
  const pieces = piecesOf(patch.edits, node).filter(
    (piece) => piece.from >= start && piece.to <= end,
  )
  return pieces.map((piece) => ({
    node: piece,
    length: isPlain ? piece.to - piece.from : to - from,
  }))
}

// What comes out of an entity is one node: the reference.
function referenceTo({ edits }: SidePatch, text: SourceText, isWhole: boolean): EditNode {
  let parent = text.parent
  while (parent?.expanded) parent = parent.parent
  const live = isWhole && parent ? editOf(edits, parent) : undefined
  const node =
    live && childrenOf(edits, live).find((child) => child.type === 'raw' && child.at === text.from)
  const known = edits.references.get(text.from) ?? (node?.type === 'raw' ? node : undefined)
  if (!known)
    throw new CannotPatch('the text comes out of an entity of the file and cannot be changed there')
  edits.references.set(text.from, known)
  return known
}

/** The nodes that hold an insertion that has its place. */
export function insertedLeaves(patch: SidePatch, insertion: NamedInsertion): FlowLeaf[] {
  const { block, offset, order } = insertion
  const leaves: FlowLeaf[] = []
  let inner = 0
  for (const piece of piecesOfInsertion(patch, insertion) ?? []) {
    const nodes =
      'fresh' in piece
        ? [{ node: piece.fresh as EditNode, length: piece.fresh.to - piece.fresh.from }]
        : nodesOfRun(patch, piece, 0, piece.length)
    for (const { node, length } of nodes) {
      leaves.push({ node, block, start: [offset, order, inner], length })
      inner += length
    }
  }
  return leaves
}

/** Cuts the nodes at a place, so that one ends and another begins there. */
function cutAt(patch: SidePatch, place: Place): void {
  const { block, offset, into } = place
  if (!into) {
    machineLeaves(patch, block, 0, offset)
    return
  }
  const insertion = patch.insertions
    .get(block)
    ?.find((one) => one.offset === offset && one.order === into.order)
  const pieces = insertion && piecesOfInsertion(patch, insertion)
  if (!pieces) return
  let at = 0
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] as InsertedPiece
    const length = 'fresh' in piece ? piece.fresh.to - piece.fresh.from : piece.length
    if (into.inner > at && into.inner < at + length) cutPiece(patch, pieces, index, into.inner - at)
    at += length
  }
}

function cutPiece(patch: SidePatch, pieces: InsertedPiece[], index: number, at: number): void {
  const piece = pieces[index] as InsertedPiece
  if ('fresh' in piece) {
    const behind = cutNewText(piece.fresh, at)
    if (behind) pieces.splice(index + 1, 0, { fresh: behind })
  } else nodesOfRun(patch, piece, 0, at)
}

/** The nodes that hold a span, over all its blocks. */
export function spanLeaves(patch: SidePatch, span: Span): FlowLeaf[] {
  cutAt(patch, span.from)
  cutAt(patch, span.to)
  const { blocks } = patch.now.machine
  const first = blocks.findIndex(({ id }) => id === span.from.block)
  const last = blocks.findIndex(({ id }) => id === span.to.block)
  return blocks.slice(first, last + 1).flatMap(({ id, text }) => {
    const from = id === span.from.block ? positionOf(span.from) : ([0, -1, 0] as const)
    const to = id === span.to.block ? positionOf(span.to) : ([text.length + 1, -1, 0] as const)
    return leavesBetween(flowOf(patch, id), from, to)
  })
}

/** The nodes from one position of a block to another. Throws where one that cannot be cut reaches beyond. */
export function leavesBetween(flow: readonly FlowLeaf[], from: Position, to: Position): FlowLeaf[] {
  for (const { node, start, length } of flow) {
    const isReference = node.type === 'raw' && length > 1
    if (isReference && [from[0], to[0]].some((at) => start[0] < at && at < start[0] + length))
      throw new CannotPatch('a part of what comes out of an entity of the file cannot be marked')
  }
  return flow.filter(
    ({ start }) => comparePositions(start, from) >= 0 && comparePositions(start, to) < 0,
  )
}

/** The nodes before and behind a place of a block. */
export function neighbours(
  patch: SidePatch,
  place: Place,
): { left: FlowLeaf | undefined; right: FlowLeaf | undefined } {
  cutAt(patch, place)
  const flow = flowOf(patch, place.block)
  const at = positionOf(place)
  const index = flow.findIndex(({ start }) => comparePositions(start, at) >= 0)
  return index === -1
    ? { left: flow.at(-1), right: undefined }
    : { left: flow[index - 1], right: flow[index] }
}

/** Whether an element of no width stands where a place is: behind what is before it and before what follows. */
export function isAtPlace(patch: SidePatch, element: EditElement, place: Place): boolean {
  const { left, right } = neighbours(patch, place)
  const here = pathOf(element)
  return (
    (!left || comparePaths(pathOf(left.node), here) < 0) &&
    (!right || comparePaths(here, pathOf(right.node)) < 0)
  )
}

function pathOf(node: EditNode): number[] {
  const path: number[] = []
  for (let at: EditNode = node; at.parent; at = at.parent)
    path.push(at.parent.children?.indexOf(at) ?? 0)
  return path.reverse()
}

function comparePaths(one: readonly number[], other: readonly number[]): number {
  const length = Math.min(one.length, other.length)
  for (let i = 0; i < length; i++) if (one[i] !== other[i]) return one[i]! - other[i]!
  return one.length - other.length
}

/** A place as a position in its block. */
export function positionOf({ offset, into }: Place): Position {
  return into ? [offset, into.order, into.inner] : [offset, -1, 0]
}

/** Orders positions of one block. */
export function comparePositions(a: Position, b: Position): number {
  return a[0] - b[0] || compareNumbers(a[1], b[1]) || a[2] - b[2]
}

// Infinity minus infinity is no number.
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a - b
}

/** Whether a node stands in an element. */
export function isInside(element: EditElement, node: EditNode): boolean {
  for (let at = node.parent; at; at = at.parent) if (at === element) return true
  return false
}
