import { describe, expect, it } from 'vitest'
import { findFaults } from '../../../../renderer/ui/rules/find-faults.ts'
import { proposePatterns } from '../../../../renderer/ui/rules/propose-patterns.ts'
import {
  listAllRules,
  newRule,
  withoutRule,
  withRule,
} from '../../../../renderer/ui/rules/rule-list.ts'
import { tryPage } from '../../../../renderer/ui/rules/try-page.ts'
import { ruleSetSchema } from '../../../../shared/collection/rule-schemas.ts'
import type { Rule } from '../../../../shared/import/rules/rule.ts'
import { SHIPPED_RULES } from '../../../../shared/import/rules/shipped-rules.ts'

const NONE = { rules: [] }
const rule = (change: Partial<Rule>): Rule => ({ ...newRule(NONE, 'dispatch-number'), ...change })

describe('a pattern from a marked example', () => {
  const marked = (line: string, found: string) => {
    const from = line.indexOf(found)
    return proposePatterns(line, from, from + found.length)
  }

  it('is literal, or lets numbers or words be others, and asks for the word before', () => {
    const page = 'Harbour cipher No. 1556/sh.\nLetter No. 77/ab of May\nHouse 1556/sh'
    const counts = marked('Harbour cipher No. 1556/sh.', '1556/sh').map((one) => [
      one.kind,
      tryPage(rule({ pattern: one.pattern }), page)?.count,
    ])
    expect(counts).toEqual([
      ['strict', 1],
      ['numbers', 1],
      ['shape', 2],
    ])
  })

  it('finds what was marked, in every script, with every sign of patterns in it', () => {
    for (const [line, found] of [
      ['Шифр № 48/с получен', '48/с'],
      ['(a+b)*[c]?{1,2}|^$.\\d', '(a+b)*[c]?{1,2}|^$.\\d'],
      ['Copy - to Lind', 'Copy - to'],
      ['  14/VIII — 31  ', '14/VIII — 31'],
      ['naïve café #59', '#59'],
    ] as const)
      for (const { pattern } of marked(line, found))
        expect(tryPage(rule({ pattern }), line)?.lines[0]?.parts.find(({ hit }) => hit)?.text).toBe(
          found,
        )
  })
})

describe('the faults of a rule', () => {
  it('are said by code, and there are none in the rules that come with the program', () => {
    const codes = (change: Partial<Rule>) => findFaults(rule(change)).map(({ code }) => code)
    const examples = [{ text: 'No. 5', found: '5' }]
    expect(codes({ pattern: '(', examples })).toEqual(['pattern-broken'])
    expect(codes({ pattern: '', examples })).toEqual(['pattern-empty'])
    expect(codes({ pattern: '(a+)+b', examples })).toEqual(['pattern-nested'])
    expect(codes({ pattern: '\\d', group: 2, examples })).toContain('group-missing')
    expect(codes({ pattern: '\\d' })).toEqual(['example-missing'])
    expect(findFaults(rule({ pattern: '\\w', examples, counterexamples: ['No. 7'] }))).toEqual([
      { code: 'example-not-found', text: 'No. 5', found: 'N' },
      { code: 'counterexample-found', text: 'No. 7', found: 'N' },
    ])
  })

  it('keep a pattern that would not end from being tried', () => {
    expect(tryPage(rule({ pattern: '(a+)+$' }), `${'a'.repeat(40)}!`)).toBeNull()
    expect(tryPage(rule({ pattern: 'a{1,9}' }), 'caab')?.count).toBe(1)
  })
})

describe('a set of rules', () => {
  it('lists own rules first and shipped ones in their place, changed or as they came', () => {
    const [first] = SHIPPED_RULES
    if (!first) throw new Error('no rules')
    const own = rule({ pattern: 'x' })
    const set = withRule(withRule(NONE, { ...first, enabled: false }), own)
    const listed = listAllRules(set)
    expect(listed[0]).toEqual({ rule: own, origin: 'own' })
    expect(listed.find((one) => one.rule.id === first.id)).toEqual({
      rule: { ...first, enabled: false },
      origin: 'changed',
    })
    expect(listed).toHaveLength(SHIPPED_RULES.length + 1)
    expect(withoutRule(set, first.id).rules).toEqual([own])
    expect(newRule(set, 'dispatch-number').id).not.toBe(own.id)
  })

  it('is stored in a form that every shipped rule has', () => {
    const stored = JSON.parse(JSON.stringify({ rules: SHIPPED_RULES }))
    expect(ruleSetSchema.safeParse(stored).success).toBe(true)
    expect(ruleSetSchema.safeParse({ rules: [{ ...rule({}), script: 'alert' }] }).success).toBe(
      false,
    )
  })
})
