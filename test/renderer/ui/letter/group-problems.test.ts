import { describe, expect, it } from 'vitest'
import { groupProblems } from '../../../../renderer/ui/letter/group-problems.ts'
import type { Problem } from '../../../../shared/check/problem.ts'

const plain: Problem = { id: 'a', code: 'date-missing', side: 'translation', values: {} }
const found = (check: 'unit' | 'number'): Problem => ({
  ...plain,
  code: check,
  finding: { check, confidence: 1, category: 'number', severity: 'minor', proposal: null },
})

describe('groups of problems', () => {
  it('are counted, header and notes first, then the checks in their order', () => {
    expect(groupProblems([found('unit'), plain, found('number'), found('unit')])).toEqual([
      { id: 'letter', count: 1 },
      { id: 'number', count: 1 },
      { id: 'unit', count: 2 },
    ])
    expect(groupProblems([])).toEqual([])
  })
})
