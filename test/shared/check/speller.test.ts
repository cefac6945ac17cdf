import dictionary from 'dictionary-en'
import { describe, expect, it } from 'vitest'
import { createSpeller } from '../../../shared/check/speller.ts'

describe('the speller', () => {
  it('knows English words in their forms, proposes for others, and takes names', async () => {
    const speller = await createSpeller(dictionary)
    for (const word of ['barge', 'barges', 'rafting', 'don’t', 'Moscow'])
      expect([word, speller.isSpelt(word)]).toEqual([word, true])
    expect(speller.isSpelt('recieve')).toBe(false)
    expect(speller.suggest('recieve')[0]).toBe('receive')
    expect(speller.suggest('barge')).toContain('barge')
    expect(speller.isSpelt('Zhelnina')).toBe(false)
    speller.add(['Zhelnina', 'рейд'])
    expect(speller.isSpelt('Zhelnina')).toBe(true)
    expect(speller.isSpelt('рейд')).toBe(true)
  })
})
