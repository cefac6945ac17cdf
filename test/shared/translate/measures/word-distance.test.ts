import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordDistance } from '../../../../shared/translate/measures/word-distance.ts'

// Wagner and Fischer's whole table, the plain form of what the band makes quick.
function plainDistance(a: readonly string[], b: readonly string[]): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i])
  for (let j = 0; j <= b.length; j += 1) rows[0]![j] = j
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1)
      rows[i]![j] = Math.min(
        rows[i - 1]![j]! + 1,
        rows[i]![j - 1]! + 1,
        rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
  return rows[a.length]![b.length]!
}

const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 60 })

describe('the distance of two lists of words', () => {
  test('counts words put in, taken out and replaced', () => {
    expect(wordDistance(['Owls', 'Secret'], ['Top', 'secret'])).toBe(2)
    expect(wordDistance(['one', 'two', 'three'], ['one', 'three'])).toBe(1)
    expect(wordDistance([], ['a', 'b'])).toBe(2)
    expect(wordDistance([], [])).toBe(0)
  })

  test('is that of the whole table, whatever the band', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        expect(wordDistance(a, b)).toBe(plainDistance(a, b))
      }),
      { numRuns: 400 },
    )
  })

  test('takes far less than 0.2 s for 900 by 900 words that have nothing in common', () => {
    const words = (mark: string) => Array.from({ length: 900 }, (_, i) => `${mark}${i}`)
    wordDistance(words('a'), words('b'))
    const before = process.cpuUsage()
    expect(wordDistance(words('a'), words('b'))).toBe(900)
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(200)
  })
})
