import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PAGE_CHANCES } from '../../../../shared/import/languages/chances.ts'
import { fingerprintOf } from '../../../../shared/import/languages/fingerprint.ts'
import { pairLetters } from '../../../../shared/import/languages/pair-letters.ts'
import { SURE } from '../../../../shared/import/languages/pairing.ts'
import { totalWeight, weighPair } from '../../../../shared/import/languages/weigh-pair.ts'
import { readPage } from '../../../../shared/import/read-page.ts'
import { findCorpus } from '../../../support/gold.ts'
import { samplePairs } from '../../../support/sample-pages.ts'

const FIXTURES = path.resolve(import.meta.dirname, '../../../fixtures/languages')
const readFixture = (name: string) =>
  readPage(readFileSync(path.join(FIXTURES, name), 'utf8'), name)
const corpus = findCorpus()
const pairs = samplePairs()

describe('which texts of a page belong together', () => {
  it('finds an original under its own heading, and says why', () => {
    const [pairing, ...others] = pairLetters(readFixture('under-its-own-heading.txt').letters)
    expect(others).toEqual([])
    expect(pairing).toMatchObject({ together: true })
    expect(pairing?.confidence).toBeGreaterThan(0.99)
    const said = pairing?.evidence.map(({ text }) => text)
    expect(said).toContain('Both are dated October 4, 1934.')
    expect(said).toContain('Both are to Ladygin (Ладыгину).')
    expect(said).toContain('5 numbers stand in both: 1,240, 36, 80,000, 55 …')
    expect(said).toContain('Both come from the same file, f. 613, op. 11, d. 208.')
  })

  it('says of a Russian text of the same day that it is not the original, and why', () => {
    const [pairing, ...others] = pairLetters(readFixture('not-the-original.txt').letters)
    expect(others).toEqual([])
    expect(pairing).toMatchObject({
      translation: 'ep-not-the-original-3',
      original: 'ep-not-the-original-20',
      together: false,
    })
    expect(pairing?.confidence).toBeGreaterThan(SURE)
    const against = pairing?.evidence.filter(({ agrees }) => !agrees).map(({ kind }) => kind)
    expect(against).toEqual(expect.arrayContaining(['parties', 'names', 'numbers', 'length']))
    const said = pairing?.evidence.map(({ text }) => text)
    expect(said).toContain(
      'The addressee is another: S.P. Verkhov in the translation, И.Р. Торпову in the Russian text.',
    )
    expect(said).toContain('Both are dated June 7, 1934.')
  })

  it.skipIf(corpus === null)('says so of the real page where it was so', () => {
    const name = '1932-06-12.txt'
    const page = readPage(readFileSync(path.join(corpus ?? '', name), 'utf8'), name)
    const [pairing, ...others] = pairLetters(page.letters)
    expect(page.letters).toHaveLength(2)
    expect(others).toEqual([])
    expect(pairing).toMatchObject({ together: false })
    expect(pairing?.confidence).toBeGreaterThan(0.99)
    const said = pairing?.evidence.map(({ text }) => text).join('\n')
    expect(said).toContain('Voroshilov')
    expect(said).toContain('Кагановичу')
    expect(said).toContain('Both are dated June 12, 1932.')
    expect(said).toContain('Numbers of the Russian text are not in the translation: 100, 20,000.')
  })

  it('finds each original of the sample edition by its text alone, with room between right and wrong', () => {
    const prints = pairs.map(({ translation }) => fingerprintOf(translation))
    const margins = pairs.map(({ original }, at) => {
      const weights = prints.map((translation) =>
        totalWeight(
          weighPair({ translation, original: fingerprintOf(original), chances: PAGE_CHANCES }),
        ),
      )
      expect(weights.indexOf(Math.max(...weights))).toBe(at)
      expect(weights.filter((weight) => weight > 0)).toHaveLength(1)
      return Math.max(...weights)
    })
    expect(Math.min(...margins)).toBeGreaterThan(4)
  })

  it('pairs any letters of the sample edition printed on one page in any order, and no others', () => {
    const pieces = pairs.flatMap(({ id, englishPage, russianPage }) => [
      { id, text: englishPage },
      { id, text: russianPage },
    ])
    fc.assert(
      fc.property(fc.shuffledSubarray(pieces, { minLength: 2, maxLength: 12 }), (chosen) => {
        const page = readPage(chosen.map(({ text }) => text).join('\n\n'), 'page.txt')
        fc.pre(page.letters.length === chosen.length)
        const idOf = new Map(page.letters.map(({ id }, at) => [id, chosen[at]?.id]))
        const found = pairLetters(page.letters).filter(
          ({ together, confidence }) => together && confidence >= SURE,
        )
        for (const { translation, original } of found)
          expect(idOf.get(translation)).toBe(idOf.get(original))
        const there = chosen.filter(({ id }) => chosen.filter((one) => one.id === id).length === 2)
        expect(found).toHaveLength(there.length / 2)
      }),
      { numRuns: 60 },
    )
  })

  it('is not slowed down by a page of hundreds of letters and a line of thousands of capitals', () => {
    const long = pairs.flatMap(({ englishPage, russianPage }) => [englishPage, russianPage])
    const { letters } = readPage(long.join('\n\n'), 'page.txt')
    const many = Array.from({ length: 8 }, (_, turn) =>
      letters.map((letter) => ({ ...letter, id: `${letter.id}-${turn}` })),
    ).flat()
    const start = performance.now()
    expect(pairLetters(many).length).toBeGreaterThan(0)
    const line = { line: 2, text: 'Аб Вг '.repeat(40_000), kind: 'paragraph' as const }
    const [first, second] = letters
    if (!first || !second) throw new Error('no letters')
    pairLetters([first, { ...second, content: [...second.content, line] }])
    // Ten times what an idle core needs.
    expect(performance.now() - start).toBeLessThan(20_000)
  })

  it('pairs nothing on a page in one language', () => {
    const text = pairs.map(({ englishPage }) => englishPage).join('\n\n')
    expect(pairLetters(readPage(text, 'page.txt').letters)).toEqual([])
    expect(pairLetters([])).toEqual([])
  })
})
