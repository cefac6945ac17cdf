import type { Found, LetterCheck } from '../check.ts'
import { wholePlace } from '../passage.ts'
import { renderingsElsewhere } from '../renderings-elsewhere.ts'

const LEAST_WORDS = 3

/** Sentences of the translation that stand for another original elsewhere in the collection. */
export const sameTargetCheck: LetterCheck = {
  id: 'same-target',
  scope: 'collection',
  needsOriginal: true,
  run: (view) =>
    view.segments.flatMap((segment): Found[] => {
      const { original, translation, confidence } = segment
      const found = renderingsElsewhere(translation.text, original.text, view, 'byTarget')
      if (!found || countWords(translation.text) < LEAST_WORDS) return []
      const range = wholePlace(translation)
      const evidence = original.ranges[0]
      if (!range || !evidence) return []
      return [
        {
          range,
          evidence,
          confidence: 0.3 * confidence,
          category: 'mistranslation',
          severity: 'neutral',
          proposal: null,
          values: { quote: translation.text, evidence: original.text, others: found.shown },
        },
      ]
    }),
}

function countWords(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0
}
