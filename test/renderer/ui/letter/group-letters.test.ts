import { expect, test } from 'vitest'
import type { LetterRow } from '../../../../renderer/session/session.ts'
import { groupLetters } from '../../../../renderer/ui/letter/group-letters.ts'
import { listDate, monthHeading } from '../../../../renderer/ui/letter/list-date.ts'

function row(id: string, dateSort: string): LetterRow {
  return {
    id,
    title: id,
    dateText: dateSort,
    dateSort,
    from: [],
    to: [],
    archive: '',
    words: 0,
    problems: 0,
    state: 'machine',
    hasOriginal: false,
    importId: null,
  }
}

const shown = (rows: readonly LetterRow[]) =>
  groupLetters(rows).map((item) =>
    item.type === 'month' ? `# ${item.month} ${item.count}` : item.row.id,
  )

test('letters stand by date under their months, those without a date last', () => {
  const rows = [
    row('d', ''),
    row('c', '1934-10-01'),
    row('b', '1934-09-14'),
    row('a', '1934-09-14'),
  ]
  expect(shown(rows)).toEqual(['# 1934-09 2', 'a', 'b', '# 1934-10 1', 'c', '#  1', 'd'])
})

test('a letter of which only the year is known stands before the months of the year', () => {
  expect(shown([row('b', '1934-01-02'), row('a', '1934'), row('c', '1933-12')])).toEqual([
    '# 1933-12 1',
    'c',
    '# 1934 1',
    'a',
    '# 1934-01 1',
    'b',
  ])
})

test('the order of the rows that come in does not matter, and none is lost', () => {
  const rows = Array.from({ length: 500 }, (_, i) =>
    row(`r${i}`, `19${30 + (i % 7)}-0${1 + (i % 9)}-11`),
  )
  const letters = shown(rows).filter((one) => !one.startsWith('#'))
  expect(letters).toHaveLength(500)
  expect(shown([...rows].reverse())).toEqual(shown(rows))
})

test('months are written out in the language of the interface', () => {
  expect(monthHeading('1934-09', 'en')).toBe('September 1934')
  expect(monthHeading('1934-09', 'ru')).toMatch(/^Сентябрь 1934/)
  expect(monthHeading('1934', 'en')).toBe('1934')
})

test.each([
  ['September 14, 1934', '1934-09-14', '14 Sept'],
  ['September 14, [1934]', '1934-09-14', '14 Sept'],
  ['[September 14, 1934]', '1934-09-14', '[14 Sept]'],
  ['[before September 19, 1934]', '1934-09-19', '[before September 19, 1934]'],
  ['September 1934', '1934-09', 'September 1934'],
  ['', '1934-09-14', '14 Sept'],
  ['', '', ''],
])('the date "%s" (%s) is listed as "%s"', (text, sort, expected) => {
  expect(listDate(text, sort, 'en-GB')).toBe(expected)
})
