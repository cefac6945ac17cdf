import { type SegmentBounds, splitSegments } from '../translate/split-segments.ts'
import type { CorrectedBlock } from './corrected-block.ts'
import type { LetterView } from './letter-view.ts'

/** The sentences of a block's corrected text, where the alignment has none. */
export function sentencesOf(
  block: CorrectedBlock,
  { memo, letter }: Pick<LetterView, 'memo' | 'letter'>,
): readonly SegmentBounds[] {
  const { lang } = letter.translation.machine
  return memo.get(`sentences ${lang}`, block.text, () => splitSegments(block.text, lang))
}
