import { describe, expect, it } from 'vitest'
import {
  type ConcordanceView,
  concordanceOf,
  nextConcordance,
  type SelectedWords,
} from '../../../../renderer/ui/words/left-concordance.ts'

const VIEW: ConcordanceView = {
  text: 'склад',
  kind: 'literal',
  layer: 'original',
  order: 'right',
  hit: 'ep-1 original b2 10 17',
}
const GONE: SelectedWords = {
  letter: 'ep-1',
  side: 'original',
  text: 'складах',
  machine: { block: 'b2', offset: 17 },
}

describe('the concordance opens', () => {
  it('with nothing, or the selected words, the first time', () => {
    expect(nextConcordance(null, null)).toEqual({
      ...{ text: '', kind: 'word', layer: 'corrected', order: 'place', hit: null },
    })
    const { text, layer } = nextConcordance(null, { ...GONE, text: ' складах ' })
    expect({ text, layer }).toEqual({ text: 'складах', layer: 'original' })
  })

  it('as it was left, where no words are selected, or those it went to itself', () => {
    const left = { view: VIEW, gone: GONE }
    expect(nextConcordance(left, null)).toBe(VIEW)
    expect(nextConcordance(left, { ...GONE })).toBe(VIEW)
    expect(nextConcordance(left, { ...GONE, text: 'over\ntwo lines' })).toBe(VIEW)
  })

  it.each<[string, Partial<SelectedWords>]>([
    ['of another letter', { letter: 'ep-2' }],
    ['elsewhere', { machine: { block: 'b2', offset: 90 } }],
    ['of another line', { machine: { block: 'b3', offset: 17 } }],
    ['longer ones', { text: 'складах и' }],
  ])('with selected words %s, sought and sorted as before', (_, other) => {
    const selected = { ...GONE, ...other }
    const next = nextConcordance({ view: VIEW, gone: GONE }, selected)
    expect(next).toEqual({ ...VIEW, text: selected.text, hit: null })
  })

  it('with words typed elsewhere, as any characters of the text that is written so', () => {
    const seek = { kind: 'literal', order: 'right', hit: null }
    const left = { view: VIEW, gone: GONE }
    expect(concordanceOf(left, 'хлеб')).toEqual({ ...seek, text: 'хлеб', layer: 'original' })
    expect(concordanceOf(left, 'grain')).toEqual({ ...seek, text: 'grain', layer: 'corrected' })
  })

  it('with selected words as words, where a pattern was sought before', () => {
    const left = { view: { ...VIEW, kind: 'regex' as const }, gone: null }
    expect(nextConcordance(left, GONE).kind).toBe('word')
  })
})
