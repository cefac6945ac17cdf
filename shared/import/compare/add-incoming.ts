import type { CalloutAnchor, CanonicalText, CorrectionAnchor } from '../../letter/canonical.ts'
import type { MachineRange } from '../../letter/place.ts'
import { freeName } from '../../letter/rearrange/lay-ground.ts'
import type { CalloutRecord } from '../../letter/records.ts'
import { addTrail, isRefused } from './add-trail.ts'
import type { CarriedWork } from './carried-work.ts'

const TABLES = ['mentions', 'passages', 'verbatim', 'corrections'] as const
type Table = (typeof TABLES)[number]

/** Adds what the new reading itself says, where the work carried over says nothing of that place. */
export function addIncoming(incoming: CanonicalText, work: CarriedWork): void {
  const { anchors, records } = incoming
  for (const [id, record] of Object.entries(records.notes)) work.records.notes[id] ??= record
  addCallouts(incoming, work)
  for (const table of TABLES) {
    const isThere = takeNames(work, table, incoming)
    const struck = struckBy(work)
    for (const [id, record] of Object.entries(records[table])) {
      const anchor: unknown = anchors[table][id]
      const isFree = table !== 'corrections' || isNew(work, struck, anchor as CorrectionAnchor)
      if (anchor && isFree && !isThere.has(id)) add(work, table, id, record, anchor)
    }
  }
  addTrail(incoming, work)
}

// What a person has refused here does not come back because the source still has it.
function isNew(work: CarriedWork, struck: readonly MachineRange[], anchor: CorrectionAnchor) {
  return !isStruck(struck, anchor) && !isRefused(work, anchor)
}

/**
 * What the source says itself and said before is one record: it is called as the source has it now, so that nothing of the
 * source is changed where nobody changed it. Gives the ids of the reading at whose place something stands already.
 */
function takeNames(work: CarriedWork, table: Table, incoming: CanonicalText): ReadonlySet<string> {
  const records = work.records[table]
  const anchors = work.anchors[table]
  const byPlace = Map.groupBy(Object.keys(records), (name) => JSON.stringify(anchors[name]))
  const isThere = new Set<string>()
  const names = new Map<string, string>()
  for (const [id, record] of Object.entries(incoming.records[table])) {
    const there = byPlace.get(JSON.stringify(incoming.anchors[table][id])) ?? []
    const same = there.find(
      (name) => !names.has(name) && contentOf(records[name]) === contentOf(record),
    )
    if (same !== undefined) names.set(same, id)
    if (same !== undefined || (there.length > 0 && table !== 'verbatim')) isThere.add(id)
  }
  rename(work, table, names)
  return isThere
}

function rename(work: CarriedWork, table: Table, names: ReadonlyMap<string, string>): void {
  const records = work.records[table]
  const anchors = work.anchors[table]
  const all = Object.entries(records).map(
    ([name, record]) => [name, record, anchors[name]] as const,
  )
  const taken = new Set(names.values())
  for (const [name] of all) {
    delete records[name]
    delete anchors[name]
  }
  for (const [name, record, anchor] of all) {
    const id = names.get(name) ?? freeName(name, taken)
    records[id] = { ...(record as object), id }
    anchors[id] = anchor
  }
}

function contentOf(record: unknown): string {
  const entries = Object.entries(record as object).filter(([key]) => key !== 'id')
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function struckBy(work: CarriedWork): readonly MachineRange[] {
  return (Object.values(work.anchors.corrections) as CorrectionAnchor[]).flatMap(rangesOf)
}

function isStruck(struck: readonly MachineRange[], anchor: CorrectionAnchor): boolean {
  return rangesOf(anchor).some((range) => struck.some((one) => touches(one, range)))
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
    add(work, 'callouts', id, isTaken ? { ...record, note: null } : record, anchor)
  }
}

function add(
  work: CarriedWork,
  table: Table | 'callouts',
  id: string,
  record: object,
  anchor: unknown,
): void {
  const refused = table === 'corrections' ? Object.keys(work.records.refusals) : []
  const name = freeName(id, new Set([...Object.keys(work.records[table]), ...refused]))
  work.records[table][name] = { ...record, id: name }
  work.anchors[table][name] = anchor
}

function rangesOf({ deleted, inserted }: CorrectionAnchor): MachineRange[] {
  const points = inserted.map(({ block, offset }) => ({ block, from: offset, to: offset }))
  return [...deleted, ...points]
}

function touches(a: MachineRange, b: MachineRange): boolean {
  return a.block === b.block && a.from <= b.to && b.from <= a.to
}
