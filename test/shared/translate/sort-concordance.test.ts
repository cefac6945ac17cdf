import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CONCORDANCE_ORDERS,
  type ConcordanceLine,
  sortConcordance,
} from '../../../shared/translate/sort-concordance.ts'

const { compare } = new Intl.Collator('en')
const line = (left: string, words: string, right: string, aligned: string | null = null) => ({
  left,
  words,
  right,
  aligned,
})

describe('a concordance', () => {
  const lines = [
    line('of the old', 'barge', ', it lay', 'баржа'),
    line('a new', 'barge', ' and sank', null),
    line('of an old', 'barges', ' at rest', 'баржи'),
  ]
  const lefts = (order: (typeof CONCORDANCE_ORDERS)[number]) =>
    sortConcordance(lines, order, compare).map(({ left }) => left)

  it('is sorted by the words before, the nearest first', () => {
    expect(lefts('left')).toEqual(['a new', 'of an old', 'of the old'])
  })

  it('is sorted by the words behind, whatever signs stand between', () => {
    expect(lefts('right')).toEqual(['a new', 'of an old', 'of the old'])
  })

  it('has lines without a passage of the other language last', () => {
    expect(lefts('aligned')).toEqual(['of the old', 'of an old', 'a new'])
  })

  it('keeps every line, and equal ones in their order', () => {
    const word = fc.constantFrom('a', 'B', 'b', 'ä', '.', ' ')
    const text = fc.array(word, { maxLength: 5 }).map((parts) => parts.join(' '))
    const made: fc.Arbitrary<ConcordanceLine & { n?: number }> = fc.record({
      left: text,
      words: text,
      right: text,
      aligned: fc.option(text),
    })
    fc.assert(
      fc.property(fc.array(made), fc.constantFrom(...CONCORDANCE_ORDERS), (some, order) => {
        const numbered = some.map((one, n) => ({ ...one, n }))
        const sorted = sortConcordance(numbered, order, compare)
        expect(sorted.toSorted((a, b) => a.n - b.n)).toEqual(numbered)
        expect(sortConcordance(sorted, order, compare)).toEqual(sorted)
      }),
    )
  })
})
