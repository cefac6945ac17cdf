import type { Rule } from '../../../shared/import/rules/rule.ts'
import { tryRule } from '../../../shared/import/rules/try-rule.ts'

/** Why a rule does not do what it should: `text` is the example concerned, or what the browser says of the pattern. */
export interface RuleFault {
  readonly code: 'pattern' | 'empty' | 'group' | 'example' | 'value' | 'counterexample'
  readonly text: string
  readonly found: string
}

/** The faults of a rule by its own examples and counterexamples; none where it does what they say. Never throws. */
export function findFaults(rule: Rule): RuleFault[] {
  if (rule.pattern.trim() === '') return [{ code: 'empty', text: '', found: '' }]
  try {
    const pattern = new RegExp(rule.pattern, rule.flags)
    if (pattern.test('')) return [{ code: 'empty', text: '', found: '' }]
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return [{ code: 'pattern', text: error.message, found: '' }]
  }
  if (!hasGroup(rule)) return [{ code: 'group', text: String(rule.group), found: '' }]
  const examples = rule.examples.flatMap(({ text, found, value }): RuleFault[] => {
    const hit = tryRule(rule, text)[0]
    if (hit?.text !== found) return [{ code: 'example', text, found: hit?.text ?? '' }]
    const differs = value !== undefined && hit.value !== value
    return differs ? [{ code: 'value', text, found: hit.value }] : []
  })
  const others = rule.counterexamples.flatMap((text): RuleFault[] => {
    const hit = tryRule(rule, text)[0]
    return hit ? [{ code: 'counterexample', text, found: hit.text }] : []
  })
  return [...examples, ...others]
}

function hasGroup({ pattern, flags, group }: Rule): boolean {
  if (group === undefined || group === 0) return true
  const match = new RegExp(`${pattern}|`, flags).exec('')
  if (typeof group === 'number') return group < (match?.length ?? 0)
  return match?.groups !== undefined && group in match.groups
}
