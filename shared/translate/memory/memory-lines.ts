import type { CanonicalLetter } from '../../letter/canonical.ts'
import type { MachineRange } from '../../letter/place.ts'
import type { MemoryLine } from './memory.ts'
import { segmentReadings } from './segment-readings.ts'

/** The segments of a letter that somebody has corrected, with the original of their pair. */
export function memoryLines(letter: CanonicalLetter): readonly MemoryLine[] {
  if (Object.keys(letter.translation.records.corrections).length === 0) return []
  return segmentReadings(letter.translation).flatMap(({ machine, corrected, pair }) =>
    machine === corrected
      ? []
      : [{ letter: letter.id, machine, corrected, original: originalOf(letter, pair) }],
  )
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
