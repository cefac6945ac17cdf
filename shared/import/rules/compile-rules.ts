import { findNeeded, type Needed } from './needed-signs.ts'
import type { Rule, RulePlace, RuleSet } from './rule.ts'
import { SHIPPED_RULES } from './shipped-rules.ts'

/** A rule ready for use. `pattern` is global; `placed` is the same one with the offsets of groups, slower; `window` says which end of a long line is enough, `needed` what every line it can match has. */
export interface CompiledRule {
  readonly rule: Rule
  readonly pattern: RegExp
  readonly placed: RegExp
  readonly window: 'head' | 'tail' | 'whole'
  readonly needed: Needed
}

/** Rules ready for use: those for headings, and the others by the place they are tried on. */
export interface CompiledRules {
  readonly headings: readonly CompiledRule[]
  readonly byPlace: ReadonlyMap<RulePlace, readonly CompiledRule[]>
}

const PLACES: readonly RulePlace[] = ['heading', 'archive', 'opener', 'body', 'closer', 'notes']
const EVERYWHERE: readonly RulePlace[] = ['any']

/** The rules in force: those of the scholar first, then the shipped ones that none of them replaces; switched-off ones are left out. */
export function listRules(set?: RuleSet): Rule[] {
  const own = set?.rules ?? []
  const replaced = new Set(own.map(({ id }) => id))
  return [...own, ...SHIPPED_RULES.filter(({ id }) => !replaced.has(id))].filter(
    ({ enabled }) => enabled,
  )
}

function findWindow(source: string): CompiledRule['window'] {
  const head = source.startsWith('^')
  const tail = /(?<!\\)\$\)?$/.test(source)
  if (head === tail) return 'whole'
  return head ? 'head' : 'tail'
}

/** Makes a rule ready for use; throws a SyntaxError where its pattern is no regular expression. */
export function compileRule(rule: Rule): CompiledRule {
  const pattern = new RegExp(rule.pattern, `g${rule.flags}`)
  return {
    rule,
    pattern,
    needed: findNeeded(pattern),
    placed: new RegExp(rule.pattern, `dy${rule.flags}`),
    window: rule.window ?? findWindow(rule.pattern),
  }
}

/** A broken rule of a scholar must not stop an import: it finds nothing, and `checkRule` says why. */
function compileSafely(rule: Rule): CompiledRule[] {
  try {
    return [compileRule(rule)]
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

function compileAll(set?: RuleSet): CompiledRules {
  const compiled = listRules(set).flatMap(compileSafely)
  const others = compiled.filter(({ rule }) => rule.kind !== 'heading')
  const at = (place: RulePlace): CompiledRule[] =>
    others.filter(({ rule: { places = EVERYWHERE } }) =>
      places.some((own) => own === place || own === 'any'),
    )
  return {
    headings: compiled.filter(({ rule }) => rule.kind === 'heading'),
    byPlace: new Map(PLACES.map((place) => [place, at(place)])),
  }
}

const shipped = compileAll()
const compiledSets = new WeakMap<RuleSet, CompiledRules>()

/** The rules in force, compiled once for each rule set. */
export function compileRules(set?: RuleSet): CompiledRules {
  if (set === undefined) return shipped
  const known = compiledSets.get(set)
  if (known !== undefined) return known
  const compiled = compileAll(set)
  compiledSets.set(set, compiled)
  return compiled
}
