import type { CanonicalLetter, CanonicalText, CorrectionAnchor } from '../../letter/canonical.ts'
import type { MachineRange } from '../../letter/place.ts'
import type { CorrectionRecord } from '../../letter/records.ts'
import type { MemoryLine } from './memory.ts'
import { segmentReadings } from './segment-readings.ts'

/** The segments of a letter that somebody has corrected, with the original of their pair. */
export function memoryLines(letter: CanonicalLetter): readonly MemoryLine[] {
  if (Object.keys(letter.translation.records.corrections).length === 0) return []
  return segmentReadings(letter.translation).flatMap(({ ranges, machine, corrected, pair }) => {
    if (machine === corrected) return []
    const correction = onlyCorrection(letter.translation, ranges)
    const original = originalOf(letter, pair)
    return [{ letter: letter.id, machine, corrected, original, ...(correction && { correction }) }]
  })
}

// The correction that is alone in some machine words; what is put in at their edges may be theirs. Undefined where there are more.
function onlyCorrection(
  { anchors, records }: CanonicalText,
  ranges: readonly MachineRange[],
): CorrectionRecord | undefined {
  const isIn = ({ deleted, inserted }: CorrectionAnchor) =>
    ranges.some(
      ({ block, from, to }) =>
        deleted.some((one) => one.block === block && one.from < to && one.to > from) ||
        inserted.some((one) => one.block === block && one.offset >= from && one.offset <= to),
    )
  const [found, ...more] = Object.entries(anchors.corrections).filter(([, one]) => isIn(one))
  return found && more.length === 0 ? records.corrections[found[0]] : undefined
}

/** The segment of a letter's translation that a place (UTF-16 offset into a block) lies in; null where there is none. */
export function segmentAt(
  letter: CanonicalLetter,
  block: string,
  offset: number,
): {
  readonly ranges: readonly MachineRange[]
  readonly machine: string
  readonly corrected: string
  readonly original: string | null
} | null {
  const found = segmentReadings(letter.translation).find(({ ranges }) =>
    ranges.some((range) => range.block === block && range.from <= offset && offset <= range.to),
  )
  if (!found) return null
  const { ranges, machine, corrected, pair } = found
  return { ranges, machine, corrected, original: originalOf(letter, pair) }
}

function originalOf(
  { translation, original }: CanonicalLetter,
  pair: string | null,
): string | null {
  const ranges = pair === null ? undefined : translation.records.pairs[pair]?.original
  if (!original || !ranges || ranges.length === 0) return null
  const texts = ranges.map(({ block, from, to }) =>
    (original.machine.blocks.find(({ id }) => id === block)?.text ?? '').slice(from, to),
  )
  return texts.join(' ').replaceAll(/\s+/gu, ' ').trim()
}
