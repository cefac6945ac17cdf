import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PairRecord } from '../../../../shared/letter/records.ts'
import { applyPairChanges } from '../../../../shared/translate/pairs/pair-change.ts'
import { editPairs } from '../../../../shared/translate/pairs/pair-edits.ts'
import {
  type Pairs,
  type PairTexts,
  pairSequence,
} from '../../../../shared/translate/pairs/pair-sequence.ts'
import { realignPairs, settlePairs } from '../../../../shared/translate/pairs/realign-pairs.ts'
import { alignedPairs, drawEdit, expectWhole, randomDraws, randomTexts } from './random-pairs.ts'

const decision = { by: 'ed-a', at: '2026-01-01T00:00:00Z' }
let ids = 0
const newId = () => `n${++ids}`

function realigned(texts: PairTexts, pairs: Pairs): Pairs {
  return applyPairChanges(pairs, settlePairs(texts, pairs, realignPairs(texts, pairs), newId))
}

const confirmedOf = (pairs: Pairs): PairRecord[] =>
  Object.values(pairs).filter(({ confirmed }) => confirmed)

function lines(lang: string, ...sentences: readonly string[]) {
  return {
    lang,
    blocks: sentences.map((text, i) => ({ id: `b${i + 1}`, kind: 'paragraph' as const, text })),
  }
}

describe('realignPairs', () => {
  it('finds the pairs of texts that have none', () => {
    const texts = {
      original: lines('ru', 'Прошу 40 тонн угля. Торпов болен.', 'Жду до 5 мая.'),
      translation: lines('en', 'I ask for 40 tons of coal. Torpov is ill.', 'I wait until May 5.'),
    }
    const pairs = realigned(texts, {})
    const rows = pairSequence(texts, pairs).rows
    expect(rows.map((row) => [row.original.length, row.translation.length])).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ])
    const expected = Object.values(alignedPairs(texts)).map(({ id: _id, ...pair }) => pair)
    expect(rows.map(({ id: _id, ...row }) => row)).toEqual(expected)
    expectWhole(texts, pairs)
  })

  it('aligns what lies between confirmed pairs, and takes nothing over them', () => {
    const texts = {
      original: lines('ru', 'Раз.', 'Два.', 'Три.', 'Четыре.', 'Пять.'),
      translation: lines('en', 'One.', 'Extra one.', 'Two.', 'Three.', 'Four.', 'Five.'),
    }
    const range = (n: number, text: string) => ({ block: `b${n}`, from: 0, to: text.length })
    const pin: PairRecord = {
      id: 'pin',
      original: [range(2, 'Два.')],
      translation: [range(3, 'Two.')],
      confidence: 1,
      confirmed: true,
      ...decision,
    }
    const lone: PairRecord = {
      ...pin,
      id: 'lone',
      original: [],
      translation: [range(2, 'Extra one.')],
    }
    const pairs = realigned(texts, { pin, lone })
    expect(pairs.pin).toEqual(pin)
    expect(pairs.lone).toEqual(lone)
    expectWhole(texts, pairs)
    const rows = pairSequence(texts, pairs).rows
    expect(rows.map((row) => [row.original[0]?.block, row.translation[0]?.block])).toEqual([
      ['b1', 'b1'],
      [undefined, 'b2'],
      ['b2', 'b3'],
      ['b3', 'b4'],
      ['b4', 'b5'],
      ['b5', 'b6'],
    ])
  })

  it('changes nothing where it finds what is there', () => {
    fc.assert(
      fc.property(randomTexts, (texts) => {
        const pairs = alignedPairs(texts)
        expect(settlePairs(texts, pairs, realignPairs(texts, pairs), newId)).toEqual([])
      }),
    )
  })

  it('keeps every confirmed pair and every cut of a person, and loses nothing', () => {
    fc.assert(
      fc.property(randomTexts, randomDraws, (texts, draws) => {
        let pairs = alignedPairs(texts)
        for (const draw of draws) {
          const edit = drawEdit(texts, pairs, draw)
          const changes = edit && editPairs({ texts, pairs, decision, newId }, edit)
          if (!changes) continue
          const edited = applyPairChanges(pairs, changes)
          pairs = realigned(texts, edited)
          expect(confirmedOf(pairs)).toEqual(confirmedOf(edited))
          const places = (of: Pairs) =>
            Object.values(of)
              .flatMap((pair) => [...pair.original.map((r) => ['o', r]), ...pair.translation])
              .map((range) => JSON.stringify(range))
              .toSorted()
          expect(places(pairs)).toEqual(places(edited))
          expectWhole(texts, pairs)
        }
      }),
      { numRuns: 300 },
    )
  })
})
