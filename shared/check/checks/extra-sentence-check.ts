import type { SegmentCheck } from '../check.ts'
import { wholePlace } from '../passage.ts'

/** Sentences of the translation with nothing behind them in the original. */
export const extraSentenceCheck: SegmentCheck = {
  id: 'extra-sentence',
  scope: 'segment',
  needsOriginal: true,
  run({ original, translation, confidence }) {
    const range = wholePlace(translation)
    if (original.text.trim() !== '' || !range || !/\p{L}{2}/u.test(translation.text)) return []
    return [
      {
        range,
        confidence: 0.7 * confidence,
        category: 'addition',
        severity: 'major',
        proposal: '',
        values: { quote: translation.text },
      },
    ]
  },
}
