import type { CalloutAnchor, CanonicalText, CorrectionAnchor } from '../../letter/canonical.ts'
import type { MachineRange, Span } from '../../letter/place.ts'
import { freeName } from '../../letter/rearrange/lay-ground.ts'
import type { CalloutRecord } from '../../letter/records.ts'
import type { CarriedWork } from './carried-work.ts'

/** Adds what the new reading itself says, where the work carried over says nothing of that place. */
export function addIncoming(incoming: CanonicalText, work: CarriedWork): void {
  const { anchors, records } = incoming
  for (const [id, record] of Object.entries(records.notes)) work.records.notes[id] ??= record
  addCallouts(incoming, work)
  for (const table of ['mentions', 'passages', 'verbatim'] as const)
    for (const [id, record] of Object.entries(records[table])) {
      const span = anchors[table][id]
      const known = Object.values(work.anchors[table]) as Span[]
      if (span && !known.some((one) => JSON.stringify(one) === JSON.stringify(span)))
        add(work, table, table, id, record, span)
    }
  const struck = (Object.values(work.anchors.corrections) as CorrectionAnchor[]).flatMap(rangesOf)
  for (const [id, record] of Object.entries(records.corrections)) {
    const anchor = anchors.corrections[id]
    if (anchor && !rangesOf(anchor).some((range) => struck.some((one) => touches(one, range))))
      add(work, 'corrections', 'corrections', id, record, anchor)
  }
}

function addCallouts({ anchors, records }: CanonicalText, work: CarriedWork): void {
  const known = Object.values(work.anchors.callouts) as CalloutAnchor[]
  const printed = known.flatMap((anchor) => ('printed' in anchor ? anchor.printed : []))
  const decided = new Set(
    (Object.values(work.records.callouts) as CalloutRecord[]).map(
      ({ role, note }) => `${role} ${note}`,
    ),
  )
  for (const [id, record] of Object.entries(records.callouts)) {
    const anchor = anchors.callouts[id]
    if (!anchor) continue
    const ranges = 'printed' in anchor ? anchor.printed : []
    if (ranges.some((range) => printed.some((one) => touches(one, range)))) continue
    // The note has its callout by a person's word: what was inferred for it calls nothing any more.
    const isTaken = record.note !== null && decided.has(`${record.role} ${record.note}`)
    add(work, 'callouts', 'callouts', id, isTaken ? { ...record, note: null } : record, anchor)
  }
}

function add(
  work: CarriedWork,
  table: 'mentions' | 'passages' | 'verbatim' | 'corrections' | 'callouts',
  anchors: 'mentions' | 'passages' | 'verbatim' | 'corrections' | 'callouts',
  id: string,
  record: object,
  anchor: unknown,
): void {
  const name = freeName(id, new Set(Object.keys(work.records[table])))
  work.records[table][name] = { ...record, id: name }
  work.anchors[anchors][name] = anchor
}

function rangesOf({ deleted, inserted }: CorrectionAnchor): MachineRange[] {
  const points = inserted.map(({ block, offset }) => ({ block, from: offset, to: offset }))
  return [...deleted, ...points]
}

function touches(a: MachineRange, b: MachineRange): boolean {
  return a.block === b.block && a.from <= b.to && b.from <= a.to
}
