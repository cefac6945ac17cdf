import type { Place } from '../../letter/place.ts'
import {
  childrenOf,
  type EditElement,
  type EditNode,
  insertAt,
  wrapNodes,
} from '../../xml/source/xml-edits.ts'
import {
  comparePositions,
  type FlowLeaf,
  flowOf,
  isInside,
  neighbours,
  positionOf,
} from './flow.ts'
import { holderSpan } from './holders.ts'
import { CannotPatch, liveElement, type SidePatch } from './side-patch.ts'

/** A place among the children of an element. */
interface Slot {
  readonly parent: EditElement
  readonly index: number
}

// Elements in which nothing stands but readings.
const READINGS: ReadonlySet<string> = new Set(['choice', 'app', 'subst', 'rdgGrp'])

function localName(element: EditElement): string {
  return element.source?.local ?? element.name
}

/**
 * Puts an element around nodes that follow each other in a block. False, with nothing done, where it would cross other
 * markup or reach beyond one line of the file.
 */
export function wrapLeaves(
  patch: SidePatch,
  leaves: readonly FlowLeaf[],
  around: EditElement,
  inside: EditElement = around,
): boolean {
  const first = leaves[0]
  const last = leaves.at(-1)
  if (!first || !last || first.block !== last.block) return false
  const flow = flowOf(patch, first.block)
  const start = flow.findIndex(({ node }) => node === first.node)
  const end = flow.findIndex(({ node }) => node === last.node)
  if (start === -1 || end - start + 1 !== leaves.length) return false
  const parent = commonParent(first.node, last.node)
  if (!parent || !isInBlock(patch, first.block, parent)) return false
  const from = childOn(parent, first.node)
  const to = childOn(parent, last.node)
  if (reaches(from, flow[start - 1]) || reaches(to, flow[end + 1])) return false
  const children = childrenOf(patch.edits, parent)
  wrapNodes(parent, children.indexOf(from), children.indexOf(to) + 1, around, inside)
  return true
}

function reaches(child: EditNode, neighbour: FlowLeaf | undefined): boolean {
  return child.type === 'element' && neighbour !== undefined && isInside(child, neighbour.node)
}

function commonParent(one: EditNode, other: EditNode): EditElement | null {
  let at = one.parent
  while (at && !isInside(at, other)) at = at.parent
  // Around both readings of a choice means around the choice.
  while (at && READINGS.has(localName(at))) at = at.parent
  return at
}

function childOn(parent: EditElement, node: EditNode): EditNode {
  let at = node
  while (at.parent !== parent) at = at.parent as EditElement
  return at
}

function isInBlock(patch: SidePatch, block: string, parent: EditElement): boolean {
  const elements = patch.source.blocks.get(block)?.elements ?? []
  return elements.some((element) => {
    const live = liveElement(patch.edits, element)
    return live === parent || isInside(live, parent)
  })
}

/** Puts an element around each run of nodes that stand side by side; gives the number of elements made. */
export function wrapInPieces(
  patch: SidePatch,
  leaves: readonly FlowLeaf[],
  make: (piece: number) => { around: EditElement; inside: EditElement },
): number {
  const runs: FlowLeaf[][] = []
  for (const leaf of leaves) {
    const last = runs.at(-1)
    const before = last?.at(-1)
    if (last && before && before.node.parent === leaf.node.parent && isNext(before, leaf))
      last.push(leaf)
    else runs.push([leaf])
  }
  runs.forEach((run, piece) => {
    const { around, inside } = make(piece)
    if (!wrapLeaves(patch, run, around, inside)) wrapAlone(patch, run, around, inside)
  })
  return runs.length
}

function isNext(before: FlowLeaf, leaf: FlowLeaf): boolean {
  const siblings = before.node.parent?.children
  return (
    siblings !== null &&
    siblings !== undefined &&
    siblings.indexOf(leaf.node) === siblings.indexOf(before.node) + 1
  )
}

function wrapAlone(
  patch: SidePatch,
  run: readonly FlowLeaf[],
  around: EditElement,
  inside: EditElement,
): void {
  const parent = run[0]?.node.parent
  if (!parent) throw new CannotPatch('the text has no place in the file any more')
  const children = childrenOf(patch.edits, parent)
  const from = children.indexOf(run[0]!.node)
  wrapNodes(parent, from, from + run.length, around, inside)
}

/** Puts a node of no width at a place; `order` is its rank among several there. */
export function insertPoint(patch: SidePatch, place: Place, node: EditNode, order = 0): void {
  const slot = slotAt(patch, place, false)
  let { index } = slot
  if (order > 0) {
    const children = childrenOf(patch.edits, slot.parent)
    while (isPoint(children[index])) index += 1
  }
  insertAt(slot.parent, index, node)
}

const POINTS: ReadonlySet<string> = new Set(['anchor', 'ptr', 'note', 'milestone', 'pb', 'lb'])

function isPoint(node: EditNode | undefined): boolean {
  return node?.type === 'element' && POINTS.has(localName(node))
}

/**
 * Puts a node that holds text at a place: in the mentions and other markup that now hold the text there, and out of the others. Words
 * put in among struck ones stand before the choice of these: inside it nothing would read them.
 */
export function insertText(patch: SidePatch, place: Place, node: EditNode): void {
  const slot = outOfStruck(slotAt(patch, place, true))
  const children = childrenOf(patch.edits, slot.parent)
  let { index } = slot
  // What is a point at this very place stands before inserted text.
  while (isPoint(children[index])) index += 1
  insertAt(slot.parent, index, node)
}

// Readings that a correction has struck.
const STRUCK: ReadonlySet<string> = new Set(['sic', 'orig', 'abbr', 'rdg'])

function outOfStruck(slot: Slot): Slot {
  let at: EditElement | null = slot.parent
  while (at && !(STRUCK.has(localName(at)) && at.parent && READINGS.has(localName(at.parent))))
    at = at.parent
  let choice = at?.parent
  while (choice?.parent && READINGS.has(localName(choice.parent))) choice = choice.parent
  const parent = choice?.parent
  if (!choice || !parent) return slot
  return outOfStruck({ parent, index: parent.children!.indexOf(choice) })
}

function slotAt(patch: SidePatch, place: Place, holds: boolean): Slot {
  const block = patch.source.blocks.get(place.block)
  const roots = (block?.elements ?? []).map((element) => liveElement(patch.edits, element))
  const { left, right } = neighbours(patch, place)
  const slots = [...slotsBehind(left, right, roots), ...slotsBefore(left, right, roots)]
  const root = roots[0]
  if (slots.length === 0 && root) {
    childrenOf(patch.edits, root)
    slots.push({ parent: root, index: 0 })
  }
  const around = holdersAround(patch, [left, right])
  const cost = (slot: Slot): number => {
    let faults = 0
    for (const [element, isWanted] of around) {
      const isIn = slot.parent === element || isInside(element, slot.parent)
      const wanted = isWanted === null ? false : holds ? isCovered(patch, element, place) : isIn
      if (isIn !== wanted) faults += 1
    }
    return faults
  }
  const best = slots.reduce<Slot | undefined>(
    (found, slot) => (found && cost(found) <= cost(slot) ? found : slot),
    undefined,
  )
  if (best) return best
  throw new CannotPatch('there is no line in the file that could hold this')
}

function isCovered(patch: SidePatch, element: EditElement, place: Place): boolean {
  const span = holderSpan(patch, element)
  if (!span) return false
  const { blocks } = patch.now.machine
  const rank = (id: string) => blocks.findIndex((block) => block.id === id)
  const at = rank(place.block)
  const behindStart =
    rank(span.from.block) < at ||
    (span.from.block === place.block &&
      comparePositions(positionOf(span.from), positionOf(place)) <= 0)
  const beforeEnd =
    rank(span.to.block) > at ||
    (span.to.block === place.block && comparePositions(positionOf(place), positionOf(span.to)) < 0)
  return behindStart && beforeEnd
}

function holdersAround(
  patch: SidePatch,
  leaves: readonly (FlowLeaf | undefined)[],
): (readonly [EditElement, unknown])[] {
  const found = new Map<EditElement, unknown>()
  for (const leaf of leaves)
    for (let at = leaf?.node.parent ?? null; at; at = at.parent) {
      const span = holderSpan(patch, at)
      if (span !== undefined) found.set(at, span)
    }
  return [...found]
}

function slotsBehind(
  left: FlowLeaf | undefined,
  right: FlowLeaf | undefined,
  roots: readonly EditElement[],
): Slot[] {
  const slots: Slot[] = []
  let node: EditNode | undefined = left?.node
  while (node?.parent) {
    const parent: EditElement = node.parent
    slots.push({ parent, index: parent.children!.indexOf(node) + 1 })
    if (roots.includes(parent) || (right && isInside(parent, right.node))) break
    node = parent
  }
  return slots.filter(({ parent }) => !READINGS.has(localName(parent)))
}

function slotsBefore(
  left: FlowLeaf | undefined,
  right: FlowLeaf | undefined,
  roots: readonly EditElement[],
): Slot[] {
  const slots: Slot[] = []
  let node: EditNode | undefined = right?.node
  while (node?.parent) {
    const parent: EditElement = node.parent
    slots.push({ parent, index: parent.children!.indexOf(node) })
    if (roots.includes(parent) || (left && isInside(parent, left.node))) break
    node = parent
  }
  return slots.filter(({ parent }) => !READINGS.has(localName(parent)))
}
