import { machineSpan } from '../../letter/corrected-reading.ts'
import type { BlockCheck, Found } from '../check.ts'
import { type CompiledRule, compiledRules, replacementOf } from '../compiled-rules.ts'
import type { CorrectedBlock } from '../corrected-block.ts'
import type { Segment } from '../letter-view.ts'
import { wordsIn } from '../passage.ts'

const TRIGGERED = 0.95
/** The trigger stands in the pair beside this one. */
const NEAR = 0.6
/** No original says anything, or the rule asks none. */
const UNSEEN = 0.5

/** Known faults of the machine, by the rules of correction. Where the line has its original, the trigger of the rule must be there. */
export const phraseCheck: BlockCheck = {
  id: 'phrase',
  scope: 'block',
  needsOriginal: false,
  run(block, segments, { context, isEnglish }) {
    if (!isEnglish) return []
    const found = compiledRules(context.translation.rules).flatMap((rule) =>
      [...block.text.matchAll(rule.pattern)].flatMap((match) =>
        match[0] === '' ? [] : (faultOf(block, segments, rule, match) ?? []),
      ),
    )
    return withoutInner(found)
  },
}

function faultOf(
  block: CorrectedBlock,
  segments: readonly Segment[],
  { rule, trigger }: CompiledRule,
  match: RegExpMatchArray & { index?: number },
): Found | null {
  const from = match.index ?? 0
  const proposal = replacementOf(rule.right, match)
  if (proposal === match[0]) return null
  const backing = backingOf(block, segments, trigger, from)
  if (!backing) return null
  return {
    range: machineSpan(block, from, from + match[0].length),
    ...backing,
    category: rule.category,
    severity: rule.severity,
    proposal,
    rule: rule.id,
    values: { quote: match[0], note: rule.note },
    more: rule.id,
  }
}

function backingOf(
  block: CorrectedBlock,
  segments: readonly Segment[],
  trigger: RegExp | null,
  at: number,
): Pick<Found, 'confidence' | 'evidence'> | null {
  const segment = segments.find(({ translation }) =>
    translation.stretches.some((one) => one.block.id === block.id && one.from <= at && at < one.to),
  )
  if (!segment || !trigger || segment.original.text === '') return { confidence: UNSEEN }
  const places = [
    [segment, TRIGGERED],
    [segment.before, NEAR],
    [segment.after, NEAR],
  ] as const
  for (const [one, confidence] of places) {
    const match = one && trigger.exec(one.original.text)
    const evidence = match && wordsIn(one.original, match.index, match.index + match[0].length)
    if (one && evidence) return { confidence: confidence * one.confidence, evidence }
  }
  return null
}

/** Of two rules that match in one place the longer match counts, then the surer. */
function withoutInner(found: readonly Found[]): Found[] {
  const covers = (a: Found, b: Found) =>
    a.range.from <= b.range.from &&
    b.range.to <= a.range.to &&
    (a.range.to - a.range.from > b.range.to - b.range.from || a.confidence > b.confidence)
  return found.filter((one) => !found.some((other) => other !== one && covers(other, one)))
}
