import { type EditorState, Plugin, type Transaction } from 'prosemirror-state'
import { machineOffset } from '../../../shared/letter/positions.ts'
import type { SegmentRecord } from '../../../shared/letter/records.ts'
import { setRecord } from '../../../shared/letter/set-record-step.ts'
import { changedRanges } from '../text/changed-ranges.ts'
import type { DocRange } from '../text/spans.ts'
import { isTravel } from './action-history.ts'
import { recordsOf } from './records.ts'

/** Lets go of what was said of a segment ("corrected", "checked") as soon as its words change, in the same action. */
export function segmentStatementsPlugin(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, _before, state) => {
      const { segments } = recordsOf(state)
      // Undo and redo bring the statements of their moment with them.
      if (Object.keys(segments).length === 0 || transactions.some(isTravel)) return null
      const changed = transactions.flatMap((tr, index) =>
        changedRanges(tr).map((range) => mapped(range, transactions.slice(index + 1))),
      )
      if (changed.length === 0) return null
      const gone = Object.values(segments).filter((one) => isChanged(one, changed, state))
      if (gone.length === 0) return null
      const { tr } = state
      for (const { id } of gone) tr.step(setRecord(recordsOf(state), 'segments', id, null))
      return tr
    },
  })
}

function mapped({ from, to }: DocRange, later: readonly Transaction[]): DocRange {
  return later.reduce(
    (range, tr) => ({ from: tr.mapping.map(range.from, -1), to: tr.mapping.map(range.to) }),
    { from, to },
  )
}

function isChanged(
  { range }: SegmentRecord,
  changed: readonly DocRange[],
  state: EditorState,
): boolean {
  return changed.some(({ from, to }) => {
    const start = machineOffset(state.doc, recordsOf(state), from)
    const end = machineOffset(state.doc, recordsOf(state), to)
    if (!start || !end) return false
    const isBehind = start.block === range.block && start.offset > range.to
    const isBefore = end.block === range.block && end.offset < range.from
    const isHere = start.block === range.block || end.block === range.block
    return isHere && !isBehind && !isBefore
  })
}
