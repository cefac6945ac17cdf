import { machineSpan } from '../../letter/corrected-reading.ts'
import type { BlockCheck, Found } from '../check.ts'

// Names and abbreviations have capitals; they are matters of other checks.
const WORD = /(?<![\p{L}\p{N}\p{M}'’-])\p{Ll}[\p{Ll}\p{M}'’-]+(?![\p{L}\p{N}\p{M}])/gu
const LEAST_LETTERS = 3

/** Words in small letters that the dictionary does not have. Silent where no dictionary is given. */
export const spellingCheck: BlockCheck = {
  id: 'spelling',
  scope: 'block',
  needsOriginal: false,
  run(block, _segments, { context, isEnglish }) {
    const { isSpelt } = context
    if (!isSpelt || !isEnglish) return []
    return [...block.text.matchAll(WORD)]
      .filter(([word]) => word.length >= LEAST_LETTERS && !isKnown(word, isSpelt))
      .map(
        ({ 0: quote, index }): Found => ({
          range: machineSpan(block, index, index + quote.length),
          confidence: 0.5,
          category: 'grammar',
          severity: 'minor',
          proposal: null,
          values: { quote },
        }),
      )
  },
}

function isKnown(word: string, isSpelt: (word: string) => boolean): boolean {
  if (!/\p{Script=Latin}/u.test(word)) return true
  const plain = word.replaceAll('’', "'").replace(/^'+|'+$/g, '')
  if (isSpelt(plain) || isSpelt(plain.replace(/'s$/, ''))) return true
  const parts = plain.split('-')
  return parts.length > 1 && parts.every((part) => part.length < LEAST_LETTERS || isSpelt(part))
}
