import { describe, expect, it } from 'vitest'
import { readDate } from '../../../shared/import/read-date.ts'

const DAY = '1931-08-06'
const cases: readonly [string, object][] = [
  ['August 6, 1931', { when: DAY, supplied: false, confidence: 1 }],
  ['August 6 1931', { when: DAY }],
  ['6 August 1931', { when: DAY }],
  ['August 6th, 1931', { when: DAY }],
  ['6.VIII.31', { when: DAY }],
  ['1931-08-06', { when: DAY }],
  ['6 августа 1931 года', { when: DAY }],
  ['August 6 [1931]', { when: DAY, supplied: true }],
  ['[August 6, 1931]', { when: DAY, supplied: true, confidence: 0.9 }],
  ['⟨August 6, 1931⟩', { when: DAY, supplied: true }],
  ['[August] 6, 1931', { when: DAY, supplied: true }],
  ['[previously August 6, 1931]', { notAfter: DAY, supplied: true }],
  ['[earlier August 6, 1931]', { notAfter: DAY }],
  ['[before August 6, 1931]', { notAfter: DAY }],
  ['[no later than August 6, 1931]', { notAfter: DAY }],
  ['[after August 6, 1931]', { notBefore: DAY }],
  ['[not earlier than August 6, 1931]', { notBefore: DAY }],
  ['[between August 6 and 9, 1931]', { notBefore: DAY, notAfter: '1931-08-09' }],
  ['[between July 30 and August 6, 1931]', { notBefore: '1931-07-30', notAfter: DAY }],
  ['[August 6 or 7, 1931]', { notBefore: DAY, notAfter: '1931-08-07' }],
  ['August 6–7, 1931', { from: DAY, to: '1931-08-07' }],
  ['December 31, 1930 - January 2, 1931', { from: '1930-12-31', to: '1931-01-02' }],
  ['[August 1931]', { when: '1931-08', supplied: true }],
  ['about August 6, 1931', { when: DAY, confidence: 0.6 }],
  ['August 6, 1931 (?)', { when: DAY, confidence: 0.6 }],
]

describe('dates', () => {
  it.each(cases)('%s', (text, expected) => {
    expect(readDate(text)?.date).toMatchObject({ ...expected, text })
  })

  it.each(['February 30, 1931', 'August 131, 1931', 'August 6'])('%s has no value', (text) => {
    expect(readDate(text)?.date).toEqual({ text, supplied: false, confidence: 0 })
  })

  it.each(['Torpov', 'August 6, 1931 in Gavan', '', '[ ]', 'August 6, 1931 7, 1932'])(
    '%s is no date',
    (text) => {
      expect(readDate(text)).toBeNull()
    },
  )
})
