import { expect, it } from 'vitest'
import { proposeRule } from '../../../../renderer/ui/spread/propose-rule.ts'
import type { CorrectionRecord } from '../../../../shared/letter/records.ts'

const record: CorrectionRecord = {
  ...{ id: 'k1', category: 'abbreviation', severity: 'major', cert: 'high', reason: 'Сов.' },
  ...{ by: 'ed-a', at: '2026-01-01T00:00:00Z' },
}
const words = { left: '', right: '', original: null, evidence: null }

it('makes a pattern that finds the words of the correction and no others', () => {
  const source = { before: 'HP (51)', after: 'NR $51', ...words }
  const rule = proposeRule(source, record, 'НР', 'Verkhov to Ladygin')
  const pattern = new RegExp(rule.pattern, rule.flags)
  expect('see HP  (51).'.replace(pattern, rule.right)).toBe('see NR $51.')
  expect(pattern.test('xHP (51)')).toBe(false)
  expect(rule).toMatchObject({
    ...{ category: 'abbreviation', severity: 'major', note: 'Сов.', enabled: true },
    source: 'Verkhov to Ladygin',
  })
})

it('asks the original for the words in any form', () => {
  const source = { before: 'pounds', after: 'poods', ...words }
  const { trigger } = proposeRule(source, record, 'десять пудов', '')
  expect(new RegExp(trigger, 'iu').test('Десяти пудам')).toBe(true)
  expect(new RegExp(trigger, 'iu').test('десять фунтов')).toBe(false)
})
