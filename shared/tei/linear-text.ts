import type { CanonicalText } from '../letter/canonical.ts'
import type { Block } from '../letter/machine-text.ts'
import type { MachineRange, Place } from '../letter/place.ts'

/** A run of the linear text of one origin: machine text that stands, machine text struck out, or inserted text. */
export interface LinearRun {
  readonly from: number
  readonly to: number
  readonly block: string
  readonly origin: 'kept' | 'deleted' | 'inserted'
  /** The correction it belongs to; only where it is not kept. */
  readonly correction?: string
  /** Machine offset of its first character; for inserted text the offset it stands at. */
  readonly offset: number
  /** The order key of inserted text. */
  readonly order: number
}

/** Where a block lies in the linear text. */
export interface LinearBlock {
  readonly block: Block
  readonly from: number
  readonly to: number
  readonly runs: readonly LinearRun[]
}

/**
 * One side of a letter laid out as one string: every machine character and every inserted one, in reading order, one
 * line feed between blocks. All positions in it are UTF-16 offsets.
 */
export interface LinearText {
  readonly text: string
  readonly blocks: readonly LinearBlock[]
  readonly byId: ReadonlyMap<string, LinearBlock>
}

interface Piece {
  readonly offset: number
  readonly order: number
  readonly correction: string
  readonly text: string
}

interface Struck {
  readonly from: number
  readonly to: number
  readonly correction: string
}

/** Lays out a text. Where two corrections strike out the same character the first by id has it. */
export function linearText(canonical: CanonicalText): LinearText {
  const pieces = new Map<string, Piece[]>()
  const struck = new Map<string, Struck[]>()
  for (const id of Object.keys(canonical.anchors.corrections).sort()) {
    const anchor = canonical.anchors.corrections[id]!
    for (const range of anchor.deleted) {
      push(struck, range.block, { from: range.from, to: range.to, correction: id })
    }
    for (const { block, offset, order, text } of anchor.inserted) {
      if (text !== '') push(pieces, block, { offset, order, correction: id, text })
    }
  }
  const blocks: LinearBlock[] = []
  const parts: string[] = []
  let at = 0
  for (const block of canonical.machine.blocks) {
    const laid = layBlock(block, at, struck.get(block.id) ?? [], pieces.get(block.id) ?? [])
    blocks.push(laid.linear)
    parts.push(laid.text)
    at = laid.linear.to + 1
  }
  return { text: parts.join('\n'), blocks, byId: new Map(blocks.map((b) => [b.block.id, b])) }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function layBlock(
  block: Block,
  start: number,
  struck: readonly Struck[],
  pieces: Piece[],
): { linear: LinearBlock; text: string } {
  const length = block.text.length
  const inOrder = pieces.toSorted((a, b) => a.offset - b.offset || a.order - b.order)
  const deletedBy = strikeOut(block.text, struck)
  const runs: LinearRun[] = []
  let at = start
  let text = ''
  const add = (run: Omit<LinearRun, 'from' | 'to' | 'block'>, characters: string): void => {
    if (characters === '') return
    runs.push({ from: at, to: at + characters.length, block: block.id, ...run })
    at += characters.length
    text += characters
  }
  let offset = 0
  const machineTo = (end: number): void => {
    while (offset < end) {
      const correction = deletedBy[offset]
      let to = offset + 1
      while (to < end && deletedBy[to] === correction) to += 1
      const origin = correction === undefined ? 'kept' : 'deleted'
      const by = correction === undefined ? {} : { correction }
      add({ origin, ...by, offset, order: 0 }, block.text.slice(offset, to))
      offset = to
    }
  }
  for (const piece of inOrder) {
    machineTo(wholeCharacter(block.text, Math.min(piece.offset, length)))
    const { correction, order } = piece
    add({ origin: 'inserted', correction, offset, order }, piece.text)
  }
  machineTo(length)
  return { linear: { block, from: start, to: at, runs }, text }
}

function strikeOut(text: string, struck: readonly Struck[]): (string | undefined)[] {
  const by = new Array<string | undefined>(text.length)
  for (const { from, to, correction } of struck) {
    const end = Math.min(to, text.length)
    for (let at = wholeCharacter(text, Math.max(0, from)); at < end; at += 1) by[at] ??= correction
  }
  for (let at = 1; at < text.length; at += 1) if (wholeCharacter(text, at) < at) by[at] = by[at - 1]
  return by
}

// A place between the halves of a surrogate pair cannot be written in XML: it is moved before the pair.
function wholeCharacter(text: string, at: number): number {
  const inPair =
    /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at))
  return inPair ? at - 1 : at
}

/** The position of a place; undefined where its block is not in the text. A place in an insertion that is gone is that of its offset. */
export function positionOf(linear: LinearText, place: Place): number | undefined {
  const block = linear.byId.get(place.block)
  if (!block) return undefined
  const before = borderOf(linear, block, place.offset, 'before')
  if (!place.into) return before
  const { order, inner } = place.into
  const run = block.runs.find(
    (r) => r.origin === 'inserted' && r.offset === place.offset && r.order === order,
  )
  return run ? wholeCharacter(linear.text, Math.min(run.from + inner, run.to)) : before
}

/** The position of a machine offset: before or behind all that was inserted there. */
export function borderOf(
  linear: LinearText,
  block: LinearBlock,
  offset: number,
  side: 'before' | 'behind',
): number {
  let at = block.from
  for (const run of block.runs) {
    if (run.origin === 'inserted') {
      if (run.offset < offset || (side === 'behind' && run.offset === offset)) at = run.to
    } else if (run.offset < offset) {
      at = run.from + Math.min(run.to - run.from, offset - run.offset)
    }
  }
  return wholeCharacter(linear.text, at)
}

/** The stretches of a machine range: what lies between them is inserted text. */
export function stretchesOf(
  linear: LinearText,
  range: MachineRange,
): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = []
  for (const run of linear.byId.get(range.block)?.runs ?? []) {
    if (run.origin === 'inserted') continue
    const whole = (at: number): number => wholeCharacter(linear.text, at + run.from)
    const from = whole(Math.max(range.from - run.offset, 0))
    const to = whole(Math.min(range.to - run.offset, run.to - run.from))
    if (from >= to) continue
    const last = stretches.at(-1)
    if (last?.to === from) last.to = to
    else stretches.push({ from, to })
  }
  return stretches
}
