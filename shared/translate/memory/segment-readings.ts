import type { CanonicalText } from '../../letter/canonical.ts'
import { correctedReadings, correctedWords } from '../../letter/corrected-reading.ts'
import type { MachineRange } from '../../letter/place.ts'
import { splitSegments } from '../split-segments.ts'

/** A segment of a translation: where it stands, and how it reads as the machine wrote it and as it is corrected. */
export interface SegmentReading {
  readonly ranges: readonly MachineRange[]
  readonly machine: string
  readonly corrected: string
  /** The pair it belongs to, null where the letter has none there. */
  readonly pair: string | null
}

/**
 * The segments of a translation with their two readings: the parts of its pairs, and the sentences of blocks that no pair touches.
 * What is inserted at the edge of a segment belongs to it.
 */
export function segmentReadings(text: CanonicalText): readonly SegmentReading[] {
  const readings = new Map(correctedReadings(text).map((one) => [one.id, one]))
  const blocks = new Map(text.machine.blocks.map((one) => [one.id, one.text]))
  const paired = new Set<string>()
  const found: SegmentReading[] = []
  const add = (ranges: readonly MachineRange[], pair: string | null) => {
    const machine = ranges.map(({ block, from, to }) => blocks.get(block)?.slice(from, to) ?? '')
    const corrected = ranges.map((range) => {
      const reading = readings.get(range.block)
      return reading ? correctedWords(reading, range) : ''
    })
    found.push({ ranges, pair, machine: machine.join(' '), corrected: corrected.join(' ') })
  }
  for (const { id, translation } of Object.values(text.records.pairs)) {
    for (const { block } of translation) paired.add(block)
    if (translation.length > 0) add(translation, id)
  }
  for (const { id, text: words } of text.machine.blocks)
    if (!paired.has(id))
      for (const { from, to } of splitSegments(words, text.machine.lang))
        add([{ block: id, from, to }], null)
  return found
}
