import { describe, expect, it } from 'vitest'
import { findRuleFault } from '../../../../renderer/ui/words/rule-fault.ts'

const clock = () => performance.now()

describe('a rule of correction', () => {
  it.each([
    ['', '', { field: 'pattern', code: 'empty' }],
    ['(', '', { field: 'pattern', code: 'broken' }],
    ['\\bHP', '[', { field: 'trigger', code: 'broken' }],
    ['a*', '', { field: 'pattern', code: 'matches-nothing' }],
    ['^(?:a+)+$', '', { field: 'pattern', code: 'nested' }],
  ])('%s with trigger %s is refused', (pattern, trigger, fault) => {
    expect(findRuleFault({ pattern, trigger, flags: 'u' }, clock)).toMatchObject(fault)
  })

  it('that can be used has no fault', () => {
    expect(
      findRuleFault({ pattern: '\\bHP (\\d+)', trigger: 'НР\\s*\\d', flags: 'u' }, clock),
    ).toBeNull()
  })
})
