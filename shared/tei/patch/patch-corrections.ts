import type { CorrectionAnchor } from '../../letter/canonical.ts'
import type { CorrectionRecord } from '../../letter/records.ts'
import { removeLine } from '../../xml/source/edit-lines.ts'
import type { SourceElement } from '../../xml/source/source-tree.ts'
import {
  attributeNow,
  childrenOf,
  type EditElement,
  type EditText,
  idOfElement,
  insertAt,
  newElement,
  newText,
  removeNode,
  setAttribute,
  unwrapElement,
} from '../../xml/source/xml-edits.ts'
import type { ChoiceSource } from '../decode/source-map.ts'
import { addApart } from './apart.ts'
import {
  comparePositions,
  type FlowLeaf,
  flowOf,
  insertedLeaves,
  isInside,
  leavesBetween,
  machineLeaves,
  positionOf,
} from './flow.ts'
import { insertText, wrapInPieces, wrapLeaves } from './place-markup.ts'
import { isSame } from './same.ts'
import {
  type InsertedPiece,
  insertionKey,
  liveElement,
  type NamedInsertion,
  respOf,
  type SidePatch,
} from './side-patch.ts'

/** Brings the corrections of a side up to date: those that are gone first, then changed ones, then new ones in the order of the text. */
export function patchCorrections(patch: SidePatch): void {
  const { then, now, source } = patch
  const added: string[] = []
  for (const [id, parts] of source.corrections) {
    const change = changeOf(
      then.anchors.corrections[id],
      now.anchors.corrections[id],
      now.records.corrections[id],
    )
    if (change === 'moved') added.push(id)
    if (change === 'gone' || change === 'moved')
      for (const part of parts) restoreReading(patch, part)
    else keepInsertions(patch, id, parts)
  }
  for (const [id, parts] of source.corrections) {
    if (added.includes(id) || !now.records.corrections[id]) continue
    holdParts(patch, parts)
    changeTexts(patch, id)
    changeRecord(patch, id, parts[0])
  }
  for (const id of Object.keys(now.records.corrections))
    if (!source.corrections.has(id) && now.anchors.corrections[id]) added.push(id)
  const order = new Map(now.machine.blocks.map(({ id }, index) => [id, index]))
  const start = (id: string) => {
    const { deleted, inserted } = now.anchors.corrections[id] as CorrectionAnchor
    const first = deleted[0] ?? inserted[0]
    const offset = first && 'from' in first ? first.from : (first?.offset ?? 0)
    return (order.get(first?.block ?? '') ?? 0) * 1e9 + offset
  }
  for (const id of added.sort((a, b) => start(a) - start(b))) addCorrection(patch, id)
  patchReasons(patch)
}

type Change = 'same' | 'gone' | 'moved'

function changeOf(
  then: CorrectionAnchor | undefined,
  now: CorrectionAnchor | undefined,
  record: CorrectionRecord | undefined,
): Change {
  if (!now || !record || !then) return 'gone'
  const places = ({ inserted }: CorrectionAnchor) =>
    inserted.map(({ block, offset }) => `${block} ${offset}`)
  const isThere = isSame(then.deleted, now.deleted) && isSame(places(then), places(now))
  return isThere ? 'same' : 'moved'
}

// The reading as it came takes the place of the choice.
function restoreReading(patch: SidePatch, { choice, read }: ChoiceSource): void {
  const live = liveElement(patch.edits, choice)
  const kept = read && liveElement(patch.edits, read)
  for (const child of [...childrenOf(patch.edits, live)]) if (child !== kept) removeNode(child)
  if (kept) unwrapElement(patch.edits, kept)
  unwrapElement(patch.edits, live)
}

function keepInsertions(patch: SidePatch, id: string, parts: readonly ChoiceSource[]): void {
  const anchor = patch.then.anchors.corrections[id]
  anchor?.inserted.forEach((insertion, index) => {
    const { runs } = patch.source.blocks
      .get(insertion.block)
      ?.insertions.find(
        ({ offset, order }) => offset === insertion.offset && order === insertion.order,
      ) ?? { runs: [] }
    const pieces = runs.map(
      ({ node, from, to, length }): InsertedPiece => ({ node, from, to, length }),
    )
    if (parts.length > 0) patch.inserted.set(insertionKey(id, index), pieces)
  })
}

function holdParts(patch: SidePatch, parts: readonly ChoiceSource[]): void {
  for (const { choice, read, put } of parts)
    for (const element of [choice, read, put])
      if (element && !element.expanded)
        patch.holders.set(liveElement(patch.edits, element), null)
}

// Inserted text that reads otherwise now: what is the same at its beginning and end stays, with all markup in it.
function changeTexts(patch: SidePatch, id: string): void {
  const before = patch.then.anchors.corrections[id]?.inserted ?? []
  const after = patch.now.anchors.corrections[id]?.inserted ?? []
  before.forEach(({ text }, index) => {
    const insertion = after[index]
    if (insertion && insertion.text !== text)
      changeText(patch, { ...insertion, correction: id, index }, text)
  })
}

function changeText(patch: SidePatch, insertion: NamedInsertion, old: string): void {
  const key = insertionKey(insertion.correction, insertion.index)
  const { text } = insertion
  let head = 0
  while (head < old.length && head < text.length && old[head] === text[head]) head += 1
  if (/[\uD800-\uDBFF]/.test(text[head - 1] ?? '')) head -= 1
  let tail = 0
  const most = Math.min(old.length, text.length) - head
  while (tail < most && old.at(-1 - tail) === text.at(-1 - tail)) tail += 1
  if (tail > 0 && /[\uDC00-\uDFFF]/.test(text.at(-tail) ?? '')) tail -= 1
  const pieces = cutPieces(patch, insertion, [head, old.length - tail])
  const fresh = newText(text.slice(head, text.length - tail))
  const kept: InsertedPiece[] = []
  let at = 0
  let place: EditText | null = null
  for (const leaf of pieces) {
    const isGone = at >= head && at + leaf.length <= old.length - tail && leaf.length > 0
    if (!place && at >= head) place = putText(leaf, fresh, true)
    if (!isGone) kept.push(...asPiece(leaf))
    at += leaf.length
    if (isGone) removeNode(leaf.node)
  }
  const last = pieces.at(-1)
  if (!place && last) putText(last, fresh, false)
  else if (!place) putInCorr(patch, insertion.correction, fresh)
  patch.inserted.set(key, withFresh(kept, fresh, head))
}

function putText(leaf: FlowLeaf, fresh: EditText, isBefore: boolean): EditText {
  const parent = leaf.node.parent as EditElement
  const index = parent.children!.indexOf(leaf.node)
  if (fresh.to > fresh.from) insertAt(parent, isBefore ? index : index + 1, fresh)
  return fresh
}

function putInCorr(patch: SidePatch, id: string, fresh: EditText): void {
  const put = patch.source.corrections.get(id)?.[0]?.put
  if (!put) return
  const live = liveElement(patch.edits, put)
  childrenOf(patch.edits, live)
  insertAt(live, live.children!.length, fresh)
}

function asPiece({ node, length }: FlowLeaf): InsertedPiece[] {
  if (node.type !== 'text') return []
  if (!node.source) return [{ fresh: node }]
  return [{ node: node.source, from: node.from, to: node.to, length }]
}

function withFresh(pieces: readonly InsertedPiece[], fresh: EditText, at: number): InsertedPiece[] {
  if (fresh.to === fresh.from) return [...pieces]
  const all = [...pieces]
  let index = 0
  let length = 0
  for (; index < all.length && length < at; index++) {
    const piece = all[index] as InsertedPiece
    length += 'fresh' in piece ? piece.fresh.to - piece.fresh.from : piece.length
  }
  all.splice(index, 0, { fresh })
  return all
}

function cutPieces(
  patch: SidePatch,
  insertion: NamedInsertion,
  offsets: readonly number[],
): FlowLeaf[] {
  const key = insertionKey(insertion.correction, insertion.index)
  for (const offset of offsets) {
    const pieces = patch.inserted.get(key) ?? []
    let at = 0
    pieces.forEach((piece, index) => {
      const length = 'fresh' in piece ? piece.fresh.to - piece.fresh.from : piece.length
      if (
        !('fresh' in piece) &&
        offset > at &&
        offset < at + length &&
        length === piece.to - piece.from
      ) {
        const middle = piece.from + offset - at
        pieces.splice(
          index,
          1,
          { ...piece, to: middle, length: offset - at },
          { ...piece, from: middle, length: length - (offset - at) },
        )
      }
      at += length
    })
  }
  return insertedLeaves(patch, insertion)
}

/** Adds a correction: a choice around each stretch of struck text, with what is put in behind it; one that is put in elsewhere stands alone. */
function addCorrection(patch: SidePatch, id: string): void {
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
      if (!patch.inserted.has(insertionKey(id, put.index))) putAlone(patch, put, record, choices)
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
  for (const element of [around, read, put]) patch.holders.set(element, null)
  writeRecord(patch, put, record)
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
    if (patch.holders.get(at) === null && patch.holders.has(at)) return true
  return false
}

// Whether the markup around a choice is that which holds the inserted text now.
function holdsPut(patch: SidePatch, choice: EditElement, put: NamedInsertion): boolean {
  const place = { block: put.block, offset: put.offset, into: { order: put.order, inner: 0 } }
  for (const [element, span] of patch.holders) {
    if (!span || span.from.block !== span.to.block || span.from.block !== put.block) continue
    const covers =
      comparePositions(positionOf(span.from), positionOf(place)) <= 0 &&
      comparePositions(positionOf(place), positionOf(span.to)) < 0
    if (covers !== isInside(element, choice) && isTouching(patch, element, put)) return false
  }
  return true
}

function isTouching(patch: SidePatch, element: EditElement, put: NamedInsertion): boolean {
  const span = patch.holders.get(element)
  return (
    span !== null &&
    span !== undefined &&
    span.from.offset <= put.offset &&
    span.to.offset >= put.offset
  )
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
    .findLast((one) => patch.inserted.has(insertionKey(one.correction, one.index)))
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

function changeRecord(patch: SidePatch, id: string, part: ChoiceSource | undefined): void {
  const before = patch.then.records.corrections[id]
  const record = patch.now.records.corrections[id]
  const put = part?.put
  if (!before || !record || !put || isSame(before, record)) return
  const live = liveElement(patch.edits, put)
  if (before.cert !== record.cert) setAttribute(live, 'cert', record.cert)
  if (before.category !== record.category || before.severity !== record.severity)
    writeCategory(patch, live, record)
  if (before.by !== record.by) {
    const resp = respOf(patch, record.by)
    if (resp !== undefined) setAttribute(live, 'resp', resp)
  }
}

function writeRecord(patch: SidePatch, put: EditElement, record: CorrectionRecord): void {
  setAttribute(put, 'resp', respOf(patch, record.by))
  if (record.cert !== 'high') setAttribute(put, 'cert', record.cert)
  writeCategory(patch, put, record)
}

// By the file's taxonomy where it has the app's, else as the types of the reading.
function writeCategory(
  { file }: SidePatch,
  put: EditElement,
  { category, severity }: CorrectionRecord,
): void {
  const words = (attributeNow(put, 'ana') ?? '').split(/\s+/).filter((word) => word !== '')
  const others = words.filter((word) => !/^#(err|sev)-/.test(word))
  const type = attributeNow(put, 'type')
  const isForeign = type !== undefined && words.length === others.length && put.source !== null
  if (file.ids.has(`err-${category}`) || words.length > others.length || isForeign) {
    setAttribute(put, 'ana', [...others, `#err-${category}`, `#sev-${severity}`].join(' '))
    return
  }
  setAttribute(put, 'type', category === 'source' ? undefined : category)
  setAttribute(put, 'subtype', severity === 'neutral' ? undefined : severity)
}

function patchReasons(patch: SidePatch): void {
  const { then, now, source, edits } = patch
  for (const [id, note] of source.reasons) {
    const reason = now.records.corrections[id]?.reason
    if (reason === then.records.corrections[id]?.reason) continue
    const live = liveElement(edits, note)
    if (reason === undefined || reason === '') removeLine(edits, live)
    else {
      live.children = []
      insertAt(live, 0, newText(reason))
    }
  }
  for (const [id, { reason, by }] of Object.entries(now.records.corrections)) {
    if (!reason || source.reasons.has(id)) continue
    const choice = choiceNow(patch, id)
    if (!choice) continue
    const target = `#${idOfElement(edits, choice, `${patch.unit.id}-k1`)}`
    const attributes = { type: 'reason', resp: respOf(patch, by), target }
    addApart(
      patch,
      'listAnnotation',
      'correction-reasons',
      newElement('note', attributes, [reason]),
    )
  }
}

function choiceNow(patch: SidePatch, id: string): EditElement | undefined {
  const index = patch.now.anchors.corrections[id]?.inserted.length ? 0 : -1
  const piece = index === 0 ? patch.inserted.get(insertionKey(id, 0))?.[0] : undefined
  const start = piece && 'fresh' in piece ? piece.fresh.parent : null
  for (let at = start; at; at = at.parent) if (at.name === 'choice' || at.name === 'app') return at
  const part: SourceElement | undefined = patch.source.corrections.get(id)?.[0]?.choice
  const live = part && liveElement(patch.edits, part)
  if (live?.parent) return live
  const range = patch.now.anchors.corrections[id]?.deleted[0]
  const leaf = range && machineLeaves(patch, range.block, range.from, range.to)[0]
  for (let at = leaf?.node.parent ?? null; at; at = at.parent)
    if (at.name === 'choice' || at.name === 'app') return at
  return undefined
}
