import { describe, expect, it } from 'vitest'
import { createMemory } from '../../../../shared/translate/memory/memory.ts'

const line = (
  letter: string,
  machine: string,
  corrected: string,
  original: string | null = null,
) => ({
  letter,
  machine,
  corrected,
  original,
})

describe('the memory', () => {
  const memory = createMemory()
  memory.put('a', [
    line('a', 'Pounce on the bird at once.', 'Attack at once.', 'Бейте немедля.'),
    line('a', 'Owls. Secret.', 'Top secret.'),
  ])
  memory.put('b', [line('b', 'Owls. Secret.', 'Top secret.')])

  it('offers what is like the words of the machine, once for each way of correcting', () => {
    const found = memory.find({ letter: 'c', machine: 'Owls. Secret.', original: null }, 5)
    expect(found).toEqual([
      { ...line('a', 'Owls. Secret.', 'Top secret.'), likeness: 1, isSameOriginal: false },
    ])
  })

  it('finds other forms and a word more, and says whether the original is the same', () => {
    const asked = {
      letter: 'c',
      machine: 'Pounces on the birds at once now.',
      original: 'Бейте немедля.',
    }
    const [hit] = memory.find(asked, 5)
    expect(hit?.corrected).toBe('Attack at once.')
    expect(hit?.isSameOriginal).toBe(true)
    expect(hit?.likeness).toBeCloseTo(6 / 7)
  })

  it('offers nothing of the letter one is in, nothing unlike, nothing forgotten', () => {
    const ask = (letter: string, machine: string) =>
      memory.find({ letter, machine, original: null }, 5).map((hit) => hit.letter)
    expect(ask('a', 'Pounce on the bird at once.')).toEqual([])
    expect(ask('c', 'The barges lay at rest.')).toEqual([])
    expect(ask('c', '…')).toEqual([])
    memory.remove('a')
    expect(ask('c', 'Pounce on the bird at once.')).toEqual([])
    expect(ask('c', 'Owls. Secret.')).toEqual(['b'])
  })
})
