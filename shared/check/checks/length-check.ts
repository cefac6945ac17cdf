import type { Found, LetterCheck } from '../check.ts'
import type { LetterView, Segment } from '../letter-view.ts'
import { wholePlace } from '../passage.ts'

/** English letters for one Russian one and how far a letter is trusted against it; see `align-costs.ts`. */
const RATIO = 1.17
const TRUST = 400
/** Variance per letter of a pair's length (Gale and Church 1993, 6.8), and the spread of style that does not shrink with length. */
const VARIANCE = 6.8
const SPREAD = 0.18
const OUTLYING = 3
const LEAST_LETTERS = 25

/** Sentences that are far longer or shorter than their original, measured by the ratio of their own letter. */
export const lengthCheck: LetterCheck = {
  id: 'length',
  scope: 'letter',
  needsOriginal: true,
  run(view) {
    const lengths = view.segments.map(({ original, translation }) => ({
      ours: lettersIn(original.text, view),
      theirs: lettersIn(translation.text, view),
    }))
    const sum = (side: 'ours' | 'theirs') => lengths.reduce((total, one) => total + one[side], 0)
    const ratio = (sum('theirs') + TRUST * RATIO) / (sum('ours') + TRUST)
    return view.segments.flatMap((segment, i) => {
      const { ours = 0, theirs = 0 } = lengths[i] ?? {}
      if (ours === 0 || theirs === 0 || Math.max(ours, theirs) < LEAST_LETTERS) return []
      const mean = (ours + theirs / ratio) / 2
      const spread = Math.hypot(SPREAD, Math.sqrt(VARIANCE / mean))
      return faultOf(segment, Math.log(theirs / ours / ratio) / spread)
    })
  },
}

function lettersIn(text: string, { memo }: LetterView): number {
  return memo.get('letters', text, () => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0)
}

function faultOf(segment: Segment, off: number): Found[] {
  const range = wholePlace(segment.translation)
  const evidence = segment.original.ranges[0]
  if (Math.abs(off) < OUTLYING || !range || !evidence) return []
  return [
    {
      range,
      evidence,
      confidence: Math.min(0.8, 0.4 + (Math.abs(off) - OUTLYING) / 10) * segment.confidence,
      category: off > 0 ? 'addition' : 'omission',
      severity: 'minor',
      proposal: null,
      values: { context: off > 0 ? 'long' : 'short', quote: segment.translation.text },
    },
  ]
}
