import type { CorrectionAnchor } from '../../letter/canonical.ts'
import type { MachineRange } from '../../letter/place.ts'
import type { CorrectionRecord } from '../../letter/records.ts'
import type { Found, LetterCheck } from '../check.ts'
import type { LetterView } from '../letter-view.ts'

/** Faults that need no reason: everybody sees why. */
const SELF_EVIDENT: ReadonlySet<CorrectionRecord['category']> = new Set(['grammar', 'style'])

/** Corrections without the reason or category that they should have, changed after they were accepted, or without a place in the text. */
export const integrityCheck: LetterCheck = {
  id: 'integrity',
  scope: 'letter',
  needsOriginal: false,
  run: (view) =>
    Object.values(view.letter.translation.records.corrections).flatMap((record) => {
      const anchor = view.letter.translation.anchors.corrections[record.id]
      return faultOf(record, anchor, view)
    }),
}

function faultOf(
  record: CorrectionRecord,
  anchor: CorrectionAnchor | undefined,
  view: LetterView,
): Found[] {
  const range = anchor && rangeOf(anchor)
  if (!anchor || !range) {
    const [first] = view.letter.translation.machine.blocks
    return first ? [fault({ block: first.id, from: 0, to: 0 }, 'anchor', record.id, record)] : []
  }
  const text = anchor.inserted.map((one) => one.text).join('')
  const machine = view.letter.translation.machine.blocks.find(({ id }) => id === range.block)
  const quote = text || machine?.text.slice(range.from, range.to) || ''
  const last = record.history?.at(-1)
  if (last?.verdict === 'accepted' && last.after !== undefined && last.after !== text)
    return [fault(range, 'changed', quote, record)]
  const state = view.letter.translation.records.header.state?.value
  const isDone = state === 'corrected' || state === 'checked'
  if (record.guessed && isDone) return [fault(range, 'category', quote, record)]
  const wantsReason = isDone || !record.guessed
  // A correction that settles a problem of a check has that for its reason.
  return wantsReason && !record.reason && !record.check && !SELF_EVIDENT.has(record.category)
    ? [fault(range, 'reason', quote, record)]
    : []
}

function rangeOf({ deleted, inserted }: CorrectionAnchor): MachineRange | undefined {
  const [first] = inserted
  return deleted[0] ?? (first && { block: first.block, from: first.offset, to: first.offset })
}

function fault(
  range: MachineRange,
  context: string,
  quote: string,
  { id, category }: CorrectionRecord,
): Found {
  return {
    range,
    confidence: 0.9,
    category,
    severity: 'neutral',
    proposal: null,
    values: { context, quote, why: '' },
    more: id,
  }
}
