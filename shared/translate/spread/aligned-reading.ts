import type { CanonicalLetter, Side } from '../../letter/canonical.ts'
import { correctedReadings, correctedWords } from '../../letter/corrected-reading.ts'
import type { MachineRange } from '../../letter/place.ts'
import { alignedRanges } from './aligned-passage.ts'

/**
 * Reads the other side of a letter beside ranges of one side, as its corrections leave it: what a person sees as the rendering. Null
 * where nothing is aligned, or all that is was struck out.
 */
export function alignedReader(
  letter: CanonicalLetter,
  side: Side,
): (range: MachineRange) => string | null {
  const other = letter[side === 'translation' ? 'original' : 'translation']
  if (!other) return () => null
  // The text is read only where something was found beside it, and then once.
  let readings: ReturnType<typeof correctedReadings> | null = null
  return (range) => {
    readings ??= correctedReadings(other)
    const now = readings
    const words = alignedRanges(letter, side, range).map((one) => {
      const reading = now.find(({ id }) => id === one.block)
      return reading ? correctedWords(reading, one) : ''
    })
    return words.join(' ').trim() || null
  }
}
