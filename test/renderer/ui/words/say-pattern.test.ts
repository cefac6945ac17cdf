import { expect, it } from 'vitest'
import { sayPattern } from '../../../../renderer/ui/words/say-pattern.ts'
import { SHIPPED_RULES } from '../../../../shared/translate/shipped-rules.ts'

it.each([
  ['\\bOwls?\\.?\\s+[Ss]ecret(?:ly)?\\b', 'Owls. Secret'],
  ['\\bHP(?=\\s?\\d)', 'HP'],
  ['\\b(?:Out|Ex|Exh)\\.\\s?(?:No\\.?|Number)', 'Out. No.'],
  ['(?<!\\p{L})#(\\d+)', '#0'],
  ['[^a]+ \\p{L}+', '…'],
  ['(', '('],
])('%s reads %s', (pattern, words) => {
  expect(sayPattern(pattern)).toBe(words)
})

it('every shipped rule can be said', () => {
  for (const { pattern } of SHIPPED_RULES) expect(sayPattern(pattern)).not.toBe('')
})
