import { describe, expect, it } from 'vitest'
import type { CorrectionRow } from '../../../../renderer/ui/letter/letter-rows.ts'
import {
  ALL_CORRECTIONS,
  type CorrectionFilter,
  correctionFacets,
  filterCorrections,
} from '../../../../renderer/ui/reading/filter-corrections.ts'
import type { CorrectionRecord } from '../../../../shared/letter/records.ts'

const row = (id: string, change: Partial<CorrectionRecord> = {}): CorrectionRow => ({
  before: `old ${id}`,
  after: `new ${id}`,
  record: {
    id,
    category: 'name',
    severity: 'minor',
    cert: 'high',
    by: 'ed-a',
    at: `2026-11-28T10:0${id.slice(1)}:00.000Z`,
    ...change,
  },
})

const ROWS = [
  row('k1', { guessed: true }),
  row('k2', { category: 'term', severity: 'major', reason: 'So spelt in the Register' }),
  row('k3', { by: 'ed-b', check: 'units' }),
  row('k4', {
    history: [{ verdict: 'disputed', by: 'ed-b', at: '2026-11-29T10:00:00.000Z' }],
  }),
]

const ids = (filter: Partial<CorrectionFilter>, order: 'place' | 'time' = 'place') =>
  filterCorrections(ROWS, { ...ALL_CORRECTIONS, ...filter }, order).map(({ record }) => record.id)

describe('the list of corrections', () => {
  it('is narrowed by each thing that is known of them', () => {
    expect(ids({})).toEqual(['k1', 'k2', 'k3', 'k4'])
    expect(ids({ category: 'term' })).toEqual(['k2'])
    expect(ids({ severity: 'minor' })).toEqual(['k1', 'k3', 'k4'])
    expect(ids({ verdict: 'disputed' })).toEqual(['k4'])
    expect(ids({ author: 'ed-b' })).toEqual(['k3'])
    expect(ids({ check: 'units' })).toEqual(['k3'])
    expect(ids({ guessed: true })).toEqual(['k1'])
    expect(ids({ text: 'REGISTER' })).toEqual(['k2'])
    expect(ids({ text: 'new k', category: 'name', author: 'ed-a' })).toEqual(['k1', 'k4'])
  })

  it('is sorted by place, or by what was said last', () => {
    expect(ids({}, 'time')).toEqual(['k4', 'k3', 'k2', 'k1'])
  })

  it('offers what occurs in it', () => {
    expect(correctionFacets(ROWS)).toEqual({
      category: ['name', 'term'],
      severity: ['minor', 'major'],
      verdict: ['proposed', 'disputed'],
      author: ['ed-a', 'ed-b'],
      check: ['units'],
      guessed: 1,
    })
  })
})
