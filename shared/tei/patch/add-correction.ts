import type { Span } from '../../letter/place.ts'
import type { CorrectionRecord } from '../../letter/records.ts'
import {
  type EditElement,
  idOfElement,
  insertAt,
  newElement,
  newText,
  setAttribute,
} from '../../xml/source/xml-edits.ts'
import {
  comparePositions,
  type FlowLeaf,
  flowOf,
  isInside,
  leavesBetween,
  machineLeaves,
  positionOf,
} from './flow.ts'
import { holderSpan, holdersOf } from './holders.ts'
import { insertText, wrapInPieces, wrapLeaves } from './place-markup.ts'
import {
  insertionKey,
  type NamedInsertion,
  piecesOfInsertion,
  type SidePatch,
} from './side-patch.ts'
import { writeCorrection } from './write-correction.ts'

/** Adds a correction: a choice around each stretch of struck text, with what is put in behind it; one that is put in elsewhere stands alone. */
export function addCorrection(patch: SidePatch, id: string): void {
  const record = patch.now.records.corrections[id]!
  const anchor = patch.now.anchors.corrections[id]!
  const choices: EditElement[] = []
  const blocks = new Set([...anchor.deleted, ...anchor.inserted].map(({ block }) => block))
  for (const { id: block } of patch.now.machine.blocks) {
    if (!blocks.has(block)) continue
    const puts = anchor.inserted.flatMap((one, index) =>
      one.block === block ? [{ ...one, correction: id, index }] : [],
    )
    const struck = anchor.deleted.filter((range) => range.block === block)
    const offsets = puts.map(({ offset }) => offset)
    const stretches = struck.flatMap(({ from, to }) => cutRange(from, to, offsets))
    for (const { from, to } of stretches) {
      const put = puts.find(({ offset }) => offset === to)
      strike(patch, block, from, to, record, put, choices)
    }
    for (const put of puts)
      if (!piecesOfInsertion(patch, put)) putAlone(patch, put, record, choices)
  }
  linkChoices(patch, choices)
}

function cutRange(
  from: number,
  to: number,
  offsets: readonly number[],
): { from: number; to: number }[] {
  const cuts = [...new Set(offsets)].filter((at) => at > from && at < to).sort((a, b) => a - b)
  const ends = [...cuts, to]
  return ends.map((end, index) => ({ from: index === 0 ? from : ends[index - 1]!, to: end }))
}

const ELEMENTS = {
  'sic-corr': ['choice', 'sic', 'corr'],
  'orig-reg': ['choice', 'orig', 'reg'],
  'abbr-expan': ['choice', 'abbr', 'expan'],
  app: ['app', 'rdg', 'lem'],
} as const

function newChoice(patch: SidePatch, record: CorrectionRecord) {
  const [outer, first, second] = ELEMENTS[record.choice ?? 'sic-corr']
  const read = newElement(first)
  const put = newElement(second)
  const readings = record.choice === 'app' ? [put, read] : [read, put]
  const around = newElement(outer, {}, readings)
  for (const element of [around, read, put]) patch.holders.choices.add(element)
  writeCorrection(patch, put, record)
  return { around, read, put }
}

function strike(
  patch: SidePatch,
  block: string,
  from: number,
  to: number,
  record: CorrectionRecord,
  put: NamedInsertion | undefined,
  choices: EditElement[],
): void {
  const leaves = freeLeaves(patch, block, from, to)
  const texts: EditElement[] = []
  const make = () => {
    const choice = newChoice(patch, record)
    choices.push(choice.around)
    texts.push(choice.put)
    return { around: choice.around, inside: choice.read }
  }
  for (const run of leaves) {
    const { around, inside } = make()
    if (wrapLeaves(patch, run, around, inside)) continue
    choices.pop()
    texts.pop()
    wrapInPieces(patch, run, make)
  }
  const last = texts.at(-1)
  if (!put || !last || !holdsPut(patch, choices.at(-1)!, put)) return
  const fresh = newText(put.text)
  insertAt(last, last.children!.length, fresh)
  patch.inserted.set(insertionKey(put.correction, put.index), [{ fresh }])
}

// What another correction has struck out already is left to it; what it has put in is passed over.
function freeLeaves(patch: SidePatch, block: string, from: number, to: number): FlowLeaf[][] {
  machineLeaves(patch, block, from, to)
  const runs: FlowLeaf[][] = []
  let isOpen = false
  const flow = flowOf(patch, block)
  leavesBetween(flow, [from, -1, 0], [to, -1, 0])
  for (const leaf of flow) {
    const [offset, order] = leaf.start
    const isStruck = order === Number.POSITIVE_INFINITY && offset >= from && offset < to
    const isFree = isStruck && !inReading(patch, leaf)
    if (isFree && isOpen) runs.at(-1)!.push(leaf)
    else if (isFree) runs.push([leaf])
    isOpen = isFree
  }
  return runs
}

function inReading(patch: SidePatch, leaf: FlowLeaf): boolean {
  for (let at = leaf.node.parent; at; at = at.parent)
    if (holderSpan(patch, at) === null) return true
  return false
}

// Whether the markup around a choice is that which holds the inserted text now.
function holdsPut(patch: SidePatch, choice: EditElement, put: NamedInsertion): boolean {
  const place = { block: put.block, offset: put.offset, into: { order: put.order, inner: 0 } }
  for (const [element, span] of holdersOf(patch, put.block)) {
    const covers =
      comparePositions(positionOf(span.from), positionOf(place)) <= 0 &&
      comparePositions(positionOf(place), positionOf(span.to)) < 0
    if (covers !== isInside(element, choice) && isTouching(span, put)) return false
  }
  return true
}

function isTouching({ from, to }: Span, { offset }: NamedInsertion): boolean {
  return from.offset <= offset && to.offset >= offset
}

function putAlone(
  patch: SidePatch,
  put: NamedInsertion,
  record: CorrectionRecord,
  choices: EditElement[],
): void {
  const choice = newChoice(patch, record)
  const before = patch.insertions
    .get(put.block)
    ?.filter((one) => one.offset === put.offset && one.order < put.order)
    .findLast((one) => piecesOfInsertion(patch, one) !== undefined)
  const place = { block: put.block, offset: put.offset }
  const into = before && { order: before.order, inner: before.text.length }
  insertText(patch, into ? { ...place, into } : place, choice.around)
  const fresh = newText(put.text)
  insertAt(choice.put, 0, fresh)
  patch.inserted.set(insertionKey(put.correction, put.index), [{ fresh }])
  choices.push(choice.around)
}

// Further parts of a correction point to its first choice.
function linkChoices(patch: SidePatch, choices: readonly EditElement[]): void {
  const [first, ...others] = choices
  if (!first || others.length === 0) return
  const id = idOfElement(patch.edits, first, `${patch.unit.id}-k1`)
  for (const other of others) setAttribute(other, 'corresp', `#${id}`)
}
