import type { CanonicalText } from './canonical.ts'
import { blockLayouts } from './layout.ts'

const WORD = /[\p{L}\p{N}]+(?:[’'\-–][\p{L}\p{N}]+)*/gu

/** The number of words of the corrected text, headings, archive lines, separators and notes left out. */
export function countWords(text: CanonicalText): number {
  let count = 0
  for (const { block, pieces } of blockLayouts(text).values()) {
    if (['heading', 'archive', 'separator', 'note'].includes(block.kind)) continue
    const shown = pieces.map((piece) =>
      piece.type === 'text' && piece.deletions.length === 0 ? piece.text : '',
    )
    count += shown.join('').match(WORD)?.length ?? 0
  }
  return count
}
