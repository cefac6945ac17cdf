import { describe, expect, it } from 'vitest'
import type { CheckId } from '../../../shared/check/check-id.ts'
import {
  addTallies,
  NO_TALLY,
  precisionOf,
  shownBy,
  tallyLetter,
} from '../../../shared/check/check-tally.ts'
import { isCheckOn } from '../../../shared/check/is-check-on.ts'
import type { Problem } from '../../../shared/check/problem.ts'
import {
  type Judgements,
  noticedWords,
  silencedQuote,
  sortOut,
} from '../../../shared/check/sort-out.ts'

const BY = { by: 'ed-a', at: '2026-01-01T00:00:00Z' }

function finding(id: string, check: CheckId, quote: string): Problem {
  return {
    id,
    code: check,
    side: 'translation',
    values: { quote },
    finding: { check, confidence: 0.9, category: 'style', severity: 'minor', proposal: null },
  }
}

const PROBLEMS: readonly Problem[] = [
  { id: 'date-missing:date', code: 'date-missing', side: 'translation', values: {} },
  finding('unit:b1:0', 'unit', 'pounds'),
  finding('unit:b2:0', 'unit', 'feet'),
  finding('spelling:b1:4', 'spelling', 'Vols\n  of'),
]

const NOTHING: Judgements = { dismissals: {}, set: { silences: [] }, isOn: () => true }
const ids = (problems: readonly Problem[]) => problems.map(({ id }) => id)

describe('problems are sorted', () => {
  it('all open where nothing was said', () => {
    expect(sortOut(PROBLEMS, NOTHING)).toEqual({ open: PROBLEMS, dismissed: [] })
  })
  it('by what was said of one', () => {
    const record = { id: 'unit:b1:0', check: 'unit', ...BY }
    const sorted = sortOut(PROBLEMS, { ...NOTHING, dismissals: { 'unit:b1:0': record } })
    expect(ids(sorted.open)).toEqual(['date-missing:date', 'unit:b2:0', 'spelling:b1:4'])
    expect(sorted.dismissed).toEqual([{ problem: PROBLEMS[1], once: record }])
  })
  it('by rules, whatever the white space and the case', () => {
    const rule = {
      id: 's1',
      check: 'spelling',
      quote: silencedQuote(PROBLEMS[3] as Problem),
      ...BY,
    }
    expect(rule.quote).toBe('vols of')
    const sorted = sortOut(PROBLEMS, { ...NOTHING, set: { silences: [rule] } })
    expect(sorted.dismissed).toEqual([{ problem: PROBLEMS[3], rule }])
    const every = { ...rule, check: 'unit', quote: '' }
    const all = sortOut(PROBLEMS, { ...NOTHING, set: { silences: [every] } })
    expect(ids(all.open)).toEqual(['date-missing:date', 'spelling:b1:4'])
  })
  it('without what checks notice that are off; other problems cannot be switched off', () => {
    const set = { checks: { unit: false } }
    const sorted = sortOut(PROBLEMS, { ...NOTHING, isOn: (check) => isCheckOn(set, check) })
    expect(ids(sorted.open)).toEqual(['date-missing:date', 'spelling:b1:4'])
    expect(sorted.dismissed).toEqual([])
  })
})

describe('the words that are dismissed everywhere', () => {
  it('are said as they stand, and compared without their capitals', () => {
    const problem = { values: { quote: ' CPSU\n(b) ', evidence: 'ВКП(б)' } }
    expect(noticedWords(problem)).toBe('CPSU (b)')
    expect(silencedQuote(problem)).toBe('cpsu (b)')
    expect(noticedWords({ values: { evidence: 'ВКП(б)' } })).toBe('ВКП(б)')
    expect(noticedWords({ values: {} })).toBe('')
  })
})

describe('tallies of checks', () => {
  it('count what waits, what was corrected and what was dismissed', () => {
    const record = { id: 'unit:b1:0', check: 'unit', ...BY }
    const sorted = sortOut(PROBLEMS, { ...NOTHING, dismissals: { 'unit:b1:0': record } })
    const one = tallyLetter(sorted, { unit: 2 })
    expect(one).toEqual({
      unit: { open: 1, confirmed: 2, dismissed: 1 },
      spelling: { open: 1, confirmed: 0, dismissed: 0 },
    })
    const two = addTallies([one, one])
    expect(two['unit']).toEqual({ open: 2, confirmed: 4, dismissed: 2 })
    expect(shownBy(two['unit'] ?? NO_TALLY)).toBe(8)
  })
  it('give the share that was right, of what was decided', () => {
    expect(precisionOf({ open: 5, confirmed: 3, dismissed: 1 })).toBe(0.75)
    expect(precisionOf({ open: 5, confirmed: 0, dismissed: 0 })).toBeNull()
  })
})
