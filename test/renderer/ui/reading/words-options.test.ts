import { expect, it } from 'vitest'
import { categoryAtOnce, wordsOptions } from '../../../../renderer/ui/reading/words-options.ts'

const known = {
  reasons: ['Misread abbreviation', 'So spelt in the register'],
  nameOf: (category: string) => `kind ${category}`,
}
const words = (purpose: 'reason' | 'refused' | 'ask', typed: string) =>
  wordsOptions(purpose, typed, known).map((option) =>
    option.type === 'words' ? option.words : option.type,
  )

it('gives the reasons used before, narrowed by what is typed, and that itself where it is new', () => {
  expect(words('reason', '')).toEqual(known.reasons)
  expect(words('reason', 'REGISTER')).toEqual(['So spelt in the register', 'REGISTER'])
  expect(words('reason', 'misread abbreviation')).toEqual(['Misread abbreviation'])
})

it('lets a verdict be given without a reason', () => {
  expect(words('refused', '')).toEqual(['none', ...known.reasons])
  expect(words('refused', 'x')).toEqual(['x'])
})

it('takes a question only as it is typed', () => {
  expect(words('ask', '')).toEqual([])
  expect(words('ask', ' Who is this? ')).toEqual(['Who is this?'])
})

it('finds kinds of faults by their names, and takes one by its key at once', () => {
  const named = wordsOptions('category', 'numb', known)
  expect(named.map(({ id }) => id)).toEqual(['number'])
  expect(wordsOptions('category', '', known)).toHaveLength(12)
  expect(categoryAtOnce('category', '2')).toBe('abbreviation')
  expect(categoryAtOnce('reason', '2')).toBeUndefined()
})
