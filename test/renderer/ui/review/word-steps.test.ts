import { describe, expect, it } from 'vitest'
import { extendWords, nextWord, wordsOf } from '../../../../renderer/ui/review/word-steps.ts'

const TEXT = 'Moscow, 3Judging by it, 14/IX — the boats¹ stay.'
const words = (stretches: readonly { from: number; to: number }[]) =>
  stretches.map(({ from, to }) => TEXT.slice(from, to))

describe('the words of a line', () => {
  it('are letters, numbers and superscripts, also where they are run together', () => {
    expect(words(wordsOf(TEXT))).toEqual([
      'Moscow',
      '3',
      'Judging',
      'by',
      'it',
      '14',
      'IX',
      'the',
      'boats',
      '¹',
      'stay',
    ])
  })

  it('are stepped through both ways; a span that was found is one step', () => {
    const date = { from: TEXT.indexOf('14'), to: TEXT.indexOf('IX') + 2 }
    let at = nextWord(TEXT, [date], null, 1)
    const seen: string[] = []
    while (at) {
      seen.push(TEXT.slice(at.from, at.to))
      const next = nextWord(TEXT, [date], at, 1)
      if (next === at) break
      at = next
    }
    expect(seen).toEqual([
      'Moscow',
      '3',
      'Judging',
      'by',
      'it',
      '14/IX',
      'the',
      'boats',
      '¹',
      'stay',
    ])
    const last = nextWord(TEXT, [], null, -1)
    expect(last && TEXT.slice(last.from, last.to)).toBe('stay')
  })

  it('are taken to what is chosen and out of it, one at least stays', () => {
    const one = { from: 0, to: 6 }
    const two = extendWords(TEXT, one, 1)
    expect(TEXT.slice(two.from, two.to)).toBe('Moscow, 3')
    expect(extendWords(TEXT, two, -1)).toEqual(one)
    expect(extendWords(TEXT, one, -1)).toEqual(one)
  })
})
