import { describe, expect, it } from 'vitest'
import { readExamples, writeExamples } from '../../../../renderer/ui/rules/example-lines.ts'
import { fieldOf, findFaults } from '../../../../renderer/ui/rules/find-faults.ts'
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

  it('are said at the field by which they are put right', () => {
    const examples = [{ text: 'No. 5', found: '5' }]
    const fields = (change: Partial<Rule>) =>
      findFaults(rule(change)).map((fault) => fieldOf(fault, rule(change)))
    expect(fields({ pattern: '(', examples })).toEqual(['pattern'])
    expect(fields({ pattern: '\\d', group: 2, examples })).toContain('pattern')
    expect(fields({ pattern: '\\d', value: '$2', examples })).toContain('value')
    expect(fields({ pattern: '\\d', value: '@nothing', examples })).toContain('value')
    expect(fields({ pattern: '\\d' })).toEqual(['examples'])
    expect(fields({ pattern: '\\w', examples, counterexamples: ['No. 7'] })).toEqual([
      'examples',
      'counterexamples',
    ])
  })

  it('keep a pattern that would not end from being tried', () => {
    expect(tryPage(rule({ pattern: '(a+)+$' }), `${'a'.repeat(40)}!`)).toBeNull()
    expect(tryPage(rule({ pattern: 'a{1,9}' }), 'caab')?.count).toBe(1)
  })
})

describe('examples as they are written', () => {
  it('have what is to be found between two bars; a line without them is kept and said to lack them', () => {
    const typed = 'Cipher No. |1556/sh|, of | May\nNo. 77\nNo. |77'
    const examples = readExamples(typed, rule({}))
    expect(examples).toEqual([
      { text: 'Cipher No. 1556/sh, of | May', found: '1556/sh' },
      { text: 'No. 77', found: '' },
      { text: 'No. |77', found: '' },
    ])
    expect(writeExamples({ examples })).toBe(typed)
    const faults = findFaults(rule({ pattern: '\\d+/sh', examples }))
    expect(faults.map(({ code, text }) => [code, text])).toEqual([
      ['example-unmarked', 'No. 77'],
      ['example-unmarked', 'No. |77'],
    ])
  })

  it('keep what else was said of one', () => {
    const examples = [{ text: 'at 5', found: '5', value: '05:00' }]
    expect(readExamples('at |5|\n\nat |6|', rule({ examples }))).toEqual([
      ...examples,
      { text: 'at 6', found: '6' },
    ])
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
