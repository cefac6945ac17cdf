import { expect, test } from 'vitest'
import { visibleWords } from '../../../app/cli/visible-words.ts'

test.each([
  [' .', '␣.'],
  ['. ', '.␣'],
  [' ', '␣'],
  ['the  barge', 'the␣␣barge'],
  ['the barge', 'the barge'],
  ['the\nbarge', 'the barge'],
  ['the\u00a0barge\u00a0', 'the barge␣'],
  ['', ''],
  ['b'.repeat(45), `${'b'.repeat(43)}…`],
  [`${'b'.repeat(44)} `, `${'b'.repeat(43)}…`],
])('%j is seen as %j', (words, seen) => {
  expect(visibleWords(words)).toBe(seen)
})
