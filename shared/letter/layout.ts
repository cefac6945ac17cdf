import type { Anchors, CanonicalText } from './canonical.ts'
import type { Block } from './machine-text.ts'
import type { MachineRange, Place } from './place.ts'
import type { SpanTable } from './schema.ts'

/** What stands on a run of text: ids of records, each list sorted. */
export interface Cover {
  readonly passages: readonly string[]
  readonly verbatim: readonly string[]
  readonly queries: readonly string[]
  readonly mentions: readonly string[]
  readonly deletions: readonly string[]
  readonly insertion: string | null
  readonly printed: readonly string[]
}

/**
 * One stretch of a block's projected text with everything that stands on it, an editor's callout, or an editor's
 * paragraph break. `offset` is the machine offset (UTF-16) at which a stretch begins; inserted text stays at one offset.
 */
export type Piece =
  | ({ readonly type: 'text'; readonly text: string; readonly offset: number } & Cover)
  | { readonly type: 'callout'; readonly id: string; readonly offset: number }
  | { readonly type: 'break'; readonly id: string; readonly offset: number }

/** The pieces of one block, in order; together their uninserted texts are the block's machine text. */
export interface Layout {
  readonly block: Block
  readonly pieces: readonly Piece[]
}

interface Located {
  readonly id: string
  readonly offset: number
  readonly order: number
  readonly text: string
}
interface Point {
  readonly id: string
  readonly type: 'callout' | 'break'
  readonly at: Place
  readonly order: number
}
interface Area {
  readonly id: string
  readonly kind: SpanTable
  readonly from: number
  readonly fromBlock: number
  readonly to: number
  readonly toBlock: number
  readonly span: { readonly from: Place; readonly to: Place }
}
interface BlockParts {
  readonly insertions: Located[]
  readonly points: Point[]
  readonly deletions: { readonly id: string; readonly range: MachineRange }[]
  readonly printed: { readonly id: string; readonly range: MachineRange }[]
  readonly areas: Area[]
}

/** Cuts every block where anything begins or ends: what the projection and the TEI encoder are made of. Throws a RangeError for an anchor outside its block. */
export function blockLayouts(text: CanonicalText): Map<string, Layout> {
  const index = new Map(text.machine.blocks.map((block, i) => [block.id, i]))
  const parts = text.machine.blocks.map(
    (): BlockParts => ({ insertions: [], points: [], deletions: [], printed: [], areas: [] }),
  )
  collect(text, index, parts)
  return new Map(
    text.machine.blocks.map((block, i) => [
      block.id,
      { block, pieces: layBlock(block, i, parts[i] as BlockParts) },
    ]),
  )
}

function collect(text: CanonicalText, index: Map<string, number>, parts: BlockParts[]): void {
  const at: PartsOf = (block, id) => {
    const found = parts[index.get(block) ?? -1]
    if (!found) throw new RangeError(`Record ${id} stands in block ${block}, which does not exist`)
    return found
  }
  collectCorrections(text.anchors, at)
  collectPoints(text.anchors, at)
  for (const kind of ['mentions', 'passages', 'verbatim', 'queries'] as const)
    for (const [id, span] of Object.entries(text.anchors[kind])) {
      at(span.from.block, id)
      at(span.to.block, id)
      addArea(index, parts, { id, kind, span })
    }
}

type PartsOf = (block: string, id: string) => BlockParts

function collectCorrections(anchors: Anchors, at: PartsOf): void {
  for (const [id, { deleted, inserted }] of Object.entries(anchors.corrections)) {
    for (const range of deleted) at(range.block, id).deletions.push({ id, range })
    for (const one of inserted) at(one.block, id).insertions.push({ id, ...one })
  }
}

function collectPoints(anchors: Anchors, at: PartsOf): void {
  for (const [id, anchor] of Object.entries(anchors.callouts)) {
    if ('printed' in anchor)
      for (const range of anchor.printed) at(range.block, id).printed.push({ id, range })
    else at(anchor.point.at.block, id).points.push({ id, type: 'callout', ...anchor.point })
  }
  for (const [id, point] of Object.entries(anchors.breaks))
    at(point.at.block, id).points.push({ id, type: 'break', ...point })
}

function addArea(
  index: Map<string, number>,
  parts: BlockParts[],
  { id, kind, span }: Pick<Area, 'id' | 'kind' | 'span'>,
): void {
  const fromBlock = index.get(span.from.block) as number
  const toBlock = index.get(span.to.block) as number
  const area = { id, kind, span, fromBlock, toBlock, from: span.from.offset, to: span.to.offset }
  for (let i = fromBlock; i <= toBlock; i++) parts[i]?.areas.push(area)
}

function layBlock(block: Block, index: number, parts: BlockParts): Piece[] {
  for (const one of parts.insertions) checkOffset(block, one.offset, one.id)
  for (const one of parts.points) checkOffset(block, one.at.offset, one.id)
  for (const one of [...parts.deletions, ...parts.printed]) {
    checkOffset(block, one.range.from, one.id)
    checkOffset(block, one.range.to, one.id)
  }
  parts.insertions.sort((a, b) => a.offset - b.offset || a.order - b.order)
  parts.points.sort((a, b) => comparePlaces(a.at, b.at) || a.order - b.order)
  return walkBlock(block, index, parts)
}

function checkOffset(block: Block, offset: number, id: string): void {
  if (!(offset >= 0 && offset <= block.text.length))
    throw new RangeError(
      `Record ${id} stands at ${offset} in block ${block.id} of ${block.text.length}`,
    )
}

/** Orders two places of one block: by offset, then by how far into the insertions there they lie. */
export function comparePlaces(a: Place, b: Place): number {
  return (
    a.offset - b.offset ||
    (a.into?.order ?? -1) - (b.into?.order ?? -1) ||
    (a.into?.inner ?? 0) - (b.into?.inner ?? 0)
  )
}

// A walk through one block from cut to cut; `here` is the place reached so far. Areas are taken up and dropped as they
// are passed, so that the work is in proportion to what stands in the block.
interface Walk {
  readonly block: Block
  readonly index: number
  readonly parts: BlockParts
  readonly pieces: Piece[]
  readonly waiting: readonly { readonly area: Area; readonly from: Place }[]
  here: Place
  nextPoint: number
  nextInsertion: number
  nextArea: number
  active: readonly Area[]
}

function walkBlock(block: Block, index: number, parts: BlockParts): Piece[] {
  const here: Place = { block: block.id, offset: 0 }
  const waiting = parts.areas
    .map((area) => ({ area, from: area.fromBlock < index ? here : area.span.from }))
    .sort((a, b) => comparePlaces(a.from, b.from))
  const counts = { nextPoint: 0, nextInsertion: 0, nextArea: 0 }
  const walk: Walk = { block, index, parts, pieces: [], waiting, here, ...counts, active: [] }
  const cuts = cutsOf(walk)
  cuts.forEach((offset, i) => {
    walk.here = { block: block.id, offset }
    emitPoints(walk)
    emitInsertions(walk, offset)
    const end = cuts[i + 1]
    if (end !== undefined) emitMachine(walk, offset, end)
  })
  return walk.pieces
}

function cutsOf({ block, index, parts }: Walk): number[] {
  const found = new Set([0, block.text.length])
  for (const one of parts.insertions) found.add(one.offset)
  for (const one of parts.points) found.add(one.at.offset)
  for (const { range } of [...parts.deletions, ...parts.printed])
    found.add(range.from).add(range.to)
  for (const area of parts.areas) {
    if (area.fromBlock === index) found.add(area.from)
    if (area.toBlock === index) found.add(area.to)
  }
  return [...found].sort((a, b) => a - b)
}

function emitPoints(walk: Walk): void {
  for (;;) {
    const point = walk.parts.points[walk.nextPoint]
    if (!point || comparePlaces(point.at, walk.here) > 0) return
    walk.nextPoint++
    const { id, type } = point
    walk.pieces.push({ type, id, offset: walk.here.offset })
  }
}

function emitInsertions(walk: Walk, offset: number): void {
  for (;;) {
    const one = walk.parts.insertions[walk.nextInsertion]
    if (one?.offset !== offset) return
    walk.nextInsertion++
    let from = 0
    for (const to of innerCuts(walk, one)) {
      const text = one.text.slice(from, to)
      walk.pieces.push({ type: 'text', text, offset, ...coverHere(walk, one.id) })
      walk.here = { block: walk.block.id, offset, into: { order: one.order, inner: to } }
      emitPoints(walk)
      from = to
    }
  }
}

function innerCuts({ block, parts }: Walk, one: Located): number[] {
  const found = new Set<number>([one.text.length])
  const add = (place: Place) => {
    if (place.block !== block.id || place.offset !== one.offset) return
    if (place.into?.order === one.order && place.into.inner < one.text.length)
      found.add(place.into.inner)
  }
  for (const point of parts.points) add(point.at)
  for (const { span } of parts.areas) {
    add(span.from)
    add(span.to)
  }
  return [...found].sort((a, b) => a - b)
}

function emitMachine(walk: Walk, from: number, to: number): void {
  const on = (list: BlockParts['deletions']) =>
    list
      .filter(({ range }) => range.from <= from && range.to >= to)
      .map(({ id }) => id)
      .sort()
  const { deletions, printed } = walk.parts
  const text = walk.block.text.slice(from, to)
  const cover = { ...coverHere(walk, null), deletions: on(deletions), printed: on(printed) }
  walk.pieces.push({ type: 'text', text, offset: from, ...cover })
}

function coverHere(walk: Walk, insertion: string | null): Cover {
  for (;;) {
    const next = walk.waiting[walk.nextArea]
    if (!next || comparePlaces(next.from, walk.here) > 0) break
    walk.nextArea++
    walk.active = [...walk.active, next.area]
  }
  walk.active = walk.active.filter(
    (area) => area.toBlock > walk.index || comparePlaces(area.span.to, walk.here) > 0,
  )
  const ids = (kind: Area['kind']) =>
    walk.active
      .filter((area) => area.kind === kind)
      .map((area) => area.id)
      .sort()
  return {
    passages: ids('passages'),
    verbatim: ids('verbatim'),
    queries: ids('queries'),
    mentions: ids('mentions'),
    deletions: [],
    insertion,
    printed: [],
  }
}
