import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LetterRow } from '../../../renderer/session/session.ts'
import { withRows } from '../../../renderer/session/with-rows.ts'
import { byDate } from '../../../renderer/storage/list-letters.ts'

function row(id: string, dateSort: string, problems = 0): LetterRow {
  const parties = { from: ['Lind'], to: [], archive: '', hasOriginal: false, importId: null }
  return {
    id,
    title: id,
    dateText: '',
    dateSort,
    words: 10,
    problems,
    state: 'machine',
    ...parties,
  }
}

const LIST = [row('a', '1933-01-01'), row('b', '1933-01-02'), row('c', '1933-01-02')]

describe('the list with some letters read again', () => {
  it('is the same list where they say the same', () => {
    expect(withRows(LIST, ['b', 'x'], [row('b', '1933-01-02')])).toBe(LIST)
  })

  it('keeps the rows that say the same', () => {
    const list = withRows(LIST, ['a', 'b'], [row('a', '1933-01-01'), row('b', '1933-01-02', 4)])
    expect(list[0]).toBe(LIST[0])
    expect(list[1]?.problems).toBe(4)
  })

  it('is what it would be if it were all read again', () => {
    const rows = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(...'abcdefghij'),
        date: fc.constantFrom('', '1933-01-01', '1933-01-02', '1934'),
        problems: fc.nat(2),
      }),
      { selector: ({ id }) => id },
    )
    const made = rows.map((all) =>
      all.map(({ id, date, problems }) => row(id, date, problems)).sort(byDate),
    )
    fc.assert(
      fc.property(made, made, (before, after) => {
        const ids = [...new Set([...before, ...after].map(({ id }) => id))]
        expect(withRows(before, ids, after)).toEqual(after)
        // Only what was named is another.
        const [one = 'a'] = ids
        const fresh = after.filter(({ id }) => id === one)
        const expected = [...before.filter(({ id }) => id !== one), ...fresh].sort(byDate)
        expect(withRows(before, [one], fresh)).toEqual(expected)
      }),
    )
  })
})
