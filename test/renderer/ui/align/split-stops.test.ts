import { describe, expect, it } from 'vitest'
import { firstMark, splitStops } from '../../../../renderer/ui/align/split-stops.ts'
import type { PairRecord } from '../../../../shared/letter/records.ts'
import type { PairTexts } from '../../../../shared/translate/pairs/pair-sequence.ts'

function pairOf(original: readonly string[], translation: readonly string[]) {
  const block = (id: string, sentences: readonly string[]) => ({
    id,
    kind: 'paragraph' as const,
    text: sentences.join(' '),
  })
  const ranges = (id: string, sentences: readonly string[]) => {
    let at = 0
    return sentences.map((text) => {
      const from = at
      at += text.length + 1
      return { block: id, from, to: from + text.length }
    })
  }
  const texts: PairTexts = {
    original: { lang: 'ru', blocks: [block('r', original)] },
    translation: { lang: 'en', blocks: [block('e', translation)] },
  }
  const pair: PairRecord = {
    id: 'p',
    original: ranges('r', original),
    translation: ranges('e', translation),
    confidence: 1,
    confirmed: false,
  }
  return { texts, pair }
}

describe('splitStops', () => {
  it('stands before every word, between sentences, and behind the last', () => {
    const { texts, pair } = pairOf([], ['One, two.', 'Three.'])
    const stops = splitStops(texts, pair, 'translation')
    expect(stops.map(({ point, weight }) => [point, weight])).toEqual([
      [{ segment: 0 }, 0],
      [{ segment: 0, offset: 5 }, 1],
      [{ segment: 1 }, 2],
      [{ segment: 2 }, 0],
    ])
    expect(splitStops(texts, pair, 'original')).toHaveLength(2 - 1)
  })
})

describe('firstMark', () => {
  const points = (original: readonly string[], translation: readonly string[]) => {
    const { texts, pair } = pairOf(original, translation)
    const mark = firstMark(texts, pair)
    return {
      original: splitStops(texts, pair, 'original')[mark.original]?.point,
      translation: splitStops(texts, pair, 'translation')[mark.translation]?.point,
    }
  }
  it('is the border between sentences in both texts', () => {
    expect(points(['Раз.', 'Два.'], ['One.', 'Two.'])).toEqual({
      original: { segment: 1 },
      translation: { segment: 1 },
    })
  })
  it('is at the pause of the long sentence that answers two', () => {
    expect(
      points(['Баржи стоят, а уголь не пришел.'], ['The barges wait.', 'No coal came.']),
    ).toEqual({
      original: { segment: 0, offset: 13 },
      translation: { segment: 1 },
    })
  })
})
