import { describe, expect, it } from 'vitest'
import { findLetters } from '../../../../shared/import/languages/find-letters.ts'
import { fingerprintOf } from '../../../../shared/import/languages/fingerprint.ts'
import { buildLetterIndex } from '../../../../shared/import/languages/letter-index.ts'
import {
  becauseOf,
  proposeCounterparts,
} from '../../../../shared/import/languages/propose-counterparts.ts'
import { readPage } from '../../../../shared/import/read-page.ts'
import { samplePairs } from '../../../support/sample-pages.ts'
import { syntheticPairs } from '../../../support/synthetic-pairs.ts'

const sample = samplePairs()
const LETTERS = 10_000
const QUERIES = 100

const crowd = syntheticPairs(LETTERS, 7)
const index = buildLetterIndex(
  [...crowd, ...sample].map(({ translation }) => fingerprintOf(translation)),
)

interface Tally {
  readonly right: number
  readonly sureAndWrong: number
  readonly sure: number
}

function tally(
  pairs: readonly { readonly original: (typeof sample)[number]['original'] }[],
): Tally {
  const hits = pairs.map(({ original }) => {
    const [best] = findLetters(fingerprintOf(original), index)
    const right = best?.letter === original.id
    return { right, sure: (best?.confidence ?? 0) >= 0.9 }
  })
  return {
    right: hits.filter(({ right }) => right).length / pairs.length,
    sureAndWrong: hits.filter(({ right, sure }) => sure && !right).length,
    sure: hits.filter(({ sure }) => sure).length / pairs.length,
  }
}

describe('the letter of an original among ten thousand', () => {
  it('is the first found for the letters of the sample edition, by the text alone', () => {
    const found = tally(sample)
    console.log(JSON.stringify({ name: 'find the letter: sample, text alone', ...found }))
    expect(found.right).toBe(1)
    expect(found.sureAndWrong).toBe(0)
  })

  it('is the first found for at least 95 of 100 invented originals, never surely a wrong one', () => {
    const found = tally(crowd.slice(0, QUERIES))
    console.log(JSON.stringify({ name: 'find the letter: invented, a third bare', ...found }))
    expect(found.right).toBeGreaterThanOrEqual(0.95)
    expect(found.sureAndWrong).toBeLessThanOrEqual(QUERIES / 100)
  })

  it('is not claimed for originals whose letter is not there', () => {
    const strangers = syntheticPairs(40, 99)
    const claimed = strangers.filter(({ original }) => {
      const [best] = findLetters(fingerprintOf(original), index)
      return (best?.confidence ?? 0) >= 0.9
    })
    console.log(JSON.stringify({ name: 'claimed for strangers', value: claimed.length / 40 }))
    expect(claimed.length).toBeLessThanOrEqual(0)
  })

  it('does not take for ever', () => {
    const texts = crowd.slice(0, 40).map(({ original }) => fingerprintOf(original))
    const times = texts.map((text) => {
      const start = performance.now()
      findLetters(text, index)
      return performance.now() - start
    })
    console.log(JSON.stringify({ name: 'find the letter', ms: Math.max(...times) }))
    // A guard, not a measure of speed: machines are shared.
    expect(times.toSorted((a, b) => a - b)[20]).toBeLessThan(3000)
  })

  it('is found from either side', () => {
    const originals = buildLetterIndex(sample.map(({ original }) => fingerprintOf(original)))
    for (const { id, translation } of sample)
      expect(findLetters(fingerprintOf(translation), originals)[0]?.letter).toBe(id)
  })

  it('is proposed with its reasons for a page that was read', () => {
    const text = sample[4]?.russianPage ?? ''
    const reading = readPage(text, 'original.txt').letters[0]
    if (!reading) throw new Error('no letter on the page')
    const [best] = proposeCounterparts(reading, index)
    expect(best?.letter).toBe('ep-sample-05')
    expect(best?.confidence).toBeGreaterThan(0.95)
    expect(becauseOf(best ?? { evidence: [] })[0]).toMatch(/numbers stand in both/)
  })

  it('is nothing in an empty collection, and for a text without anything', () => {
    const empty = { heading: '', senders: [], recipients: [], date: null, archive: [], lines: [] }
    const nothing = fingerprintOf({ id: 'nothing', ...empty })
    expect(findLetters(nothing, index)).toEqual([])
    expect(findLetters(nothing, buildLetterIndex([]))).toEqual([])
  })
})
