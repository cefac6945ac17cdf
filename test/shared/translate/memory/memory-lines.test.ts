import { describe, expect, it } from 'vitest'
import { memoryLines } from '../../../../shared/translate/memory/memory-lines.ts'
import { corrected, pairedLetter } from '../../../support/paired-letter.ts'

describe('the corrected segments of a letter', () => {
  const letter = pairedLetter(
    ['Сов. секретно.', 'Owls. Secret.'],
    ['Дайте 300 пудов ржи.', 'Give 300 pounds of rye.'],
  )

  it('say which correction each was corrected by, where it is one alone', () => {
    const once = corrected(letter, 'b1', 'Owls. Secret', 'Top secret')
    const twice = corrected(corrected(once, 'b2', 'Give', 'Ship'), 'b2', 'pounds', 'poods')
    const [first, second, ...others] = memoryLines(twice)
    expect(others).toEqual([])
    expect(first).toMatchObject({
      machine: 'Owls. Secret.',
      corrected: 'Top secret.',
      original: 'Сов. секретно.',
      correction: { id: 'k-b1-0' },
    })
    expect(second?.corrected).toBe('Ship 300 poods of rye.')
    expect(second?.correction).toBeUndefined()
  })

  it('are none where nothing is corrected', () => {
    expect(memoryLines(letter)).toEqual([])
  })
})
