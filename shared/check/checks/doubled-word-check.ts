import { machineSpan } from '../../letter/corrected-reading.ts'
import type { BlockCheck, Found } from '../check.ts'
import type { CorrectedBlock } from '../corrected-block.ts'

// Words that English rightly writes twice ("he had had", "that that is").
const RIGHTLY_TWICE = new Set(['had', 'that'])
const TWICE = /(?<![\p{L}\p{N}])(\p{L}{2,})(\s+)\1(?![\p{L}\p{N}])/giu

/** The second of two equal words in a row, a common fault of the machine. */
export const doubledWordCheck: BlockCheck = {
  id: 'doubled-word',
  scope: 'block',
  needsOriginal: false,
  run: (block) => doubledWords(block),
}

/** What the check finds in one block. */
export function doubledWords(block: CorrectedBlock): readonly Found[] {
  return [...block.text.matchAll(TWICE)].flatMap((match): Found[] => {
    const [, word = '', gap = ''] = match
    // Two callouts can stand in the gap; such words are no pair.
    if (RIGHTLY_TWICE.has(word.toLowerCase()) || isInCallout(block, match.index)) return []
    const from = match.index + word.length + gap.length
    const range = machineSpan(block, from, from + word.length)
    if (range.from === range.to) return []
    return [
      {
        range,
        confidence: 0.9,
        category: 'grammar',
        severity: 'minor',
        proposal: '',
        values: { quote: block.text.slice(from, from + word.length) },
      },
    ]
  })
}

function isInCallout(block: CorrectedBlock, at: number): boolean {
  return block.callouts.some(({ from, to }) => from <= at && at < to)
}
