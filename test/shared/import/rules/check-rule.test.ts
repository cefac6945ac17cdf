import { describe, expect, it } from 'vitest'
import { checkRule } from '../../../../shared/import/rules/check-rule.ts'
import type { Rule } from '../../../../shared/import/rules/rule.ts'
import { SHIPPED_RULES } from '../../../../shared/import/rules/shipped-rules.ts'

// Time of this process alone: what else the machine does must not condemn a pattern.
const now = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const good: Rule = {
  id: 'berth',
  kind: 'address',
  pattern: '^Berth (?<n>\\d{1,3})',
  flags: 'u',
  value: '$<n>',
  confidence: 0.9,
  examples: [{ text: 'Berth 12, Gavan', found: 'Berth 12', value: '12' }],
  counterexamples: ['The berth'],
  enabled: true,
}

describe('a rule that can be used', () => {
  it('has no problem', () => {
    expect(checkRule(good, now)).toEqual([])
  })

  it.each(SHIPPED_RULES)('$id has none', (rule) => {
    expect(checkRule(rule, now)).toEqual([])
  })
})

describe('a pattern that cannot be read says where', () => {
  it.each([
    ['Berth (\\d', 6, '“(” is never closed'],
    ['Berth [12', 6, '“[” is never closed'],
    ['Berth 1)', 7, '“)” closes nothing'],
    ['*Berth', 0, 'nothing before “*”'],
    ['Berth \\y', 6, 'means nothing'],
    ['Berth {2}{3}', 9, 'nothing before “{”'],
    ['Berth 1{3,2}', 6, 'smaller number'],
    ['(?<1>Berth)', 0, 'kind of group'],
    ['Berth 1}', 7, 'closes nothing'],
  ])('%s', (pattern, at, message) => {
    const [problem] = checkRule({ ...good, pattern })
    expect(problem?.code).toBe('pattern-broken')
    expect(problem?.at).toBe(at)
    expect(problem?.message).toContain(message)
  })

  it('and what only the engine refuses is refused', () => {
    expect(checkRule({ ...good, pattern: '\\p{Nonsense}' })[0]?.code).toBe('pattern-broken')
    expect(checkRule({ ...good, pattern: '(?<n>a)(?<n>b)' })[0]?.code).toBe('pattern-broken')
    expect(checkRule({ ...good, pattern: '' })[0]?.code).toBe('pattern-empty')
  })
})

describe('a pattern that could hold an import', () => {
  it.each([
    ['(a+)+$', 1],
    ['(?:\\p{L}*,?)*x', 3],
    ['(?:a|b+){2,}c', 5],
  ])('%s repeats in a repetition', (pattern, at) => {
    expect(checkRule({ ...good, pattern }, now)).toMatchObject([{ code: 'pattern-nested', at }])
  })

  it.each(['(?:a|a){1,40}$', '(?:\\w{1,30}){1,30}!', '^(?:\\d|\\d\\d|1){2,50}x$'])(
    '%s is slow, and the check ends soon',
    (pattern) => {
      const start = now()
      expect(checkRule({ ...good, pattern }, now)[0]?.code).toBe('pattern-slow')
      expect(now() - start).toBeLessThan(6000)
    },
  )

  it('is only tried where a clock is lent', () => {
    expect(checkRule({ ...good, pattern: '(?:a|a){1,40}$' })[0]?.code).not.toBe('pattern-slow')
  })
})

describe('what does not hold', () => {
  it.each<[Partial<Rule>, string]>([
    [{ group: 4 }, 'group-missing'],
    [{ group: 'm' }, 'group-missing'],
    [{ value: '$<m>' }, 'group-missing'],
    [{ value: '@nonsense' }, 'value-unknown'],
    [{ confidence: 1.5 }, 'confidence-wrong'],
    [{ examples: [] }, 'example-missing'],
    [{ examples: [{ text: 'Berth', found: 'Berth' }] }, 'example-not-found'],
    [{ examples: [{ text: 'Berth 12', found: 'Berth 12', value: '13' }] }, 'example-not-found'],
    [{ counterexamples: ['Berth 9'] }, 'counterexample-found'],
  ])('%o is said', (change, code) => {
    expect(checkRule({ ...good, ...change }, now).map((problem) => problem.code)).toContain(code)
  })
})
