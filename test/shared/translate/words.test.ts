import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from '../../../shared/translate/edit-distance.ts'
import { sharedEdges, tokens, wordAt } from '../../../shared/translate/words.ts'

describe('tokens', () => {
  it('keeps numbers, compounds and apostrophes whole', () => {
    expect(tokens("3.2 well-known, don't 52/2031.")).toEqual([
      '3.2',
      ' ',
      'well-known',
      ',',
      ' ',
      "don't",
      ' ',
      '52/2031',
      '.',
    ])
  })
  it('loses nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => tokens(text).join('') === text))
  })
})

describe('wordAt', () => {
  it('finds the word around an offset, at its edges only when asked', () => {
    expect(wordAt('the barges lay', 6)).toEqual({ from: 4, to: 10 })
    expect(wordAt('the barges lay', 4)).toBeNull()
    expect(wordAt('the barges lay', 4, true)).toEqual({ from: 4, to: 10 })
    expect(wordAt('the barges lay', 10, true)).toEqual({ from: 4, to: 10 })
    expect(wordAt('a, b', 2, true)).toBeNull()
  })
})

describe('sharedEdges', () => {
  it('counts whole words only, and none twice', () => {
    expect(sharedEdges('the old barges', 'the new barges')).toEqual({ start: 4, end: 7 })
    expect(sharedEdges('barges', 'barge')).toEqual({ start: 0, end: 0 })
    expect(sharedEdges('a a', 'a')).toEqual({ start: 1, end: 0 })
  })
})

describe('editDistance', () => {
  it('counts what must be changed', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3)
    expect(editDistance('', 'abc')).toBe(3)
  })
})
