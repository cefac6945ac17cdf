import type { Found, SegmentCheck } from '../check.ts'
import type { Segment } from '../letter-view.ts'
import { placeIn } from '../passage.ts'
import { UNIT_WORDS, type UnitWord } from '../unit-words.ts'

/** Measures of the original under the name of another measure, or of something else, in the same pair. */
export const unitCheck: SegmentCheck = {
  id: 'unit',
  scope: 'segment',
  needsOriginal: true,
  run: (segment) => UNIT_WORDS.flatMap((unit) => faultsOf(segment, unit)),
}

function faultsOf(segment: Segment, unit: UnitWord): readonly Found[] {
  const { original, translation, confidence } = segment
  const there = [...original.text.matchAll(unit.original)]
  if (there.length === 0) return []
  const count = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].length
  const wrong = [...translation.text.matchAll(unit.wrong)]
  const excused = unit.excuse ? count(unit.excuse, original.text) : 0
  const lacking = Math.min(
    there.length - count(unit.right, translation.text),
    wrong.length - excused,
  )
  return wrong.slice(0, Math.max(0, lacking)).flatMap((match, i): Found[] => {
    const range = placeIn(translation, match.index, match.index + match[0].length)
    const source = there[Math.min(i, there.length - 1)] ?? there[0]
    const evidence = source && placeIn(original, source.index, source.index + source[0].length)
    if (!range || !source) return []
    return [
      {
        range,
        ...(evidence && { evidence }),
        confidence: 0.85 * confidence,
        category: 'number',
        severity: 'major',
        proposal: /s$|feet/i.test(match[0]) ? unit.many : unit.one,
        values: { quote: match[0], evidence: source[0] },
      },
    ]
  })
}
