import { correctedSpan, machineSpan } from '../letter/corrected-reading.ts'
import type { MachineRange } from '../letter/place.ts'
import { wordAt } from '../translate/words.ts'
import type { CorrectedBlock } from './corrected-block.ts'

/** A part of a passage: where it begins in the passage's text, and the stretch of a block's corrected text that it is. */
interface Stretch {
  readonly at: number
  readonly block: CorrectedBlock
  readonly from: number
  readonly to: number
}

/** The corrected text of some ranges of one side, joined by spaces. */
export interface Passage {
  readonly text: string
  readonly ranges: readonly MachineRange[]
  readonly stretches: readonly Stretch[]
}

/** The passage of some ranges of machine text; ranges of blocks that do not exist are left out. */
export function passageOf(
  ranges: readonly MachineRange[],
  blocks: ReadonlyMap<string, CorrectedBlock>,
): Passage {
  let text = ''
  const stretches: Stretch[] = []
  for (const range of ranges) {
    const block = blocks.get(range.block)
    if (!block) continue
    const { from, to } = correctedSpan(block, range)
    if (text !== '') text += ' '
    stretches.push({ at: text.length, block, from, to })
    text += block.text.slice(from, to)
  }
  return { text, ranges, stretches }
}

/** The machine text under a stretch of a passage; one that reaches over a border ends there. Null for a passage without any text. */
export function placeIn({ stretches }: Passage, from: number, to: number): MachineRange | null {
  const stretch = stretches.findLast(({ at }) => at <= from) ?? stretches[0]
  if (!stretch) return null
  const start = Math.min(stretch.to, stretch.from + Math.max(0, from - stretch.at))
  const end = Math.min(stretch.to, stretch.from + Math.max(0, to - stretch.at))
  return machineSpan(stretch.block, start, Math.max(start, end))
}

/** The machine text under whole words of a passage: those that a stretch of it reaches into. Null for a passage without any text. */
export function wordsIn(passage: Passage, from: number, to: number): MachineRange | null {
  const { text } = passage
  return placeIn(passage, wordAt(text, from)?.from ?? from, wordAt(text, to)?.to ?? to)
}

/** The whole of a passage, its first block alone where it has several. */
export function wholePlace(passage: Passage): MachineRange | null {
  const [first] = passage.stretches
  return first ? machineSpan(first.block, first.from, first.to) : null
}
