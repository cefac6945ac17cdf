import { describe, expect, test } from 'vitest'
import type { CorrectionDecision } from '../../../../shared/letter/records.ts'
import { collectMeasures } from '../../../../shared/translate/measures/collect-measures.ts'
import { measureLetter } from '../../../../shared/translate/measures/measure-letter.ts'
import { measuresJson } from '../../../../shared/translate/measures/measures-json.ts'
import { EDITOR, letter, translation } from '../../../support/letter-fixture.ts'

const at = '2026-11-22T09:00:00Z'
const said = (verdict: CorrectionDecision['verdict']): readonly CorrectionDecision[] => [
  { verdict, by: 'ed-jk', at },
]

const first = letter(
  translation('paragraph: Owls. Secret. We ask for five pounds of grain.', 'note(n1): Ibid.')
    .correct('k1', { block: 'b1', from: 0, to: 12 }, 'Top secret', {
      category: 'abbreviation',
      check: 'stock-phrase',
      history: said('accepted'),
    })
    .correct('k2', { block: 'b1', from: 30, to: 36 }, 'poods', {
      category: 'number',
      severity: 'critical',
      guessed: true,
      by: 'ed-jk',
    })
    .with(null, 'k3', null, 'refusals', {
      id: 'k3',
      correction: {
        category: 'style',
        severity: 'minor',
        cert: 'low',
        ...EDITOR,
        history: said('refused'),
      },
      deleted: [],
      inserted: [{ block: 'b1', offset: 0, order: 0, text: 'X' }],
    }),
)
const second = letter(translation('paragraph: Nothing to say here.'), undefined, 'ep-2')

describe('measures', () => {
  test('count corrections of a letter by what is said of them; refused ones are out of the text', () => {
    const { tally } = measureLetter(first)
    expect(tally).toMatchObject({ letters: 1, words: 10, edits: 3, corrections: 2 })
    expect(tally.byCategory).toMatchObject({ abbreviation: 1, number: 1, style: 0 })
    expect(tally.bySeverity).toMatchObject({ major: 1, critical: 1, minor: 0 })
    expect(tally.guessed).toBe(1)
    expect(tally.byVerdict).toEqual({ proposed: 1, accepted: 1, refused: 1, disputed: 0 })
    expect(tally.byCheck).toEqual({ 'stock-phrase': 1 })
  })

  test('are added up over letters and by person, whose words are those of the letters corrected', () => {
    const json = measuresJson(collectMeasures([first, second].map(measureLetter)), (id) =>
      id === 'ed-jk' ? 'Jana Kowal' : undefined,
    )
    expect(json.collection).toMatchObject({
      letters: 2,
      words: 14,
      corrections: 2,
      correctionsPer1000Words: 142.8571,
      wordEditRate: 0.2143,
    })
    expect(json.letters.map(({ letter: id, wordEditRate }) => [id, wordEditRate])).toEqual([
      ['ep-1', 0.3],
      ['ep-2', 0],
    ])
    expect(json.editors).toMatchObject([
      { editor: 'ed-am', name: null, letters: 1, words: 10, corrections: 1 },
      { editor: 'ed-jk', name: 'Jana Kowal', letters: 1, words: 10, corrections: 1 },
    ])
    expect(json.editors[0]).not.toHaveProperty('edits')
  })

  test('count a correction for who proposed it as it is', () => {
    const again = { verdict: 'proposed', by: 'ed-jk', at } as const
    const made = letter(
      translation('paragraph: The owl.').correct('k1', { block: 'b1', from: 4, to: 7 }, 'cat', {
        history: [again],
      }),
    )
    expect(Object.keys(measureLetter(made).editors)).toEqual(['ed-jk'])
  })

  test('give no density where there are no words', () => {
    const json = measuresJson(collectMeasures([]), () => undefined)
    expect(json.collection).toMatchObject({ correctionsPer1000Words: null, wordEditRate: null })
  })
})
