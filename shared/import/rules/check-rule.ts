import { drawAttacks, findNestedRepeat } from './attack-pattern.ts'
import { NORMALISERS } from './normalisers.ts'
import { type PatternNode, parsePattern } from './parse-pattern.ts'
import type { Rule } from './rule.ts'
import { tryRule } from './try-rule.ts'

/** What is wrong with a rule: a code in kebab-case, a plain English sentence, the offset in the pattern or the index of the example. */
export interface RuleProblem {
  readonly code:
    | 'pattern-empty'
    | 'pattern-broken'
    | 'pattern-nested'
    | 'pattern-slow'
    | 'group-missing'
    | 'value-unknown'
    | 'confidence-wrong'
    | 'example-missing'
    | 'example-unmarked'
    | 'example-not-found'
    | 'counterexample-found'
  readonly message: string
  readonly at?: number
  readonly example?: number
}

/** Longest a pattern may work on one line, in milliseconds of the clock, and how long the lines grow. */
const LONGEST_TIME = 80
const LONGEST_LINE = 3000
/** A machine that was busy with something else for a moment must not condemn a pattern. */
const MEASURED = 3

function measure(pattern: RegExp, line: string, now: () => number): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < MEASURED && best > LONGEST_TIME; round++) {
    if (round > 0 && best > MEASURED * LONGEST_TIME) break
    const start = now()
    pattern.lastIndex = 0
    pattern.test(line)
    best = Math.min(best, now() - start)
  }
  return best
}

/** How slowly a pattern fails on lines made to hurt it; they grow until the clock or their length says enough. */
function findSlowLine(pattern: RegExp, node: PatternNode, now: () => number): string | null {
  for (let times = 8; times <= LONGEST_LINE; times = Math.ceil(times * 1.2)) {
    const lines = drawAttacks(node, times).filter(({ length }) => length <= LONGEST_LINE)
    const slow = lines.find((line) => measure(pattern, line, now) > LONGEST_TIME)
    if (slow !== undefined) return slow
  }
  return null
}

/** What is wrong with a pattern by itself: empty, not one, nested so that it may never end or, by the clock (milliseconds), slow. */
export function checkPattern(
  rule: Pick<Rule, 'pattern' | 'flags'>,
  now?: () => number,
): RuleProblem[] {
  if (rule.pattern === '') return [{ code: 'pattern-empty', message: 'The pattern is empty.' }]
  const parsed = parsePattern(rule.pattern)
  if ('fault' in parsed) return [{ code: 'pattern-broken', ...parsed.fault }]
  let pattern: RegExp
  try {
    pattern = new RegExp(rule.pattern, `g${rule.flags}`)
  } catch (error) {
    return [{ code: 'pattern-broken', message: `${(error as Error).message}.`, at: 0 }]
  }
  const nested = findNestedRepeat(parsed.node)
  if (nested !== null) {
    const message =
      'This is repeated without end inside a part that is: give one a limit, as in {1,9}.'
    return [{ code: 'pattern-nested', message, at: nested.at }]
  }
  const slow = now === undefined ? null : findSlowLine(pattern, parsed.node, now)
  if (slow === null) return []
  const message = `The pattern works too long on a line like “${slow.slice(0, 30)}…”.`
  return [{ code: 'pattern-slow', message, at: 0 }]
}

function checkGroups({ pattern, flags, group, value }: Rule): RuleProblem[] {
  const found: RuleProblem[] = []
  const empty = new RegExp(`${pattern}|`, flags).exec('')
  const names = Object.keys(empty?.groups ?? {})
  const has = (name: string | number): boolean =>
    typeof name === 'number' ? name < (empty?.length ?? 1) : names.includes(name)
  if (group !== undefined && !has(group))
    found.push({ code: 'group-missing', message: `The pattern has no group ${group}.` })
  for (const [, name, number] of (value ?? '').matchAll(/\$(?:<([^>]*)>|(\d))/g)) {
    const meant = name ?? Number(number)
    if (!has(meant))
      found.push({
        code: 'group-missing',
        message: `The value names a group ${meant} that is not there.`,
      })
  }
  if (value?.startsWith('@') && !NORMALISERS.has(value.slice(1)))
    found.push({ code: 'value-unknown', message: `Nothing is called ${value}.` })
  return found
}

function checkExamples(rule: Rule): RuleProblem[] {
  const missed = rule.examples.flatMap(({ text, found, value }, example): RuleProblem[] => {
    if (found === '')
      return [{ code: 'example-unmarked', message: `In “${text}” nothing is marked.`, example }]
    const hit = tryRule(rule, text)[0]
    if (hit?.text === found && (value === undefined || hit.value === value)) return []
    const got = hit === undefined ? 'nothing' : `“${hit.text}” (${hit.value})`
    const message = `In “${text}” the rule finds ${got} and not “${found}”.`
    return [{ code: 'example-not-found', message, example }]
  })
  const taken = rule.counterexamples.flatMap((text, example): RuleProblem[] => {
    const hit = tryRule(rule, text)[0]
    if (hit === undefined) return []
    const message = `In “${text}” the rule must find nothing but finds “${hit.text}”.`
    return [{ code: 'counterexample-found', message, example }]
  })
  return [...missed, ...taken]
}

/**
 * What is wrong with a rule, nothing where it can be used: a pattern that cannot be read (with the place), that repeats inside a
 * repetition, or that works too long on lines made to hurt it (only where the caller lends a clock in milliseconds); groups, values and
 * examples that do not hold.
 */
export function checkRule(rule: Rule, now?: () => number): RuleProblem[] {
  const broken = checkPattern(rule, now)
  if (broken.length > 0) return broken
  const problems = [...checkGroups(rule), ...checkExamples(rule)]
  if (!(rule.confidence > 0 && rule.confidence <= 1))
    problems.push({ code: 'confidence-wrong', message: 'The confidence is between 0 and 1.' })
  if (rule.examples.length === 0)
    problems.push({ code: 'example-missing', message: 'A rule shows at least one example.' })
  return problems
}
