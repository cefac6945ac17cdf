import { compileRule } from './compile-rules.ts'
import { findHits, type RuleHit } from './find-hits.ts'
import type { RuleContext } from './normalisers.ts'
import type { Rule } from './rule.ts'

/** A hit of a rule in a text of several lines; `line` is 1-based, the offsets are UTF-16 units of that line. */
export interface TriedHit extends RuleHit {
  readonly line: number
  readonly text: string
}

const NOTHING_KNOWN: RuleContext = { senders: [], recipients: [], year: null }

/**
 * All hits of a rule in a text, line by line, whatever kind of line the rule is made for: what an editor of rules shows. Throws a
 * SyntaxError where the pattern is no regular expression; `checkRule` says so without throwing.
 */
export function tryRule(
  rule: Rule,
  text: string,
  context: RuleContext = NOTHING_KNOWN,
): TriedHit[] {
  const compiled = compileRule(rule)
  return text.split('\n').flatMap((line, index) =>
    findHits(compiled, line, context).map((hit) => {
      return { ...hit, line: index + 1, text: line.slice(hit.from, hit.to) }
    }),
  )
}
