import type { MachineRange } from '../../../shared/letter/place.ts'
import type { SegmentRecord } from '../../../shared/letter/records.ts'
import { type Draft, draftRecords, putRecord } from '../draft.ts'
import { decisionOf, type EditorContext } from '../editor-context.ts'

/** Says of a segment that it is corrected or checked; null takes back what this person said of it. Gives whether anything changed. */
export function stateSegment(
  draft: Draft,
  context: EditorContext,
  range: MachineRange,
  state: SegmentRecord['state'] | null,
): boolean {
  const { by } = decisionOf(context)
  const own = Object.values(draftRecords(draft).segments).filter(
    (one) => one.by === by && isSame(one.range, range),
  )
  if (state !== null && own.some((one) => one.state === state)) return false
  for (const { id } of own) putRecord(draft, 'segments', id, null)
  if (state === null) return own.length > 0
  const id = context.newId('s')
  putRecord(draft, 'segments', id, { id, range, state, ...decisionOf(context) })
  return true
}

function isSame(a: MachineRange, b: MachineRange): boolean {
  return a.block === b.block && a.from === b.from && a.to === b.to
}
