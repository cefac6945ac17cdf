import { checkRule, type RuleProblem } from '../../../shared/import/rules/check-rule.ts'
import type { Rule } from '../../../shared/import/rules/rule.ts'
import { tryRule } from '../../../shared/import/rules/try-rule.ts'

/** Why a rule does not do what it should: `text` is the example concerned, or what is said of the pattern; `found` what it finds there. */
export interface RuleFault {
  readonly code: RuleProblem['code']
  readonly text: string
  readonly found: string
}

/** The fields of a rule in which something may be wrong. */
export type RuleField = 'pattern' | 'value' | 'examples' | 'counterexamples'

/** The faults of a rule, of its pattern or by its own examples; none where it does what they say. Never throws. */
export function findFaults(rule: Rule): RuleFault[] {
  return checkRule(rule, () => performance.now()).map((problem) => {
    const text = exampleOf(rule, problem)
    if (text === undefined) return { code: problem.code, text: problem.message, found: '' }
    return { code: problem.code, text, found: tryRule(rule, text)[0]?.text ?? '' }
  })
}

/** The field of a rule by which a fault is put right. */
export function fieldOf({ code }: RuleFault, { value }: Rule): RuleField {
  if (code === 'counterexample-found') return 'counterexamples'
  if (code.startsWith('example-')) return 'examples'
  // A group is named in what the rule means, where that is said at all.
  return code === 'value-unknown' || (code === 'group-missing' && value) ? 'value' : 'pattern'
}

/** Whether a rule can be tried: its pattern can be read, works fast enough, and has the groups it names. */
export function canTry(rule: Rule): boolean {
  const faults = checkRule({ ...rule, examples: [], counterexamples: [] }, () => performance.now())
  return faults.every(({ code }) => code === 'example-missing' || code === 'confidence-wrong')
}

function exampleOf(rule: Rule, { code, example }: RuleProblem): string | undefined {
  if (example === undefined) return undefined
  return code === 'counterexample-found'
    ? rule.counterexamples[example]
    : rule.examples[example]?.text
}
