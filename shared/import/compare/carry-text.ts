import { type Anchors, type CanonicalText, NO_ANCHORS, type Side } from '../../letter/canonical.ts'
import { project } from '../../letter/project.ts'
import { read } from '../../letter/read.ts'
import { recordWords } from '../../letter/rearrange/record-words.ts'
import { NO_RECORDS, type Records, type RecordTable } from '../../letter/records.ts'
import type { SpanTable } from '../../letter/schema.ts'
import { addIncoming } from './add-incoming.ts'
import type { CarriedWork } from './carried-work.ts'
import {
  type CarriedAnchor,
  carryCallout,
  carryCorrection,
  carryPoint,
  carrySpan,
  insertionPlaces,
} from './carry-anchors.ts'
import type { CarryNote } from './carry-note.ts'
import { mapText, type TextMap } from './text-map.ts'

/** One side on its way: the text with the work, the text that was read, where the one is in the other. */
export interface Carriage {
  readonly side: Side
  readonly old: CanonicalText
  readonly incoming: CanonicalText
  readonly map: TextMap
  readonly work: CarriedWork
  readonly notes: CarryNote[]
}

/** Begins to carry one side's work over. */
export function beginCarriage(
  side: Side,
  old: CanonicalText,
  incoming: CanonicalText,
  notes: CarryNote[],
): Carriage {
  const empty = (keys: object) =>
    Object.fromEntries(Object.keys(keys).map((key) => [key, {}])) as never
  const work = { anchors: empty(NO_ANCHORS), records: empty(NO_RECORDS) }
  return { side, old, incoming, map: mapText(old.machine, incoming.machine), work, notes }
}

/** Carries what stands in the text: corrections, tags, passages, callouts, notes, structure. Header and pairs are not its. */
export function carryText(carriage: Carriage): void {
  const { old, map, work } = carriage
  carryTable(carriage, 'corrections', 'corrections', (id) => {
    const anchor = old.anchors.corrections[id]
    return anchor ? carryCorrection(map, anchor) : null
  })
  const holds = insertionPlaces(old, new Set(Object.keys(work.records.corrections)))
  const noteOf = carryNotes(carriage)
  for (const table of ['mentions', 'verbatim', 'queries'] as const)
    carryTable(carriage, table, table, (id) => spanOf(carriage, table, id, holds))
  carryTable(
    carriage,
    'passages',
    'passages',
    (id) => spanOf(carriage, 'passages', id, holds),
    (record) => {
      const note = noteOf(old.records.passages[String(record.id)]?.note ?? '')
      return note === undefined ? null : { ...record, note }
    },
  )
  carryTable(
    carriage,
    'callouts',
    'callouts',
    (id) => {
      const anchor = old.anchors.callouts[id]
      return anchor ? carryCallout(map, anchor, holds) : null
    },
    (record) => ({ ...record, note: noteOf(String(record.note)) ?? null }),
    // What was only inferred is inferred anew.
    (record) => 'by' in record,
  )
  carryTable(
    carriage,
    'structure',
    'breaks',
    (id) => {
      const anchor = old.anchors.breaks[id]
      return anchor ? carryPoint(map, anchor, holds) : null
    },
    undefined,
    (record) => record.kind === 'break',
  )
  carryLines(carriage)
  carrySegments(carriage)
  carryRefusals(carriage)
}

const STANDING = ['corrections', 'mentions', 'passages', 'callouts', 'verbatim', 'queries'] as const

/** The text with its work in canonical form; what has come to stand nowhere is listed. `isOfFile`: it is part of a TEI file, which is written again. */
export function endCarriage(
  carriage: Carriage,
  header: Records['header'],
  isOfFile: boolean,
): CanonicalText {
  const { incoming, work, side, old, notes } = carriage
  addIncoming(incoming, work)
  if (isOfFile) dropMarkup(carriage)
  const records = { ...work.records, header } as unknown as Records
  const { machine } = incoming
  const anchors = work.anchors as unknown as Anchors
  const text = read(project({ machine, anchors, records }), machine, records)
  const kept: Record<string, unknown> = { ...text.records }
  for (const table of STANDING) {
    const standing = Object.entries(text.records[table]).filter(([id]) => id in text.anchors[table])
    kept[table] = Object.fromEntries(standing)
    for (const id of Object.keys(text.records[table]))
      if (!(id in text.anchors[table]) && id in old.records[table])
        notes.push(noteOn(side, old, 'left-out', table, id))
  }
  return { ...text, records: kept as unknown as Records }
}

// Markup of others that the file has no more cannot be written into it.
function dropMarkup({ incoming, work, side, old, notes }: Carriage): void {
  for (const id of Object.keys(work.records.verbatim)) {
    if (id in incoming.records.verbatim) continue
    delete work.records.verbatim[id]
    delete work.anchors.verbatim[id]
    notes.push(noteOn(side, old, 'left-out', 'verbatim', id))
  }
}

/** What is said of a record that does not stand as it did. */
export function noteOn(
  side: Side,
  old: CanonicalText,
  what: CarryNote['what'],
  table: RecordTable,
  id: string,
  now = '',
): CarryNote {
  return { what, side, table, id, text: recordWords(old, table, id), now }
}

type Plain = Readonly<Record<string, unknown>>

function carryTable(
  carriage: Carriage,
  table: keyof Records,
  anchors: keyof Anchors,
  carry: (id: string) => CarriedAnchor<unknown>,
  change: (record: Plain) => Plain | null = (record) => record,
  isWork: (record: Plain) => boolean = () => true,
): void {
  const { old, work, notes, side, incoming } = carriage
  for (const [id, record] of Object.entries(old.records[table] as Record<string, Plain>)) {
    if (!isWork(record)) continue
    const carried = carry(id)
    const changed = carried && change(record)
    if (!carried || !changed) {
      notes.push(noteOn(side, old, 'left-out', table, id))
      continue
    }
    work.records[table][id] = changed
    work.anchors[anchors][id] = carried.anchor
    const before = recordWords(old, table, id)
    const now = recordWords(
      { ...incoming, ...(work as unknown as Pick<CanonicalText, 'anchors' | 'records'>) },
      table,
      id,
    )
    if (!carried.exact || before !== now)
      notes.push({ ...noteOn(side, old, 'changed', table, id), now })
  }
}

function spanOf(
  { old, map }: Carriage,
  table: SpanTable,
  id: string,
  holds: ReturnType<typeof insertionPlaces>,
): CarriedAnchor<unknown> {
  const span = old.anchors[table][id]
  return span ? carrySpan(map, span, holds) : null
}

/** The notes of the new reading, with who is responsible for them as before; gives what an old note is called now. */
function carryNotes({ old, incoming, map, work, notes, side }: Carriage) {
  const blocks = new Map(incoming.machine.blocks.map((block) => [block.id, block]))
  const names = new Map<string, string>()
  for (const { id, note, text } of old.machine.blocks) {
    if (note === undefined || names.has(note)) continue
    const found = map.range({ block: id, from: 0, to: text.length })?.ranges[0]
    const now = blocks.get(found?.block ?? map.line(id) ?? '')?.note
    if (now !== undefined) names.set(note, now)
  }
  for (const [id, record] of Object.entries(old.records.notes)) {
    const now = names.get(id)
    const fresh = now === undefined ? undefined : incoming.records.notes[now]
    if (now && fresh) work.records.notes[now] = { ...fresh, resp: record.resp }
    else notes.push(noteOn(side, old, 'left-out', 'notes', id))
  }
  return (note: string) => names.get(note)
}

// What an editor said a line is, and lines that an editor joined.
function carryLines({ old, incoming, map, work, notes, side }: Carriage): void {
  const after = incoming.machine.blocks
  const left = (table: RecordTable, id: string) =>
    notes.push(noteOn(side, old, 'left-out', table, id))
  for (const [id, record] of Object.entries(old.records.kinds)) {
    const line = map.line(id)
    const block = after.find((one) => one.id === line)
    if (!block) left('kinds', id)
    else if (block.kind !== record.kind) work.records.kinds[block.id] = { ...record, id: block.id }
  }
  for (const [id, record] of Object.entries(old.records.structure)) {
    if (record.kind !== 'join') continue
    const index = after.findIndex((one) => one.id === map.line(record.block))
    const block = after[index]
    const isJoinable = block && index > 0 && after[index - 1]?.note === block.note
    if (isJoinable) work.records.structure[id] = { ...record, block: block.id }
    else left('structure', id)
  }
}

// A statement on a segment holds where the segment is the same.
function carrySegments({ old, map, work, notes, side }: Carriage): void {
  for (const [id, record] of Object.entries(old.records.segments)) {
    const now = map.range(record.range)
    const [range] = now?.ranges ?? []
    if (now?.exact && range && now.ranges.length === 1)
      work.records.segments[id] = { ...record, range }
    else notes.push(noteOn(side, old, 'left-out', 'segments', id))
  }
}

function carryRefusals({ old, map, work, notes, side }: Carriage): void {
  for (const [id, record] of Object.entries(old.records.refusals)) {
    const carried = carryCorrection(map, record)
    if (carried) work.records.refusals[id] = { ...record, ...carried.anchor }
    else notes.push(noteOn(side, old, 'left-out', 'refusals', id))
  }
}

/** A problem found to be none is so wherever its words stand now; its id names line and offset, in the original where it says so. */
export function carryDismissals(
  { old, map, work, notes, side }: Carriage,
  original: CanonicalText | null,
  originalMap: TextMap,
): void {
  for (const record of Object.values(old.records.dismissals)) {
    const [check = '', block = '', at = '', ...rest] = record.id.split(':')
    const isOfOriginal = rest[0] === 'original'
    const of = isOfOriginal ? original : old
    if (!of?.machine.blocks.some((one) => one.id === block)) {
      work.records.dismissals[record.id] = record
      continue
    }
    const where = isOfOriginal ? originalMap : map
    const point = /^\d+$/.test(at) ? where.point(block, Number(at), 'before') : null
    const id = point?.exact ? [check, point.block, point.offset, ...rest].join(':') : null
    if (id !== null) work.records.dismissals[id] = { ...record, id }
    else notes.push(noteOn(side, old, 'left-out', 'dismissals', record.id))
  }
}
