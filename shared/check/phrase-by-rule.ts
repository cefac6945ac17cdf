import type { CanonicalText } from '../letter/canonical.ts'
import type { MachineRange } from '../letter/place.ts'
import type { CorrectionRule } from '../translate/translation-set.ts'
import { compiledRules, replacementOf } from './compiled-rules.ts'

/** The machine words that a rule found for a correction which settles what it noticed: it is narrowed to those that differ. Null where no rule finds words around it. */
export function phraseByRule(
  { machine, anchors, records }: CanonicalText,
  correction: string,
  rules: readonly CorrectionRule[],
): MachineRange | null {
  const struck = anchors.corrections[correction]?.deleted[0]
  const block = machine.blocks.find(({ id }) => id === struck?.block)
  if (records.corrections[correction]?.check !== 'phrase' || !struck || !block) return null
  const put = anchors.corrections[correction]?.inserted.map(({ text }) => text).join('') ?? ''
  const found = compiledRules(rules).flatMap(({ rule, pattern }) =>
    [...block.text.matchAll(pattern)].flatMap((match) => {
      const range = { block: block.id, from: match.index, to: match.index + match[0].length }
      const isAround = range.from <= struck.from && struck.to <= range.to
      return isAround && replacementOf(rule.right, match).includes(put) ? [range] : []
    }),
  )
  return found.reduce<MachineRange | null>(
    (longest, one) => (longest && longest.to - longest.from >= one.to - one.from ? longest : one),
    null,
  )
}
