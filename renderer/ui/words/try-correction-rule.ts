import type { MachineText } from '../../../shared/letter/machine-text.ts'
import type { CorrectionRule } from '../../../shared/translate/translation-set.ts'

/** A place that a rule finds: the words around it, what stands there and what should. */
export interface RuleHit {
  readonly block: string
  readonly from: number
  readonly left: string
  readonly words: string
  readonly right: string
  readonly after: string
}

const CONTEXT = 36

/** Where the pattern of a rule (which must be one) stands in a machine text, at most `most` places; the trigger is not asked. */
export function tryCorrectionRule(
  rule: Pick<CorrectionRule, 'pattern' | 'flags' | 'right'>,
  machine: MachineText,
  most: number,
): readonly RuleHit[] {
  const pattern = new RegExp(rule.pattern, `g${rule.flags}`)
  const one = new RegExp(rule.pattern, rule.flags)
  const hits: RuleHit[] = []
  for (const { id, text } of machine.blocks)
    for (const { 0: words, index } of text.matchAll(pattern)) {
      if (words === '') continue
      if (hits.length === most) return hits
      const end = index + words.length
      hits.push({
        ...{ block: id, from: index, words },
        left: text.slice(Math.max(0, index - CONTEXT), index),
        right: text.slice(end, end + CONTEXT),
        after: words.replace(one, rule.right),
      })
    }
  return hits
}
