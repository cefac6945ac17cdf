import type { CanonicalLetter, Side } from '../../letter/canonical.ts'
import { type MachineRange, rangesMeet } from '../../letter/place.ts'
import type { PairRecord } from '../../letter/records.ts'

/** What is aligned with a range: the machine text of the other side, and how far into its own part of the pair the middle of the range lies (0–1). */
export interface AlignedPassage {
  readonly text: string
  readonly at: number
}

/** The passage of the other side that is aligned with a range of one side; null where none is. */
export function alignedPassage(
  letter: CanonicalLetter,
  side: Side,
  range: MachineRange,
): AlignedPassage | null {
  const other: Side = side === 'translation' ? 'original' : 'translation'
  const blocks = letter[other]?.machine.blocks
  if (!blocks) return null
  const pairs = pairsAt(letter, side, range)
  const texts = pairs
    .flatMap((pair) => pair[other])
    .map(({ block, from, to }) => blocks.find(({ id }) => id === block)?.text.slice(from, to) ?? '')
  const text = texts.join(' ').trim()
  return text === '' ? null : { text, at: positionIn(pairs, side, range) }
}

/** The ranges of the other side that are aligned with a range of one side. */
export function alignedRanges(
  letter: CanonicalLetter,
  side: Side,
  range: MachineRange,
): readonly MachineRange[] {
  const other: Side = side === 'translation' ? 'original' : 'translation'
  return pairsAt(letter, side, range).flatMap((pair) => pair[other])
}

function pairsAt(letter: CanonicalLetter, side: Side, range: MachineRange): readonly PairRecord[] {
  const overlaps = (one: MachineRange) => rangesMeet(one, range)
  return Object.values(letter.translation.records.pairs).filter((pair) => pair[side].some(overlaps))
}

function positionIn(pairs: readonly PairRecord[], side: Side, range: MachineRange): number {
  const middle = (range.from + range.to) / 2
  let before = 0
  let length = 0
  for (const one of pairs.flatMap((pair) => pair[side])) {
    length += one.to - one.from
    if (one.block === range.block)
      before += Math.min(Math.max(middle - one.from, 0), one.to - one.from)
  }
  return length === 0 ? 0 : before / length
}
