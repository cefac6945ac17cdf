import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createWordIndex } from '../../../../shared/translate/spread/word-index.ts'

it('finds the letters with all, or most, of the words in whatever form', () => {
  const index = createWordIndex()
  index.put('a', ['The old barges lay there', 'Старые баржи'])
  index.put('b', ['An old ship'])
  index.put('c', ['Barge!'])
  expect(index.candidates('old barge', 1)).toEqual(['a'])
  expect(index.candidates('old barge', 0.5)).toEqual(['a', 'b', 'c'])
  expect(index.candidates('баржа', 1)).toEqual(['a'])
  expect(index.candidates('nothing', 1)).toEqual([])
})

it('knows a letter by its last texts alone', () => {
  const word = fc.constantFrom('ash', 'birch', 'cedar', 'dogwood')
  const change = fc.record({
    letter: fc.constantFrom('a', 'b', 'c'),
    texts: fc.option(fc.array(word, { maxLength: 3 })),
  })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), word, (changes, sought) => {
      const index = createWordIndex()
      const truth = new Map<string, readonly string[]>()
      for (const { letter, texts } of changes) {
        if (texts) index.put(letter, texts)
        else index.remove(letter)
        truth.delete(letter)
        if (texts) truth.set(letter, texts)
      }
      const expected = [...truth].filter(([, texts]) => texts.includes(sought)).map(([id]) => id)
      expect(index.candidates(sought, 1)).toEqual(expected)
      expect([...index.letters()].sort()).toEqual([...truth.keys()].sort())
    }),
  )
})
