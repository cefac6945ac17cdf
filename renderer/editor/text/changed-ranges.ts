import type { Transaction } from 'prosemirror-state'
import { AddMarkStep, RemoveMarkStep, type Step } from 'prosemirror-transform'
import type { DocRange } from './spans.ts'

/** Where the words of the text were changed by a transaction, in the document behind it: text put in or out, struck or not any more. */
export function changedRanges({ steps, mapping }: Transaction): readonly DocRange[] {
  return steps.flatMap((step, index) => {
    const later = mapping.slice(index + 1)
    return rangesOf(step).map(({ from, to }) => ({ from: later.map(from, -1), to: later.map(to) }))
  })
}

function rangesOf(step: Step): readonly DocRange[] {
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) {
    const { name } = step.mark.type
    return name === 'deletion' || name === 'insertion' ? [{ from: step.from, to: step.to }] : []
  }
  const ranges: DocRange[] = []
  step.getMap().forEach((_from, _to, from, to) => {
    ranges.push({ from, to })
  })
  return ranges
}
