import { describe, expect, it } from 'vitest'
import { LETTER_COLUMNS, sortLetters } from '../../../../renderer/ui/library/sort-letters.ts'
import { manyRows, row } from '../sample-rows.ts'

const rows = [
  row({ id: 'a', dateSort: '1934-10-02', from: ['Ärmel'], archive: 'D. 10', words: 3 }),
  row({ id: 'b', dateSort: '', from: ['Zorn'], archive: 'D. 9', words: 30 }),
  row({ id: 'c', dateSort: '1933', from: [], archive: '', words: 200, state: 'checked' }),
  row({ id: 'd', dateSort: '1934-10-01', from: ['Arm'], archive: 'D. 100', state: 'in-work' }),
]

function order(column: (typeof LETTER_COLUMNS)[number], descending = false): string {
  return sortLetters(rows, { column, descending }, 'de')
    .map(({ id }) => id)
    .join('')
}

describe('sortLetters', () => {
  it('sorts dates by date and leaves the undated at the end either way', () => {
    expect(order('date')).toBe('cdab')
    expect(order('date', true)).toBe('adcb')
  })

  it('sorts names as the language does, numbers in references by value, nothing last', () => {
    expect(order('from')).toBe('dabc')
    expect(order('archive')).toBe('badc')
    expect(order('archive', true)).toBe('dabc')
  })

  it('sorts numbers and states', () => {
    expect(order('words')).toBe('dabc')
    expect(order('state')).toBe('abdc')
  })

  it('keeps every row, and the list it was given', () => {
    const many = manyRows(300)
    const copy = [...many]
    for (const column of LETTER_COLUMNS)
      expect(new Set(sortLetters(many, { column, descending: true }, 'ru'))).toEqual(new Set(many))
    expect(many).toEqual(copy)
  })
})
