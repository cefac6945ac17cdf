import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  patternOfWords,
  wordsOfPattern,
} from '../../../../shared/translate/spread/plain-pattern.ts'

it('is words again, whatever they are', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((words) => !/\s/u.test(words))
  fc.assert(
    fc.property(text, fc.boolean(), (words, whole) => {
      const pattern = patternOfWords({ words, whole })
      expect(wordsOfPattern(pattern)?.words).toBe(words)
      expect(patternOfWords(wordsOfPattern(pattern) ?? { words: '', whole })).toBe(pattern)
      expect(new RegExp(pattern, 'u').exec(words)?.[0]).toBe(words)
    }),
  )
})

it.each(['\\bpeck\\b', 'a|b', '(x)', '', '(?<![\\p{L}\\p{N}])a+(?![\\p{L}\\p{N}])', '\\d'])(
  'is no words: %s',
  (pattern) => {
    expect(wordsOfPattern(pattern)).toBeNull()
  },
)

it('takes white space for any', () => {
  const pattern = patternOfWords({ words: 'take  measures', whole: true })
  expect(wordsOfPattern(pattern)).toEqual({ words: 'take measures', whole: true })
})
