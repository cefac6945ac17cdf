import { type MachineText, machineString } from '../../letter/machine-text.ts'
import type { MachineRange } from '../../letter/place.ts'
import { alignTexts, type Stretch } from './align-texts.ts'

/** A range of an old text in the new one: one range for each line it lies in now; `exact` where every character is the same. */
export interface MappedRange {
  readonly ranges: readonly MachineRange[]
  readonly exact: boolean
}

/** A point of an old text in the new one; `exact` where the character it clings to is still there. */
export interface MappedPoint {
  readonly block: string
  readonly offset: number
  readonly exact: boolean
}

/** Where the places of an old machine text are in a new one. Offsets are UTF-16 units of the line's text. */
export interface TextMap {
  /** Null where nothing of the range is left. */
  range(range: MachineRange): MappedRange | null
  /** The point behind the character before it (`after`) or before the one behind it (`before`). */
  point(block: string, offset: number, clings: 'after' | 'before'): MappedPoint
  /** The line that begins with what an old line begins with, null where that is gone. */
  line(block: string): string | null
}

/** Maps an old machine text onto a new one by their alignment. */
export function mapText(before: MachineText, after: MachineText): TextMap {
  const stretches = alignTexts(machineString(before), machineString(after))
  const old = startsOf(before)
  const lines = linesOf(after)
  const startOf = (block: string) => old.get(block) ?? 0
  const locate = (offset: number, clings: 'after' | 'before') => pointIn(stretches, offset, clings)
  return {
    range({ block, from, to }) {
      const start = startOf(block)
      const [first, last] = [locate(start + from, 'before'), locate(start + to, 'after')]
      const ranges = cutIntoLines(lines, first.offset, last.offset)
      if (ranges.length === 0) return null
      const length = ranges.reduce((sum, one) => sum + one.to - one.from, 0)
      return {
        ranges,
        exact: length === to - from && isShared(stretches, start + from, start + to),
      }
    },
    point(block, offset, clings) {
      const found = locate(startOf(block) + offset, clings)
      return { ...placeIn(lines, found.offset, clings), exact: found.exact }
    },
    line(block) {
      const found = locate(startOf(block), 'before')
      const place = placeIn(lines, found.offset, 'before')
      return found.exact && place.offset === 0 ? place.block : null
    },
  }
}

function startsOf(text: MachineText): Map<string, number> {
  return new Map(linesOf(text).map(({ id, start }) => [id, start]))
}

interface Line {
  readonly id: string
  readonly start: number
  readonly end: number
}

function linesOf({ blocks }: MachineText): Line[] {
  let start = 0
  return blocks.map(({ id, text }) => {
    const line = { id, start, end: start + text.length }
    start = line.end + 1
    return line
  })
}

function pointIn(stretches: readonly Stretch[], offset: number, clings: 'after' | 'before') {
  const last = stretches.at(-1)
  if (clings === 'after' && offset === 0) return { offset: 0, exact: true }
  if (clings === 'before' && (!last || offset >= last.oldTo))
    return { offset: last?.newTo ?? 0, exact: true }
  // The character it clings to.
  const at = clings === 'after' ? offset - 1 : offset
  const stretch = stretches.find((one) => one.oldFrom <= at && at < one.oldTo)
  if (!stretch) return { offset: last?.newTo ?? 0, exact: false }
  if (stretch.same) return { offset: stretch.newFrom + offset - stretch.oldFrom, exact: true }
  return { offset: clings === 'after' ? stretch.newTo : stretch.newFrom, exact: false }
}

function isShared(stretches: readonly Stretch[], from: number, to: number): boolean {
  return stretches.every((one) => one.same || one.oldTo <= from || one.oldFrom >= to)
}

function cutIntoLines(lines: readonly Line[], from: number, to: number): MachineRange[] {
  return lines.flatMap(({ id, start, end }) => {
    const [first, last] = [Math.max(from, start), Math.min(to, end)]
    return first < last ? [{ block: id, from: first - start, to: last - start }] : []
  })
}

// At a line's end a point that clings to what is before it stays there; the other goes to the next line.
function placeIn(lines: readonly Line[], offset: number, clings: 'after' | 'before') {
  const inside = (line: Line) => line.start <= offset && offset <= line.end
  const line = clings === 'after' ? lines.find(inside) : lines.findLast(inside)
  const found = line ?? lines.at(-1)
  return { block: found?.id ?? '', offset: found ? Math.min(offset, found.end) - found.start : 0 }
}
