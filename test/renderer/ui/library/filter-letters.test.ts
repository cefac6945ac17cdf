import { describe, expect, it } from 'vitest'
import {
  countChoices,
  filterLetters,
  type LibraryFilter,
  NO_FILTER,
} from '../../../../renderer/ui/library/filter-letters.ts'
import { manyRows, row } from '../sample-rows.ts'

const rows = [
  row({
    id: 'a',
    title: 'Ladygin to Verkhov',
    from: ['Ladygin'],
    to: ['Verkhov'],
    dateSort: '1934-10-01',
  }),
  row({ id: 'b', title: 'Торпов Семёну', from: ['Torpov'], to: ['Ladygin'], state: 'checked' }),
  row({ id: 'c', title: 'Café Müller', from: ['Müller'], dateSort: '1935', archive: 'F. 901' }),
]

function ids(change: Partial<LibraryFilter>): string {
  return filterLetters(rows, { ...NO_FILTER, ...change })
    .map(({ id }) => id)
    .join('')
}

describe('filterLetters', () => {
  it.each<[Partial<LibraryFilter>, string]>([
    [{}, 'abc'],
    [{ text: 'verkhov ladygin' }, 'a'],
    [{ text: 'семену' }, 'b'],
    [{ text: 'cafe muller' }, 'c'],
    [{ text: '901' }, 'c'],
    [{ text: 'nobody' }, ''],
    [{ person: 'Ladygin' }, 'ab'],
    [{ person: 'Ladygin', year: '1934' }, 'a'],
    [{ year: '-' }, 'b'],
    [{ year: '1935' }, 'c'],
    [{ state: 'checked' }, 'b'],
    [{ state: 'checked', text: 'ladygin' }, 'b'],
  ])('%o leaves %s', (filter, left) => {
    expect(ids(filter)).toBe(left)
  })

  it('gives the list itself where nothing is narrowed', () => {
    expect(filterLetters(rows, NO_FILTER)).toBe(rows)
  })
})

describe('countChoices', () => {
  it('counts what each choice would leave beside the rest of the filter', () => {
    const { persons, years, states } = countChoices(rows, { ...NO_FILTER, person: 'Ladygin' })
    expect(Object.fromEntries(persons)).toEqual({ Ladygin: 2, Verkhov: 1, Torpov: 1, Müller: 1 })
    expect(Object.fromEntries(years)).toEqual({ '1934': 1, '-': 1 })
    expect(Object.fromEntries(states)).toEqual({ machine: 1, checked: 1 })
  })

  it('agrees with what the filter then leaves', () => {
    const many = manyRows(500)
    for (const [person, count] of countChoices(many, NO_FILTER).persons)
      expect(filterLetters(many, { ...NO_FILTER, person })).toHaveLength(count)
  })
})
