import type { Found, LetterCheck } from '../check.ts'
import { wholePlace } from '../passage.ts'
import { renderingsElsewhere } from '../renderings-elsewhere.ts'

/** Sentences of the original that are translated otherwise elsewhere in the collection; the rarer rendering is the likelier fault. */
export const sameSourceCheck: LetterCheck = {
  id: 'same-source',
  scope: 'collection',
  needsOriginal: true,
  run: (view) =>
    view.segments.flatMap((segment): Found[] => {
      const { original, translation, confidence } = segment
      const found = renderingsElsewhere(original.text, translation.text, view, 'bySource')
      const range = wholePlace(translation)
      const evidence = original.ranges[0]
      if (!found || !range || !evidence || found.own > found.most) return []
      return [
        {
          range,
          evidence,
          confidence: (found.own < found.most ? 0.5 : 0.4) * confidence,
          category: 'term',
          severity: 'minor',
          proposal: found.own < found.most ? found.text : null,
          values: { quote: translation.text, evidence: original.text, others: found.shown },
        },
      ]
    }),
}
