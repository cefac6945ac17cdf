import { describe, expect, it } from 'vitest'
import { guessCategory } from '../../../shared/translate/guess-category.ts'

const cases: readonly (readonly [string, string, string, string])[] = [
  ['1934', '1935', 'in ', 'number'],
  ['3.2 million', '3.2 thousand', 'for ', 'number'],
  ['October', 'November', 'on 1 ', 'number'],
  ['verkhovu', 'Verkhov', 'to ', 'name'],
  ['Owls', 'Soviets', 'It began. ', 'mistranslation'],
  ['cc', 'CC', 'the ', 'abbreviation'],
  ['number', 'No.', 'see ', 'abbreviation'],
  ['', ' the timber', 'for', 'omission'],
  [' the', '', 'for', 'addition'],
  ['', ',', 'for', 'grammar'],
  ['asks', 'asked', 'He ', 'grammar'],
  ['alloy of the forest', 'rafting of timber', 'the ', 'mistranslation'],
  ['alloy', 'rafting', '', 'mistranslation'],
]

describe('guessCategory', () => {
  it.each(cases)('%j → %j after %j is %s', (before, after, preceding, category) => {
    expect(guessCategory({ before, after, preceding })).toBe(category)
  })
})
