import type { Anchors, CanonicalText } from './canonical.ts'
import type { Block } from './machine-text.ts'
import type { MachineRange, Place } from './place.ts'

/** What stands on a run of text: ids of records, each list sorted. */
export interface Cover {
  readonly passages: readonly string[]
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
  readonly kind: 'mentions' | 'passages'
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
  for (const kind of ['mentions', 'passages'] as const)
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
  return new BlockWalk(block, index, parts).walk()
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

// Walks one block from cut to cut; `here` is the place reached so far. Areas are taken up and dropped as they are
// passed, so that the work is in proportion to what stands in the block.
class BlockWalk {
  readonly block: Block
  readonly parts: BlockParts
  readonly pieces: Piece[] = []
  here: Place
  private points = 0
  private insertions = 0
  private nextArea = 0
  private active: Area[] = []
  private readonly waiting: { readonly area: Area; readonly from: Place }[]
  private readonly index: number

  constructor(block: Block, index: number, parts: BlockParts) {
    this.block = block
    this.index = index
    this.parts = parts
    this.here = { block: block.id, offset: 0 }
    this.waiting = parts.areas
      .map((area) => ({ area, from: area.fromBlock < index ? this.here : area.span.from }))
      .sort((a, b) => comparePlaces(a.from, b.from))
  }

  walk(): Piece[] {
    const cuts = this.cuts()
    cuts.forEach((offset, i) => {
      this.here = { block: this.block.id, offset }
      this.emitPoints()
      this.emitInsertions(offset)
      const end = cuts[i + 1]
      if (end !== undefined) this.emitMachine(offset, end)
    })
    return this.pieces
  }

  private cuts(): number[] {
    const { insertions, points, deletions, printed, areas } = this.parts
    const found = new Set([0, this.block.text.length])
    for (const one of insertions) found.add(one.offset)
    for (const one of points) found.add(one.at.offset)
    for (const { range } of [...deletions, ...printed]) found.add(range.from).add(range.to)
    for (const area of areas) {
      if (area.fromBlock === this.index) found.add(area.from)
      if (area.toBlock === this.index) found.add(area.to)
    }
    return [...found].sort((a, b) => a - b)
  }

  private emitPoints(): void {
    for (;;) {
      const point = this.parts.points[this.points]
      if (!point || comparePlaces(point.at, this.here) > 0) return
      this.points++
      const { id, type } = point
      const offset = this.here.offset
      this.pieces.push({ type, id, offset })
    }
  }

  private emitInsertions(offset: number): void {
    for (;;) {
      const one = this.parts.insertions[this.insertions]
      if (!one || one.offset !== offset) return
      this.insertions++
      const inner = this.innerCuts(one)
      let from = 0
      for (const to of inner) {
        this.pieces.push({
          type: 'text',
          text: one.text.slice(from, to),
          offset,
          ...this.cover(one.id, []),
        })
        this.here = { block: this.block.id, offset, into: { order: one.order, inner: to } }
        this.emitPoints()
        from = to
      }
    }
  }

  private innerCuts(one: Located): number[] {
    const found = new Set<number>([one.text.length])
    const add = (place: Place) => {
      if (place.block === this.block.id && place.offset === one.offset)
        if (place.into?.order === one.order && place.into.inner < one.text.length)
          found.add(place.into.inner)
    }
    for (const point of this.parts.points) add(point.at)
    for (const { span } of this.parts.areas) {
      add(span.from)
      add(span.to)
    }
    return [...found].sort((a, b) => a - b)
  }

  private emitMachine(from: number, to: number): void {
    const on = (list: BlockParts['deletions']) =>
      list.filter(({ range }) => range.from <= from && range.to >= to).map(({ id }) => id)
    const cover = {
      ...this.cover(null, on(this.parts.deletions)),
      printed: on(this.parts.printed).sort(),
    }
    this.pieces.push({
      type: 'text',
      text: this.block.text.slice(from, to),
      offset: from,
      ...cover,
    })
  }

  private cover(insertion: string | null, deletions: string[]): Cover {
    for (;;) {
      const next = this.waiting[this.nextArea]
      if (!next || comparePlaces(next.from, this.here) > 0) break
      this.nextArea++
      this.active.push(next.area)
    }
    this.active = this.active.filter(
      (area) => area.toBlock > this.index || comparePlaces(area.span.to, this.here) > 0,
    )
    const ids = (kind: Area['kind']) =>
      this.active
        .filter((area) => area.kind === kind)
        .map((area) => area.id)
        .sort()
    return {
      passages: ids('passages'),
      mentions: ids('mentions'),
      deletions: [...deletions].sort(),
      insertion,
      printed: [],
    }
  }
}
