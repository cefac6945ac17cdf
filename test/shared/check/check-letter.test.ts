import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CheckContext } from '../../../shared/check/check-context.ts'
import { CHECK_IDS } from '../../../shared/check/check-id.ts'
import {
  type CheckedLetter,
  checkLetter,
  recheckLetter,
} from '../../../shared/check/check-letter.ts'
import { correctedBlocks } from '../../../shared/check/corrected-block.ts'
import type { Problem } from '../../../shared/check/problem.ts'
import { silencedQuote, sortOut } from '../../../shared/check/sort-out.ts'
import type { CanonicalLetter } from '../../../shared/letter/canonical.ts'
import type { RefusalRecord } from '../../../shared/letter/records.ts'
import { NO_TRANSLATION_SET } from '../../../shared/translate/translation-set.ts'
import { BARE_CONTEXT, corrected, loneLetter, pairedLetter } from '../../support/paired-letter.ts'
import { canonicalTexts } from '../../support/random-letter.ts'
import { pairedLetters } from '../../support/random-pairs.ts'

const WRONG = pairedLetter(
  ['Сов. секретно.', 'Owls. Secret.'],
  ['Отгружено 15 барж.', 'Shipped 50 barges.'],
)
const MISPAIRED = pairedLetter(
  ['Отгружено 15 барж, 28 вагонов и 340 пудов муки.', 'We sent 71 men to Orlovka in 1926.'],
  ['Получено 512 бревен и 67 мешков соли от Затонска.', 'They asked for 93 coats and 44 axes.'],
  ['Осталось 29 лодок, 810 сажен дров и 16 лошадей.', 'Nobody has seen the 18 letters since.'],
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
        id: 'number:b2:8:50',
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
    const dismissal = { id: 'number:b2:8:50', check: 'number', by: 'ed-am', at: '' }
    const records = { ...translation.records, dismissals: { [dismissal.id]: dismissal } }
    const dismissed = { ...WRONG, translation: { ...translation, records } }
    expect(ids(dismissed)).toEqual(['phrase:b1:0:owls-secret'])
    const silence = { id: 's1', check: 'phrase', quote: 'owls. secret', by: 'ed-am', at: '' }
    const silent = { ...NO_TRANSLATION_SET, silences: [silence] }
    expect(ids(WRONG, { ...BARE_CONTEXT, translation: silent })).toEqual(['number:b2:8:50'])
    const all = { ...silent, silences: [{ ...silence, check: 'number', quote: '' }] }
    expect(ids(WRONG, { ...BARE_CONTEXT, translation: all })).toEqual(['phrase:b1:0:owls-secret'])
    const off = { ...NO_TRANSLATION_SET, checks: { phrase: false } }
    expect(ids(WRONG, { ...BARE_CONTEXT, translation: off })).toEqual(['number:b2:8:50'])
  })

  it('leaves out what a second reader answered by refusing its correction, and nothing else', () => {
    const { translation } = WRONG
    const refused = (check: string, from: number): CanonicalLetter => {
      const at = '2026-01-01T00:00:00Z'
      const correction: RefusalRecord['correction'] = {
        ...{ category: 'number', severity: 'major', cert: 'high', by: 'ed-am', at, check },
        history: [{ verdict: 'refused', by: 'ed-jk', at, why: 'as in the copy' }],
      }
      const deleted = [{ block: 'b2', from, to: from + 2 }]
      const refusals = { k1: { id: 'k1', correction, deleted, inserted: [] } }
      const records = { ...translation.records, refusals }
      return { ...WRONG, translation: { ...translation, records } }
    }
    expect(ids(refused('number', 8))).toEqual(['phrase:b1:0:owls-secret'])
    expect(ids(refused('number', 0))).toEqual(ids(WRONG))
    expect(ids(refused('date', 8))).toEqual(ids(WRONG))
  })

  it('has another problem where the words that one was dismissed for are others by now', () => {
    const dismissal = { id: 'number:b2:8:50', check: 'number', by: 'ed-am', at: '' }
    const other = corrected(WRONG, 'b2', '50', '60')
    const { translation } = other
    const records = { ...translation.records, dismissals: { [dismissal.id]: dismissal } }
    expect(ids({ ...other, translation: { ...translation, records } })).toContain('number:b2:8:60')
  })

  it('still leaves out what was dismissed when ids named no words, as long as the words are the machine’s', () => {
    const dismissed = (letter: CanonicalLetter, ...of: readonly string[]) => {
      const { translation } = letter
      const said = of.map((id) => [id, { id, check: 'number', by: 'ed-am', at: '' }] as const)
      const records = { ...translation.records, dismissals: Object.fromEntries(said) }
      return { ...letter, translation: { ...translation, records } }
    }
    expect(ids(dismissed(WRONG, 'number:b2:8'))).toEqual(['phrase:b1:0:owls-secret'])
    const [, problem] = checkLetter(WRONG, BARE_CONTEXT)
    const { dismissals } = dismissed(WRONG, 'number:b2:8').translation.records
    const sorted = sortOut([problem as Problem], {
      dismissals,
      set: NO_TRANSLATION_SET,
      isOn: () => true,
    })
    expect(sorted.dismissed).toEqual([{ problem, once: dismissals['number:b2:8'] }])
    const other = corrected(WRONG, 'b2', '50', '60')
    expect(ids(dismissed(other, 'number:b2:8'))).toContain('number:b2:8:60')
    expect(ids(dismissed(WRONG, 'number:b2:8:60', 'number:b2:9', 'date:b2:8'))).toContain(
      'number:b2:8:50',
    )
  })

  it('parts no words by a colon in an id', () => {
    const letter = loneLetter('The teh:it came.')
    const isSpelt = (word: string) => word !== 'teh'
    expect(ids(letter, { ...BARE_CONTEXT, isSpelt })).toEqual(['spelling:b1:4:teh'])
  })

  it('checks by an original again once its doubtful pairing was said to be right', () => {
    const found = ids(MISPAIRED)
    expect(found).toEqual(['wrong-pairing:b1:0'])
    const { translation } = MISPAIRED
    const dismissal = { id: 'wrong-pairing:b1:0', check: 'wrong-pairing', by: 'ed-am', at: '' }
    const records = { ...translation.records, dismissals: { [dismissal.id]: dismissal } }
    const right = { ...MISPAIRED, translation: { ...translation, records } }
    expect(ids(right).some((id) => id.startsWith('number:'))).toBe(true)
    const all = ids(right, { ...BARE_CONTEXT, showsDismissed: true })
    expect(all).toContain('wrong-pairing:b1:0')
    expect(all.some((id) => id.startsWith('number:'))).toBe(true)
    const [problem] = checkLetter(MISPAIRED, BARE_CONTEXT)
    const quote = silencedQuote(problem as Problem)
    const rule = { id: 's1', check: 'wrong-pairing', quote, by: 'ed-am', at: '' }
    const set = { ...NO_TRANSLATION_SET, silences: [rule] }
    expect(
      ids(MISPAIRED, { ...BARE_CONTEXT, translation: set }).some((id) => id.startsWith('number:')),
    ).toBe(true)
  })

  it('silences a missing sentence by its own words', () => {
    const [problem] = checkLetter(
      pairedLetter(['Список прилагаю.', 'I enclose a list.'], ['Он неполный.', '']),
      BARE_CONTEXT,
    )
    expect(problem?.code).toBe('missing-sentence')
    expect(silencedQuote(problem as Problem)).toBe('он неполный.')
  })

  it('counts the spellings of a name anew after each change', () => {
    const usual = loneLetter('We met Zatonsky.', 'Ask Zatonsky.', 'Tell Zatonsky.', 'Or Zatonskiy.')
    const before = recheckLetter(usual, ALL, null)
    expect(before.problems.some(({ code }) => code === 'name-variants')).toBe(true)
    const rare = corrected(corrected(usual, 'b1', 'Zatonsky', 'him'), 'b2', 'Zatonsky', 'him')
    expect(recheckLetter(rare, ALL, before).problems).toEqual(checkLetter(rare, ALL))
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
