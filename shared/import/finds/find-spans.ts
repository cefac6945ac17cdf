import { firstCode, makeTracer, type Trace } from '../line-trace.ts'
import type { FindKind, FoundSpan, LineKind, LineReading } from '../reading.ts'
import type { CompiledRule, CompiledRules } from '../rules/compile-rules.ts'
import { findHits } from '../rules/find-hits.ts'
import { mayMatchInside } from '../rules/needed-signs.ts'
import type { RuleContext } from '../rules/normalisers.ts'
import { mayStandAt } from '../rules/pattern-edges.ts'
import type { RulePlace } from '../rules/rule.ts'

const PLACES: Readonly<Record<LineKind, RulePlace | null>> = {
  heading: null,
  archive: 'archive',
  opener: 'opener',
  paragraph: 'body',
  postscript: 'body',
  closer: 'closer',
  note: 'notes',
  separator: null,
}

const traceOf = makeTracer()

/** Longer lines are no print of a letter; they are left alone, so that no rule can hold an import. */
const LONGEST = 20_000

/** Whether a rule may find something in a line that begins so and has such a trace: where this says no, it does not. */
function mayFind({ needed, window }: CompiledRule, first: number, trace: Trace): boolean {
  // The end of a long line begins with something else than the line.
  const begins = window === 'tail' || mayStandAt(needed.begin, first)
  return begins && mayMatchInside(needed, trace)
}

function findInLine(
  { line, text }: LineReading,
  rules: readonly CompiledRule[],
  context: RuleContext,
): FoundSpan[] {
  const found: FoundSpan[] = []
  const first = firstCode(text)
  const trace = traceOf(text)
  for (const compiled of rules) {
    if (!mayFind(compiled, first, trace)) continue
    for (const { from, to, value, confidence } of findHits(compiled, text, context)) {
      const { kind, id: rule } = compiled.rule
      found.push({ kind: kind as FindKind, line, from, to, value, confidence, rule })
    }
  }
  return found
}

/** Of spans that overlap the surer one stays, of equal ones the longer, of those the first. */
function keepSurest(found: readonly FoundSpan[]): readonly FoundSpan[] {
  if (found.length < 2) return found
  const kept: FoundSpan[] = []
  const ranked = [...found].sort(
    (a, b) => b.confidence - a.confidence || b.to - b.from - (a.to - a.from),
  )
  for (const span of ranked)
    if (kept.every(({ from, to }) => span.to <= from || span.from >= to)) kept.push(span)
  return kept.sort((a, b) => a.from - b.from)
}

/** Tries the rules on the lines of a letter, each on the lines it is made for; spans do not overlap and are in the order of the page. */
export function findSpans(
  content: readonly LineReading[],
  rules: CompiledRules,
  context: RuleContext,
): FoundSpan[] {
  return content.flatMap((line) => {
    const place = PLACES[line.kind]
    const tried = place === null ? undefined : rules.byPlace.get(place)
    if (tried === undefined || line.text.length > LONGEST) return []
    return keepSurest(findInLine(line, tried, context))
  })
}
