import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CheckContext } from '../../../shared/check/check-context.ts'
import { CHECK_IDS } from '../../../shared/check/check-id.ts'
import {
  type CheckedLetter,
  checkLetter,
  quoteOf,
  recheckLetter,
} from '../../../shared/check/check-letter.ts'
import { correctedBlocks } from '../../../shared/check/corrected-block.ts'
import type { CanonicalLetter } from '../../../shared/letter/canonical.ts'
import { NO_TRANSLATION_SET } from '../../../shared/translate/translation-set.ts'
import { BARE_CONTEXT, corrected, loneLetter, pairedLetter } from '../../support/paired-letter.ts'
import { canonicalTexts } from '../../support/random-letter.ts'
import { pairedLetters } from '../../support/random-pairs.ts'

const WRONG = pairedLetter(
  ['Сов. секретно.', 'Owls. Secret.'],
  ['Отгружено 15 барж.', 'Shipped 50 barges.'],
)
const ALL: CheckContext = {
  ...BARE_CONTEXT,
  isSpelt: (word) => word.length < 4,
  translation: {
    ...NO_TRANSLATION_SET,
    checks: Object.fromEntries(CHECK_IDS.map((id) => [id, true])),
  },
}
const ids = (letter: CanonicalLetter, context = BARE_CONTEXT) =>
  checkLetter(letter, context).map(({ id }) => id)

describe('checkLetter', () => {
  it('says where, what and on what it rests', () => {
    expect(checkLetter(WRONG, BARE_CONTEXT)).toMatchObject([
      { id: 'phrase:b1:0:owls-secret', finding: { proposal: 'Top secret', rule: 'owls-secret' } },
      {
        id: 'number:b2:8',
        code: 'number',
        side: 'translation',
        range: { block: 'b2', from: 8, to: 10 },
        values: { quote: '50', evidence: '15' },
        finding: { evidence: { block: 'o2', from: 10, to: 12 }, proposal: '15', severity: 'major' },
      },
    ])
  })

  it('has no problem where a correction has mended it, and one where a correction makes it', () => {
    const mended = corrected(corrected(WRONG, 'b2', '50', '15'), 'b1', 'Owls. Secret', 'Top secret')
    expect(ids(mended)).toEqual([])
    const [made] = checkLetter(corrected(mended, 'b2', 'barges', '16 barges'), BARE_CONTEXT)
    expect(made).toMatchObject({ code: 'number', range: { block: 'b2', from: 11, to: 17 } })
    expect(made?.finding?.proposal).toBeNull()
  })

  it('leaves out what was dismissed, silenced or switched off', () => {
    const { translation } = WRONG
    const dismissal = { id: 'number:b2:8', check: 'number', by: 'ed-am', at: '' }
    const records = { ...translation.records, dismissals: { [dismissal.id]: dismissal } }
    const dismissed = { ...WRONG, translation: { ...translation, records } }
    expect(ids(dismissed)).toEqual(['phrase:b1:0:owls-secret'])
    const silence = { id: 's1', check: 'phrase', quote: 'owls. secret', by: 'ed-am', at: '' }
    const silent = { ...NO_TRANSLATION_SET, silences: [silence] }
    expect(ids(WRONG, { ...BARE_CONTEXT, translation: silent })).toEqual(['number:b2:8'])
    const all = { ...silent, silences: [{ ...silence, check: 'number', quote: '' }] }
    expect(ids(WRONG, { ...BARE_CONTEXT, translation: all })).toEqual(['phrase:b1:0:owls-secret'])
    const off = { ...NO_TRANSLATION_SET, checks: { phrase: false } }
    expect(ids(WRONG, { ...BARE_CONTEXT, translation: off })).toEqual(['number:b2:8'])
  })

  it('only proposes where there is no original', () => {
    const [problem] = checkLetter(loneLetter('Owls. Secret.', 'Shipped 50 barges.'), BARE_CONTEXT)
    expect(problem?.finding).toMatchObject({ proposal: 'Top secret', confidence: 0.3 })
  })

  it('aligns a letter that has an original and no pairs', () => {
    const { translation } = WRONG
    const records = { ...translation.records, pairs: {} }
    const [, number] = checkLetter(
      { ...WRONG, translation: { ...translation, records } },
      BARE_CONTEXT,
    )
    expect(number).toMatchObject({ code: 'number', finding: { evidence: { block: 'o2' } } })
  })

  it('folds what a problem quotes as silences have it', () => {
    expect(quoteOf({ values: { quote: ' Owls. \u00a0 Secret ' } })).toBe('owls. secret')
  })
})

const letters: fc.Arbitrary<CanonicalLetter> = fc.oneof(
  pairedLetters,
  fc
    .tuple(canonicalTexts, fc.option(canonicalTexts, { nil: null }))
    .map(([translation, original]) => ({ id: 'ep-1', translation, original })),
)

describe('checkLetter on any letter', () => {
  it('does not throw, gives unique ids and places inside the blocks', () => {
    fc.assert(
      fc.property(letters, (letter) => {
        const problems = checkLetter(letter, ALL)
        expect(new Set(problems.map(({ id }) => id)).size).toBe(problems.length)
        for (const { range, side, finding } of problems) {
          const block = letter[side]?.machine.blocks.find(({ id }) => id === range?.block)
          if (!range || !block) throw new RangeError('A problem without a place')
          expect(range.from).toBeGreaterThanOrEqual(0)
          expect(range.to).toBeGreaterThanOrEqual(range.from)
          expect(range.to).toBeLessThanOrEqual(block.text.length)
          expect(finding?.confidence).toBeGreaterThanOrEqual(0)
          expect(finding?.confidence).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('finds the same the second time as at once, whatever was changed in between', () => {
    fc.assert(
      fc.property(fc.array(letters, { minLength: 2, maxLength: 4 }), (versions) => {
        let checked: CheckedLetter | null = null
        for (const letter of versions) {
          checked = recheckLetter(letter, ALL, checked)
          expect(checked.problems).toEqual(checkLetter(letter, ALL))
        }
        const other = { ...ALL, isSpelt: () => true }
        const [last] = versions.slice(-1)
        if (last)
          expect(recheckLetter(last, other, checked).problems).toEqual(checkLetter(last, other))
      }),
    )
  })
})

describe('correctedBlocks', () => {
  it('shows every machine character that no correction strikes out, at its place', () => {
    fc.assert(
      fc.property(canonicalTexts, (text) => {
        const deleted = Object.values(text.anchors.corrections).flatMap((one) => one.deleted)
        for (const block of correctedBlocks(text)) {
          const machine = text.machine.blocks.find(({ id }) => id === block.id)?.text ?? ''
          const shown = block.runs.filter(({ inserted }) => !inserted)
          for (const { at, from, length } of shown) {
            const words = block.text.slice(at, at + length)
            const marked = machine.slice(from, from + length)
            expect(words.split('').every((sign, i) => sign === ' ' || sign === marked[i])).toBe(
              true,
            )
          }
          const isGone = (offset: number) =>
            deleted.some((one) => one.block === block.id && one.from <= offset && offset < one.to)
          const left = machine.split('').filter((_sign, offset) => !isGone(offset)).length
          expect(shown.reduce((sum, { length }) => sum + length, 0)).toBe(left)
        }
      }),
    )
  })
})
