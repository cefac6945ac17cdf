import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignPlainTexts } from '../../../shared/translate/align-plain-texts.ts'
import { alignSegments } from '../../../shared/translate/align-segments.ts'

import { judgeSample } from '../../support/sample-alignment.ts'

const ORDINALS = [
  'zero',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
]

describe('alignSegments', () => {
  it('finds the pairs of the sample edition, and is unsure where it is wrong', () => {
    const judged = judgeSample((ours, theirs) => alignSegments(ours, theirs))
    const right = judged.filter(({ isRight }) => isRight)
    expect(judged.length).toBeGreaterThan(130)
    expect(right.length / judged.length).toBeGreaterThanOrEqual(153 / 157)
    expect(judged.filter(({ isRight, confidence }) => !isRight && confidence >= 0.7)).toEqual([])
  })

  it('finds a sentence that the machine dropped and one that it repeated', () => {
    const original = 'Прошу 40 тонн угля. Баржи стоят в Уфе. Торпов болен. Жду ответа до 5 мая.'
    const dropped =
      'I ask for 40 tons of coal. Torpov is ill. I am waiting for an answer until May 5.'
    const repeated = `I ask for 40 tons of coal. The barges are in Ufa. The barges are in Ufa. ${dropped.slice(27)}`
    const languages = { original: 'ru', translation: 'en' }
    const pairs = (text: string) =>
      alignPlainTexts(original, text, languages).pairs.map((pair) => [
        pair.original,
        pair.translation,
      ])
    expect(pairs(dropped)).toEqual([
      [[0], [0]],
      [[1], []],
      [[2], [1]],
      [[3], [2]],
    ])
    expect(pairs(repeated)).toContainEqual([[3], [4]])
    expect(pairs(repeated)).toContainEqual([[2], [3]])
  })

  it('pairs the points of a list by their numbers, in figures, letters or words', () => {
    const original = 'Первое, баржи.\nВторое, уголь.\nа) хлеб\nб) соль'
    const translation = 'First, the barges.\nSecond, it is coal.\na) bread\nb) salt'
    const { pairs } = alignPlainTexts(original, translation, { original: 'ru', translation: 'en' })
    expect(pairs.map((pair) => [pair.original, pair.translation])).toEqual(
      [0, 1, 2, 3].map((i) => [[i], [i]]),
    )
  })

  it('keeps what a person pinned and aligns the rest between', () => {
    const texts = (name: string) =>
      ORDINALS.map((word, i) => ({ text: `${name} ${word} sentence.`, paragraph: i }))
    const pins = [
      { original: [3], translation: [5] },
      { original: [6], translation: [7, 8] },
      { original: [], translation: [0] },
      { original: [9], translation: [2] },
    ]
    const pairs = alignSegments(texts('The'), texts('Our'), pins)
    for (const pin of pins) expect(pairs).toContainEqual({ ...pin, confidence: 1 })
    for (const pair of pairs) {
      if (pair.original.some((i) => i < 3)) expect(pair.translation.every((j) => j < 5)).toBe(true)
      if (pair.original.some((i) => i > 6 && i < 9))
        expect(pair.translation.every((j) => j > 8)).toBe(true)
    }
    expect(pairs.flatMap((pair) => pair.original).toSorted((a, b) => a - b)).toEqual([
      ...ORDINALS.keys(),
    ])
    expect(pairs.flatMap((pair) => pair.translation).toSorted((a, b) => a - b)).toEqual([
      ...ORDINALS.keys(),
    ])
  })

  it('puts every sentence into exactly one pair, in order', () => {
    const sentence = fc.record({
      text: fc.constantFrom(
        'Да.',
        'No.',
        '40 тонн.',
        '40 tons of coal from Ufa.',
        'Торпов болен.',
        'Torpov is ill.',
        '',
      ),
      paragraph: fc.nat(3),
    })
    const texts = fc.array(sentence, { maxLength: 12 })
    fc.assert(
      fc.property(texts, texts, (original, translation) => {
        const pairs = alignSegments(original, translation)
        expect(pairs.flatMap((pair) => pair.original)).toEqual([...original.keys()])
        expect(pairs.flatMap((pair) => pair.translation)).toEqual([...translation.keys()])
        for (const { confidence } of pairs) {
          expect(confidence).toBeGreaterThanOrEqual(0)
          expect(confidence).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('takes a thousand sentences on each side in a band about the diagonal', () => {
    const many = (word: string) =>
      Array.from({ length: 1000 }, (_, i) => ({
        text: `${word} ${i + 100} ${'x'.repeat(i % 17)}.`,
        paragraph: i,
      }))
    const pairs = alignSegments(many('Вагонов'), many('Wagons'))
    expect(
      pairs.filter(({ original, translation }) => original[0] === translation[0]),
    ).toHaveLength(1000)
  })
})
