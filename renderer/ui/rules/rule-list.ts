import type { Rule, RuleKind, RuleSet } from '../../../shared/import/rules/rule.ts'
import { SHIPPED_RULES } from '../../../shared/import/rules/shipped-rules.ts'
import { type ListedRule, listRules } from '../rule-draft/listed-rule.ts'

/** The kinds of things that rules find, in the order of a letter. */
export const RULE_KINDS: readonly RuleKind[] = [...new Set(SHIPPED_RULES.map(({ kind }) => kind))]

/** All rules: the scholar's own first, then the shipped ones, those changed in their place. */
export function listAllRules({ rules }: RuleSet): readonly ListedRule<Rule>[] {
  return listRules(rules, SHIPPED_RULES)
}

/** The set with this rule in it, in the place of the one with its id. */
export function withRule({ rules }: RuleSet, rule: Rule): RuleSet {
  const isKnown = rules.some(({ id }) => id === rule.id)
  return {
    rules: isKnown ? rules.map((one) => (one.id === rule.id ? rule : one)) : [rule, ...rules],
  }
}

/** The set without the rule of this id: a shipped one is then as it came. */
export function withoutRule({ rules }: RuleSet, id: string): RuleSet {
  return { rules: rules.filter((rule) => rule.id !== id) }
}

/** A new rule of a kind, empty, with an id that no other has. */
export function newRule({ rules }: RuleSet, kind: RuleKind): Rule {
  const taken = new Set([...rules, ...SHIPPED_RULES].map(({ id }) => id))
  let n = 1
  while (taken.has(`own-${kind}-${n}`)) n++
  return {
    ...{ id: `own-${kind}-${n}`, kind, pattern: '', flags: 'u', confidence: 0.9 },
    ...{ examples: [], counterexamples: [], enabled: true },
  }
}
