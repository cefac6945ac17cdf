import type { Block, MachineText } from '../letter/machine-text.ts'
import type { MachineRange } from '../letter/place.ts'
import type { Records } from '../letter/records.ts'
import { splitSegments } from './split-segments.ts'

/** A segment of a translation: where it stands, the pair it belongs to, and whether that pair says that the original has nothing for it. */
export interface SegmentRange extends MachineRange {
  readonly pair: string | null
  readonly isAlone: boolean
}

const TRANSLATED: ReadonlySet<Block['kind']> = new Set([
  'opener',
  'paragraph',
  'closer',
  'postscript',
  'note',
])

const known = new WeakMap<MachineText, { pairs: Records['pairs']; ranges: SegmentRange[] }>()

/**
 * The segments of a translation, in the order of the text: the ranges of its pairs, and the sentences of what no pair holds, in all
 * blocks that are translated (openers, paragraphs, closers, postscripts, notes). Offsets are UTF-16 units of the machine text.
 */
export function segmentRanges(machine: MachineText, pairs: Records['pairs']): SegmentRange[] {
  const before = known.get(machine)
  if (before?.pairs === pairs) return before.ranges
  const paired = pairedRanges(pairs)
  const ranges = machine.blocks
    .filter(({ kind }) => TRANSLATED.has(kind))
    .flatMap((block) => inBlock(block, machine.lang, paired.get(block.id) ?? []))
  known.set(machine, { pairs, ranges })
  return ranges
}

function pairedRanges(pairs: Records['pairs']): ReadonlyMap<string, SegmentRange[]> {
  const found = new Map<string, SegmentRange[]>()
  for (const { id, original, translation } of Object.values(pairs))
    for (const range of translation) {
      const list = found.get(range.block) ?? []
      list.push({ ...range, pair: id, isAlone: original.length === 0 })
      found.set(range.block, list)
    }
  return found
}

function inBlock(
  { id, text }: Block,
  language: string,
  paired: readonly SegmentRange[],
): readonly SegmentRange[] {
  const ranges: SegmentRange[] = []
  let at = 0
  const fill = (to: number) => {
    if (to <= at) return
    for (const bounds of splitSegments(text.slice(at, to), language))
      ranges.push({
        block: id,
        from: at + bounds.from,
        to: at + bounds.to,
        pair: null,
        isAlone: false,
      })
  }
  for (const range of paired.toSorted((a, b) => a.from - b.from)) {
    fill(range.from)
    // Where pairs overlap, what belongs to the first is not counted twice.
    if (range.to > at) ranges.push({ ...range, from: Math.max(at, range.from) })
    at = Math.max(at, range.to)
  }
  fill(text.length)
  return ranges
}
