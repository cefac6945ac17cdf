import type { Place } from '../../letter/place.ts'
import type { LinearText } from '../linear-text.ts'
import type { Stretch } from './trail-spans.ts'

/** A stretch of the text of an element, as TEI points to it (TEI P5 17.2.4): `offset` and `length` count characters (code points). */
export interface StringRange {
  readonly id: string
  readonly offset: number
  readonly length: number
}

/** An element of the text with the stretch of the linear text (UTF-16 offsets) that is its content. */
export interface WrittenPiece {
  readonly id: string
  readonly from: number
  readonly to: number
}

const POINTER = /^#string-range\(([^\s(),]+),(\d+),(\d+)\)$/

/** The pointer to a stretch. */
export function stringRangePointer({ id, offset, length }: StringRange): string {
  return `#string-range(${id},${offset},${length})`
}

/** The stretch that a pointer names, undefined where it names none. */
export function readStringRange(pointer: string): StringRange | undefined {
  const found = POINTER.exec(pointer)
  return found ? { id: found[1]!, offset: Number(found[2]), length: Number(found[3]) } : undefined
}

/** A part of a stretch, and the piece of the text in which it lies. */
export interface TouchedPart<T> extends Stretch {
  readonly piece: T
}

/** The pieces that a stretch touches, each with the part of the stretch that lies in it; one of no width is in the first that it stands at. */
export function touchedParts<T extends Stretch>(
  pieces: readonly T[],
  { from, to }: Stretch,
): readonly TouchedPart<T>[] {
  const touched = pieces.filter((piece) => piece.from < to && from < piece.to)
  const within =
    from < to && touched.length > 0
      ? touched
      : pieces.filter((piece) => piece.from <= from && from <= piece.to).slice(0, 1)
  return within.map((piece) => {
    const start = Math.max(from, piece.from)
    return { piece, from: start, to: Math.max(start, Math.min(to, piece.to)) }
  })
}

/** The pointers to a stretch of the linear text, one for each element that it touches; one of no width has one. */
export function pointersTo(
  linear: LinearText,
  pieces: readonly WrittenPiece[],
  from: number,
  to: number,
): string[] {
  return touchedParts(pieces, { from, to }).map(({ piece, from: start, to: end }) => {
    const offset = charactersIn(linear, piece.from, start)
    const length = charactersIn(linear, start, end)
    return stringRangePointer({ id: piece.id, offset, length })
  })
}

/** The positions in the linear text at which a stretch begins and ends, where its element begins at `start`. */
export function positionsOf(
  linear: LinearText,
  start: number,
  { offset, length }: StringRange,
): { readonly from: number; readonly to: number } {
  const reached = advance(linear, start, offset)
  const isBorder = length > 0 && linear.blocks.some((block) => block.to === reached)
  const from = isBorder ? reached + 1 : reached
  return { from, to: length === 0 ? from : advance(linear, from, length) }
}

/** How many characters the file has between two positions: the line feed between two blocks is none of them. */
export function charactersIn(linear: LinearText, from: number, to: number): number {
  const borders = linear.blocks.filter((block) => from <= block.to && block.to < to)
  return [...linear.text.slice(from, to)].length - borders.length
}

function advance(linear: LinearText, start: number, characters: number): number {
  const borders = new Set(linear.blocks.map((block) => block.to))
  let at = start
  for (let left = characters; left > 0 && at < linear.text.length; ) {
    if (!borders.has(at)) left -= 1
    at += linear.text.codePointAt(at)! > 0xffff ? 2 : 1
  }
  return at
}

/** The place of a position: what `positionOf` gives back for it. The end of a block where it lies between two. */
export function placeAt(linear: LinearText, position: number): Place | undefined {
  const found = linear.blocks.find((block) => block.from <= position && position <= block.to)
  if (!found) return undefined
  if (position === found.from) return { block: found.block.id, offset: 0 }
  for (const run of found.runs) {
    if (position > run.to) continue
    if (run.origin !== 'inserted')
      return { block: run.block, offset: run.offset + position - run.from }
    const into = { order: run.order, inner: position - run.from }
    return { block: run.block, offset: run.offset, into }
  }
  return undefined
}

/** The machine offset of a position. */
export function machineOffsetAt(
  linear: LinearText,
  position: number,
): { readonly block: string; readonly offset: number } | undefined {
  const place = placeAt(linear, position)
  return place && { block: place.block, offset: place.offset }
}
