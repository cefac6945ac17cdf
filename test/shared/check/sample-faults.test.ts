import { describe, expect, it } from 'vitest'
import { SAMPLE_TERMS, scoreSample } from '../../support/sample-faults.ts'

describe('the checks on the sample edition', () => {
  const score = scoreSample(SAMPLE_TERMS)
  const sum = (side: 'planted' | 'shown', what: 'count' | 'right') =>
    Object.values(score[side]).reduce((total, one) => total + one[what], 0)

  it('find the planted faults that rules can find, but for three', () => {
    expect(sum('planted', 'count')).toBe(75)
    expect(score.missed).toEqual([
      // Главвод is in no register and begins as institutions do, which are translated.
      'ep-sample-03 E2 b6:219',
      // A comma too many behind a callout.
      'ep-sample-08 L1 b6:32',
      // A term that the glossary of the test does not have.
      'ep-sample-10 G2 b7:108',
    ])
  })

  it('show little else', () => {
    expect(score.falseAlarms).toEqual([
      // Two renderings of one sentence: which is the fault only a reader knows.
      'ep-sample-03 same-source:b7:0 Ladygin. Torpov.',
      'ep-sample-04 same-source:b6:321 Waiting for an answer.',
    ])
    expect(sum('shown', 'right')).toBe(sum('shown', 'count') - 2)
  })
})
