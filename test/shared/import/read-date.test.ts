import { describe, expect, it } from 'vitest'
import { readDate } from '../../../shared/import/read-date.ts'

const DAY = '1934-08-06'
const cases: readonly [string, object][] = [
  ['August 6, 1934', { when: DAY, supplied: false, confidence: 1 }],
  ['August 6 1934', { when: DAY }],
  ['6 August 1934', { when: DAY }],
  ['August 6th, 1934', { when: DAY }],
  ['6.VIII.34', { when: DAY }],
  ['1934-08-06', { when: DAY }],
  ['6 августа 1934 года', { when: DAY }],
  ['August 6 [1934]', { when: DAY, supplied: true }],
  ['[August 6, 1934]', { when: DAY, supplied: true, confidence: 0.9 }],
  ['⟨August 6, 1934⟩', { when: DAY, supplied: true }],
  ['[August] 6, 1934', { when: DAY, supplied: true }],
  ['[previously August 6, 1934]', { notAfter: DAY, supplied: true }],
  ['[earlier August 6, 1934]', { notAfter: DAY }],
  ['[before August 6, 1934]', { notAfter: DAY }],
  ['[no later than August 6, 1934]', { notAfter: DAY }],
  ['[after August 6, 1934]', { notBefore: DAY }],
  ['[not earlier than August 6, 1934]', { notBefore: DAY }],
  ['[between August 6 and 9, 1934]', { notBefore: DAY, notAfter: '1934-08-09' }],
  ['[between July 30 and August 6, 1934]', { notBefore: '1934-07-30', notAfter: DAY }],
  ['[August 6 or 7, 1934]', { notBefore: DAY, notAfter: '1934-08-07' }],
  ['August 6–7, 1934', { from: DAY, to: '1934-08-07' }],
  ['December 31, 1933 - January 2, 1934', { from: '1933-12-31', to: '1934-01-02' }],
  ['[August 1934]', { when: '1934-08', supplied: true }],
  ['about August 6, 1934', { when: DAY, confidence: 0.6 }],
  ['August 6, 1934 (?)', { when: DAY, confidence: 0.6 }],
  ['6/VIII — 34', { when: DAY }],
  ['6 / VIII - 34 1', { when: DAY }],
  ['6/VTII — 34', { when: DAY }],
  ['2.X1.34', { when: '1934-11-02' }],
  ['6/8-1934', { when: DAY }],
  ['6.УШ.34 г.', { when: DAY }],
  ['[6] августа 1934 г.', { when: DAY, supplied: true }],
  ['night of August 5 to 6, 1934', { from: '1934-08-05', to: DAY }],
  ['the night of 5 to 6 August 1934', { from: '1934-08-05', to: DAY }],
  ['в ночь с 5 на 6 августа 1934 года', { from: '1934-08-05', to: DAY }],
  ['[ранее 6 августа 1934 г.]', { notAfter: DAY, supplied: true }],
  ['[не позднее 6 августа 1934 г.]', { notAfter: DAY }],
  ['[не ранее 6 августа 1934 г.]', { notBefore: DAY }],
  ['6. August 1934', { when: DAY }],
  ['12. März 1934', { when: '1934-03-12' }],
  ['spätestens 6. August 1934', { notAfter: DAY }],
]

describe('dates', () => {
  it.each(cases)('%s', (text, expected) => {
    expect(readDate(text)?.date).toMatchObject({ ...expected, text })
  })

  it.each(['February 30, 1934', 'August 131, 1934', 'August 6'])('%s has no value', (text) => {
    expect(readDate(text)?.date).toEqual({ text, supplied: false, confidence: 0 })
  })

  it.each([
    'Torpov',
    'summer 1934',
    'весна 1934',
    'August 6, 1934 in Gavan',
    '',
    '[ ]',
    'August 6, 1934 7, 1932',
  ])('%s is no date', (text) => {
    expect(readDate(text)).toBeNull()
  })
})
