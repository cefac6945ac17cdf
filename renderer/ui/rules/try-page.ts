import type { Rule } from '../../../shared/import/rules/rule.ts'
import { type TriedHit, tryRule } from '../../../shared/import/rules/try-rule.ts'
import { canTry } from './find-faults.ts'

/** A line of the page a rule is tried on, cut where it finds something. */
export interface TriedLine {
  readonly line: number
  readonly parts: readonly { readonly text: string; readonly hit: TriedHit | null }[]
}

/** What a rule finds in a text: how much, and the lines in which it does; null where the rule cannot be tried. */
export function tryPage(
  rule: Rule,
  text: string,
): { readonly count: number; readonly lines: readonly TriedLine[] } | null {
  if (!canTry(rule)) return null
  const hits = tryRule(rule, text)
  const byLine = Map.groupBy(hits, ({ line }) => line)
  const printed = text.split('\n')
  const lines = [...byLine].map(([line, found]) => ({
    line,
    parts: cutAtHits(printed[line - 1] ?? '', found),
  }))
  return { count: hits.length, lines }
}

function cutAtHits(line: string, hits: readonly TriedHit[]): TriedLine['parts'] {
  const parts: { text: string; hit: TriedHit | null }[] = []
  let at = 0
  for (const hit of hits) {
    if (hit.from < at) continue
    if (hit.from > at) parts.push({ text: line.slice(at, hit.from), hit: null })
    parts.push({ text: line.slice(hit.from, hit.to), hit })
    at = hit.to
  }
  if (at < line.length) parts.push({ text: line.slice(at), hit: null })
  return parts
}
