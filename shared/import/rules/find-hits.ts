import type { CompiledRule } from './compile-rules.ts'
import { NORMALISERS, type RuleContext } from './normalisers.ts'

/** What a rule found in a line: the span in UTF-16 units of the line, what it means, and how sure that is. */
export interface RuleHit {
  readonly from: number
  readonly to: number
  readonly value: string
  readonly confidence: number
}

/** Of a longer line a pattern bound to its beginning or its end sees so much. */
const LONG = 500
const WINDOW = 320
const MOST_HITS = 200
const NO_HITS: readonly RuleHit[] = []

function fillTemplate(template: string, match: RegExpExecArray): string {
  return template.replace(/\$(?:<([^>]*)>|(\d)|&)/g, (_, name?: string, number?: string) => {
    if (name !== undefined) return match.groups?.[name] ?? ''
    return match[number === undefined ? 0 : Number(number)] ?? ''
  })
}

interface Span {
  readonly match: RegExpExecArray
  readonly from: number
  readonly to: number
}

/** Where the group of a match stands; only where its text is there twice the pattern must run again to tell. */
function readSpan(
  { rule, placed }: CompiledRule,
  line: string,
  match: RegExpExecArray,
): Span | null {
  const { group = 0 } = rule
  const { index } = match
  if (group === 0) return { match, from: index, to: index + match[0].length }
  const text = typeof group === 'number' ? match[group] : match.groups?.[group]
  if (text === undefined) return null
  const at = match[0].indexOf(text)
  if (at >= 0 && at === match[0].lastIndexOf(text))
    return { match, from: index + at, to: index + at + text.length }
  placed.lastIndex = index
  const indices = placed.exec(line)?.indices
  const span = typeof group === 'number' ? indices?.[group] : indices?.groups?.[group]
  return span === undefined ? null : { match, from: span[0], to: span[1] }
}

function toHit(
  compiled: CompiledRule,
  line: string,
  found: RegExpExecArray,
  offset: number,
  context: RuleContext,
): RuleHit | null {
  const span = readSpan(compiled, line, found)
  if (span === null || span.to === span.from) return null
  const { rule } = compiled
  const { match, from, to } = span
  const printed = line.slice(from, to)
  const hit = { from: from + offset, to: to + offset, confidence: rule.confidence }
  if (rule.value === undefined) return { ...hit, value: printed }
  if (!rule.value.startsWith('@')) return { ...hit, value: fillTemplate(rule.value, match) }
  const normalise = NORMALISERS.get(rule.value.slice(1))
  if (normalise === undefined) return { ...hit, value: printed }
  const read = normalise({ printed, groups: match.groups ?? {} }, context)
  return read === null
    ? null
    : { ...hit, value: read.value, confidence: rule.confidence * (read.factor ?? 1) }
}

/** Every hit of a rule in a line, in order; hits that its normaliser refuses are left out. */
export function findHits(
  compiled: CompiledRule,
  text: string,
  context: RuleContext,
): readonly RuleHit[] {
  const { pattern, rule, window } = compiled
  if (rule.needs !== undefined && !rule.needs.some((word) => text.includes(word))) return NO_HITS
  const cut = text.length > LONG && window !== 'whole'
  const offset = cut && window === 'tail' ? text.length - WINDOW : 0
  const line = cut ? text.slice(offset, offset + WINDOW) : text
  pattern.lastIndex = 0
  let match = pattern.exec(line)
  if (match === null) return NO_HITS
  const hits: RuleHit[] = []
  for (let tries = 0; match !== null && tries < MOST_HITS; tries++) {
    const hit = toHit(compiled, line, match, offset, context)
    if (hit !== null) hits.push(hit)
    // A match that is refused may hide one that begins inside it.
    pattern.lastIndex = Math.max(match.index + 1, hit === null ? 0 : hit.to - offset)
    match = pattern.exec(line)
  }
  return hits
}
