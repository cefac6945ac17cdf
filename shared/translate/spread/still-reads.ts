import type { CanonicalText } from '../../letter/canonical.ts'
import { correctedReadings } from '../../letter/corrected-reading.ts'
import { freeText } from './free-text.ts'

/** A place with the words that were found there. */
export interface FoundWords {
  readonly layer: 'machine' | 'corrected'
  readonly block: string
  readonly from: number
  readonly to: number
  readonly words: string
}

/** The places that still read as they were found and, of the machine text, that no correction touches. */
export function stillReads<P extends FoundWords>(
  text: CanonicalText,
  places: readonly P[],
): readonly P[] {
  const isFree = freeText(text)
  const machine = new Map(text.machine.blocks.map((block) => [block.id, block.text]))
  const corrected = places.some(({ layer }) => layer === 'corrected')
    ? new Map(correctedReadings(text).map(({ id, text }) => [id, text]))
    : machine
  return places.filter((place) => {
    const { layer, block, from, to, words } = place
    const reads = (layer === 'machine' ? machine : corrected).get(block)?.slice(from, to)
    return reads === words && (layer === 'corrected' || isFree(place))
  })
}
