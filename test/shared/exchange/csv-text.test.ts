import { expect, test } from 'vitest'
import { csvText } from '../../../shared/exchange/csv-text.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['+7 poods', "'+7 poods"],
  ['- grain', "'- grain"],
  ['\t=1', "'\t=1"],
  ['\r=1', `"'\r=1"`],
])('what a table program would take for a formula, %j, is words', (cell, written) => {
  expect(csvText([[cell, 'x']])).toBe(`${written},x\r\n`)
})

test.each([
  '-',
  '−5',
  '-5',
  '+14.500',
  '-2,5',
  '– grain',
  'a=b',
  "'=1",
  '',
  '— no',
  '§ 5 = 6',
  ' =1',
  ' .',
])('%j stays as it is', (cell) => {
  const written = cell.includes(',') ? `"${cell}"` : cell
  expect(csvText([[cell, 'x']])).toBe(`${written},x\r\n`)
})
