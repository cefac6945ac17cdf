import { SHIPPED_RULES } from '../translate/shipped-rules.ts'
import type { CorrectionRule } from '../translate/translation-set.ts'

/** A rule that is switched on, ready to be run; `trigger` is null where no original is asked. */
export interface CompiledRule {
  readonly rule: CorrectionRule
  readonly pattern: RegExp
  readonly trigger: RegExp | null
}

const compiled = new WeakMap<readonly CorrectionRule[], readonly CompiledRule[]>()

/** The shipped rules and those of a collection, which stand in place of shipped ones of their id. A rule whose expressions are faulty is left out. */
export function compiledRules(own: readonly CorrectionRule[]): readonly CompiledRule[] {
  const known = compiled.get(own)
  if (known) return known
  const ids = new Set(own.map(({ id }) => id))
  const all = [...SHIPPED_RULES.filter(({ id }) => !ids.has(id)), ...own]
  const made = all.filter(({ enabled }) => enabled).flatMap((rule) => compile(rule) ?? [])
  compiled.set(own, made)
  return made
}

function compile(rule: CorrectionRule): CompiledRule | null {
  try {
    const trigger = rule.trigger === '' ? null : new RegExp(rule.trigger, 'iu')
    return { rule, pattern: new RegExp(rule.pattern, `g${rule.flags}`), trigger }
  } catch {
    // A rule that a person wrote wrongly finds nothing; the list of rules shows it.
    return null
  }
}

/** What a rule puts in place of a match: `$1`, `$2` … are its groups, `$&` the whole. */
export function replacementOf(right: string, match: RegExpMatchArray): string {
  return right.replace(/\$(\d|&)/g, (_whole, group: string) =>
    group === '&' ? match[0] : (match[Number(group)] ?? ''),
  )
}
