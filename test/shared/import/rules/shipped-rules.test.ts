import { describe, expect, it } from 'vitest'
import { SHIPPED_RULES } from '../../../../shared/import/rules/shipped-rules.ts'
import { tryRule } from '../../../../shared/import/rules/try-rule.ts'

describe.each(SHIPPED_RULES)('$id', (rule) => {
  it.each(rule.examples)('finds $found in $text', ({ text, found, value }) => {
    const hit = tryRule(rule, text)[0]
    expect(hit?.text).toBe(found)
    if (value !== undefined) expect(hit?.value).toBe(value)
  })

  it.each(rule.counterexamples)('finds nothing in %s', (text) => {
    expect(tryRule(rule, text).map((hit) => hit.text)).toEqual([])
  })
})

it('ids are unique and kinds name their table', () => {
  const ids = SHIPPED_RULES.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { id, examples, counterexamples } of SHIPPED_RULES) {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
    expect(examples.length).toBeGreaterThan(0)
    expect(counterexamples.length).toBeGreaterThan(0)
  }
})

it('rules survive JSON', () => {
  expect(JSON.parse(JSON.stringify(SHIPPED_RULES))).toEqual(SHIPPED_RULES)
})
