import type { Side } from '../../letter/canonical.ts'
import type { MachineRange } from '../../letter/place.ts'
import type { PairRecord } from '../../letter/records.ts'
import { removeLine } from '../../xml/source/edit-lines.ts'
import type { SourceElement } from '../../xml/source/source-tree.ts'
import {
  freshId,
  idOfElement,
  newElement,
  setAttribute,
  type XmlEdits,
} from '../../xml/source/xml-edits.ts'
import { pairCertainty } from '../certainty.ts'
import { addApart } from './apart.ts'
import { machineLeaves } from './flow.ts'
import { addAnchors } from './patch-mentions.ts'
import { wrapLeaves } from './place-markup.ts'
import { isSame } from './same.ts'
import { liveElement, respOf, type SidePatch } from './side-patch.ts'

/** Brings the pairs of the two texts up to date: confirmed ones in place, new ones as links to segments, which are made where there are none. */
export function patchPairs(translation: SidePatch, original: SidePatch): void {
  const { then, now, source, edits } = translation
  const sides = { translation, original }
  for (const [id, element] of source.pairs) {
    const [before, pair] = [then.records.pairs[id], now.records.pairs[id]]
    if (isSame(before, pair) || isSettled(translation, element, before, pair)) continue
    takeLink(edits, element)
    if (pair) addPair(sides, pair)
  }
  for (const [id, pair] of Object.entries(now.records.pairs))
    if (!source.pairs.has(id)) addPair(sides, pair)
}

function isLink({ local }: SourceElement): boolean {
  return local === 'link' || local === 'ptr'
}

// Where the same stretches stay paired their link says how sure that is.
function isSettled(
  patch: SidePatch,
  element: SourceElement,
  before: PairRecord | undefined,
  pair: PairRecord | undefined,
): boolean {
  const isThere =
    isSame(before?.original, pair?.original) && isSame(before?.translation, pair?.translation)
  if (!pair || !isThere || !isLink(element)) return false
  const { edits } = patch
  const { cert, resp } = judgementOf(patch, pair)
  const live = liveElement(edits, element)
  setAttribute(live, 'cert', cert)
  if (resp !== undefined || before?.by !== undefined) setAttribute(live, 'resp', resp)
  return true
}

function takeLink(edits: XmlEdits, element: SourceElement): void {
  const live = liveElement(edits, element)
  if (isLink(element)) removeLine(edits, live)
  else setAttribute(live, 'corresp', undefined)
}

/** How sure a pair is, and who confirmed it. */
function judgementOf(patch: SidePatch, pair: PairRecord) {
  const resp = pair.confirmed && pair.by !== undefined ? respOf(patch, pair.by) : undefined
  return { cert: pairCertainty(pair), resp }
}

function addPair(sides: Readonly<Record<Side, SidePatch>>, pair: PairRecord): void {
  const pointers = (side: Side) => pair[side].map((range) => `#${segmentId(sides[side], range)}`)
  const original = pointers('original')
  const translation = pointers('translation')
  const target = [...original, ...translation].join(' ')
  const attributes = { target, ...judgementOf(sides.translation, pair) }
  const link =
    translation.length === 0
      ? newElement('ptr', { type: 'untranslated', ...attributes })
      : original.length === 0
        ? newElement('ptr', { type: 'added', ...attributes })
        : newElement('link', attributes)
  addApart(sides.translation, 'linkGrp', 'translation', link)
}

/** The id of the element that holds a stretch of machine text and nothing else; where there is none a segment is made. */
function segmentId(patch: SidePatch, range: MachineRange): string {
  const key = `${range.block}:${range.from}-${range.to}`
  const known = patch.segments.get(key)
  if (known !== undefined) return known
  const wish = `${patch.unit.id}-${patch.side === 'original' ? 'os' : 's'}1`
  const id = elementId(patch, range, wish) ?? makeSegment(patch, range, wish)
  patch.segments.set(key, id)
  return id
}

function elementId(patch: SidePatch, range: MachineRange, wish: string): string | undefined {
  const exact = {
    from: { block: range.block, offset: range.from },
    to: { block: range.block, offset: range.to },
  }
  for (const [element, span] of patch.source.places)
    if (isSame(span, exact) && !element.expanded && element.local !== 'span')
      return idOfElement(patch.edits, liveElement(patch.edits, element), wish)
  return undefined
}

function makeSegment(patch: SidePatch, range: MachineRange, wish: string): string {
  const id = freshId(patch.edits, wish)
  const leaves = machineLeaves(patch, range.block, range.from, range.to)
  if (wrapLeaves(patch, leaves, newElement('seg', { 'xml:id': id }))) return id
  const span = {
    from: { block: range.block, offset: range.from },
    to: { block: range.block, offset: range.to },
  }
  const { from, to } = addAnchors(patch, span, 's')
  addApart(
    patch,
    'spanGrp',
    'segments',
    newElement('span', { 'xml:id': id, from: `#${from}`, to: `#${to}` }),
  )
  return id
}
