import {
  type Anchors,
  type CanonicalLetter,
  type CanonicalText,
  type CorrectionAnchor,
  NO_ANCHORS,
  type Side,
} from '../canonical.ts'
import type { MachineRange } from '../place.ts'
import { NO_RECORDS, type Records } from '../records.ts'
import type { SpanTable } from '../schema.ts'
import {
  type FreeTable,
  type Gathered,
  gatherRecords,
  pieceId,
  type RecordOf,
} from './gather-records.ts'
import {
  type Landing,
  landCallout,
  landCorrection,
  landPair,
  landSpan,
  type PairRanges,
  type Standing,
} from './land-anchors.ts'
import type { NoteNames } from './land-notes.ts'
import { freeName, type Ground } from './lay-ground.ts'
import type { LetterPlan, RecordLoss } from './letter-plan.ts'
import { recordWords } from './record-words.ts'

/** Everything that one side of a rearrangement is made from; `losses` is added to. */
export interface Composing {
  readonly letters: readonly CanonicalLetter[]
  readonly side: Side
  readonly grounds: Readonly<Record<Side, Ground>>
  readonly plans: readonly LetterPlan[]
  readonly notes: NoteNames
  readonly losses: RecordLoss[]
}

type Work = Pick<CanonicalText, 'anchors' | 'records'>
type Table = Record<string, unknown>
interface Made {
  readonly anchors: { readonly [A in keyof Anchors]: Table }
  readonly records: { readonly [T in keyof Records]: Table }
  readonly taken: { readonly [T in FreeTable]: Set<string> }
}

/** Anchors and records of one side of each plan. */
export function composeRecords(composing: Composing): Work[] {
  const { plans, side, letters } = composing
  const header = letters.find((letter) => letter[side])?.[side]?.records.header ?? {}
  const made = plans.map((plan, i) =>
    emptyWork(composing, i, side === 'translation' ? plan.header : header),
  )
  for (const table of ['mentions', 'passages', 'verbatim', 'queries'] as const)
    putSpans(composing, made, table)
  putCorrections(composing, made)
  putCallouts(composing, made)
  putStructure(composing, made)
  putKinds(composing, made)
  putPairs(composing, made)
  putRefusals(composing, made)
  putSegments(composing, made)
  putDismissals(composing, made)
  return made.map(({ anchors, records }) => ({ anchors, records }) as unknown as Work)
}

function emptyWork({ notes }: Composing, plan: number, header: Records['header']): Made {
  const anchors = Object.fromEntries(Object.keys(NO_ANCHORS).map((key) => [key, {}]))
  const records = Object.fromEntries(Object.keys(NO_RECORDS).map((key) => [key, {}]))
  const names = Object.fromEntries(Object.keys(NO_RECORDS).map((key) => [key, new Set<string>()]))
  // A refused correction can be taken up again, under its id.
  const taken = { ...names, refusals: names['corrections'] }
  return {
    anchors,
    records: { ...records, header, notes: notes.records[plan] ?? {} },
    taken,
  } as unknown as Made
}

/** How one table is carried over: where a record stood, where its pieces land, and what of it changes in a plan (null: it cannot be there). */
interface Carrying<T extends FreeTable, A> {
  readonly table: T
  readonly anchors: keyof Anchors | null
  readonly only?: (record: RecordOf<T>) => boolean
  readonly stood: (text: CanonicalText, id: string) => A | undefined
  readonly land: (standing: readonly Standing<A>[]) => readonly Landing<A>[]
  readonly change?: (record: RecordOf<T>, letter: string, landing: Landing<A>) => RecordOf<T> | null
}

function carry<T extends FreeTable, A>(
  composing: Composing,
  made: readonly Made[],
  carrying: Carrying<T, A>,
): void {
  const { letters, side, losses } = composing
  const texts = new Map(letters.map((letter) => [letter.id, letter[side]]))
  for (const whole of gatherRecords(letters, side, carrying.table)) {
    if (carrying.only && !carrying.only(whole.record)) continue
    const standing = whole.parts.flatMap(({ letter, id }) => {
      const text = texts.get(letter)
      const anchor = text && carrying.stood(text, id)
      return anchor ? [{ letter, anchor }] : []
    })
    const landings = carrying.land(standing)
    let count = 0
    for (const landing of landings) if (putPiece(made, carrying, whole, landing, count + 1)) count++
    if (count === 0) losses.push(lossOf(composing, 'left-out', carrying.table, whole))
    else if (landings.length > whole.parts.length)
      losses.push(lossOf(composing, 'cut', carrying.table, whole))
  }
}

function putPiece<T extends FreeTable, A>(
  made: readonly Made[],
  { table, anchors, change }: Carrying<T, A>,
  whole: Gathered<T>,
  landing: Landing<A>,
  count: number,
): boolean {
  const work = made[landing.plan]
  const letter = whole.parts[0]?.letter ?? ''
  const record = change ? change(whole.record, letter, landing) : whole.record
  if (!work || !record) return false
  const id = freeName(pieceId(whole.id, count), work.taken[table])
  const records: Table = work.records[table]
  records[id] = { ...record, id }
  if (anchors) work.anchors[anchors][id] = landing.anchor
  return true
}

function lossOf<T extends FreeTable>(
  { letters, side }: Composing,
  what: RecordLoss['what'],
  table: T,
  { parts }: Pick<Gathered<T>, 'parts'>,
): RecordLoss {
  const { letter = '', id = '' } = parts[0] ?? {}
  const text = letters.find((one) => one.id === letter)?.[side]
  return { what, letter, side, table, id, text: text ? recordWords(text, table, id) : '' }
}

function putSpans(composing: Composing, made: readonly Made[], table: SpanTable): void {
  const { grounds, side, notes } = composing
  carry(composing, made, {
    table,
    anchors: table,
    stood: (text, id) => text.anchors[table][id],
    land: (standing) => landSpan(grounds[side], standing),
    change: (record, letter, { plan }) => {
      if (!('note' in record)) return record
      const note = notes.inPlan(plan, letter, record.note)
      return note === null ? null : { ...record, note }
    },
  })
}

function putCorrections(composing: Composing, made: readonly Made[]): void {
  const { grounds, side } = composing
  carry(composing, made, {
    table: 'corrections',
    anchors: 'corrections',
    stood: (text, id) => text.anchors.corrections[id],
    land: (standing) => landCorrection(grounds[side], standing),
    change: (record, letter, { plan }) =>
      withPhrase(
        composing,
        { letter, plan },
        withEvidence(composing, 'corrections', { letter, id: record.id, plan }, record),
      ),
  })
}

/** Something that may rest on a passage of the original. */
interface Resting {
  readonly evidence?: MachineRange
}

// What rests on a passage that has gone to another letter rests on nothing any more.
function withEvidence<R extends Resting>(
  composing: Composing,
  table: 'corrections' | 'refusals',
  { letter, id, plan }: { readonly letter: string; readonly id: string; readonly plan: number },
  resting: R,
): Omit<R, 'evidence'> & Resting {
  const { evidence, ...record } = resting
  if (!evidence) return resting
  const moved = moveRange(composing.grounds.original, letter, evidence, plan)
  if (moved) return { ...record, evidence: moved }
  composing.losses.push(lossOf(composing, 'evidence', table, { parts: [{ letter, id }] }))
  return record
}

// A phrase is in the line of what it is around; where that line has gone to another letter, it says nothing any more.
function withPhrase<R extends { readonly phrase?: MachineRange }>(
  { grounds, side }: Composing,
  { letter, plan }: { readonly letter: string; readonly plan: number },
  record: R,
): Omit<R, 'phrase'> & { readonly phrase?: MachineRange } {
  const { phrase, ...rest } = record
  if (!phrase) return record
  const moved = moveRange(grounds[side], letter, phrase, plan)
  return moved ? { ...rest, phrase: moved } : rest
}

function moveRange(
  ground: Ground,
  letter: string,
  range: MachineRange,
  plan: number,
): MachineRange | null {
  const known = ground.text(letter)?.machine.blocks.some(({ id }) => id === range.block)
  if (!known) return null
  const spot = ground.find(letter, range.block)
  return spot.plan === plan ? { ...range, block: spot.id } : null
}

function putCallouts(composing: Composing, made: readonly Made[]): void {
  const { grounds, side, notes, losses } = composing
  carry(composing, made, {
    table: 'callouts',
    anchors: 'callouts',
    stood: (text, id) => text.anchors.callouts[id],
    land: (standing) => landCallout(grounds[side], standing),
    change: (record, letter, { plan }) => {
      if (record.note === null) return record
      const note = notes.inPlan(plan, letter, record.note)
      if (note !== null) return { ...record, note }
      const parts = [{ letter, id: record.id }]
      losses.push(lossOf(composing, 'unlinked', 'callouts', { parts }))
      return { ...record, note: null }
    },
  })
}

function putStructure(composing: Composing, made: readonly Made[]): void {
  const { grounds, side } = composing
  const ground = grounds[side]
  carry(composing, made, {
    table: 'structure',
    anchors: 'breaks',
    only: ({ kind }) => kind === 'break',
    stood: (text, id) => text.anchors.breaks[id],
    land: (standing) =>
      standing.map(({ letter, anchor }) => {
        const { plan, id: block } = ground.find(letter, anchor.at.block)
        return { plan, anchor: { ...anchor, at: { ...anchor.at, block } } }
      }),
  })
  carry(composing, made, {
    table: 'structure',
    anchors: null,
    only: ({ kind }) => kind === 'join',
    stood: ({ records }, id) => {
      const record = records.structure[id]
      return record?.kind === 'join' ? record.block : undefined
    },
    land: (standing) =>
      standing.flatMap(({ letter, anchor }) => {
        const joined = joinedSpot(ground, letter, anchor)
        return joined ? [{ plan: joined.plan, anchor: joined.id }] : []
      }),
    change: (record, _letter, { anchor }) =>
      record.kind === 'join' ? { ...record, block: anchor } : record,
  })
}

// A line can be joined only to the one that stood before it, and only where that still does.
function joinedSpot(ground: Ground, letter: string, block: string) {
  const blocks = ground.text(letter)?.machine.blocks ?? []
  const before = blocks[blocks.findIndex(({ id }) => id === block) - 1]
  if (!before) return null
  const spot = ground.find(letter, block)
  const last = ground.find(letter, before.id)
  return last.plan === spot.plan && last.index + 1 === spot.index ? spot : null
}

function putKinds({ letters, side, grounds }: Composing, made: readonly Made[]): void {
  for (const letter of letters)
    for (const [block, record] of Object.entries(letter[side]?.records.kinds ?? {})) {
      const { plan, id } = grounds[side].find(letter.id, block)
      const work = made[plan]
      if (work) work.records.kinds[id] = { ...record, id }
    }
}

function putPairs(composing: Composing, made: readonly Made[]): void {
  if (composing.side !== 'translation') return
  carry<'pairs', PairRanges>(composing, made, {
    table: 'pairs',
    anchors: null,
    stood: ({ records }, id) => records.pairs[id],
    land: (standing) => landPair(composing.grounds, standing),
    change: (record, _letter, { anchor }) => ({ ...record, ...anchor }),
  })
}

function putRefusals(composing: Composing, made: readonly Made[]): void {
  carry<'refusals', CorrectionAnchor>(composing, made, {
    table: 'refusals',
    anchors: null,
    stood: ({ records }, id) => records.refusals[id],
    land: (standing) => landCorrection(composing.grounds[composing.side], standing),
    change: ({ id, correction }, letter, { anchor, plan }) => ({
      id,
      ...anchor,
      correction: withPhrase(
        composing,
        { letter, plan },
        withEvidence(composing, 'refusals', { letter, id, plan }, correction),
      ),
    }),
  })
}

function putSegments(composing: Composing, made: readonly Made[]): void {
  const ground = composing.grounds[composing.side]
  carry<'segments', MachineRange>(composing, made, {
    table: 'segments',
    anchors: null,
    stood: ({ records }, id) => records.segments[id]?.range,
    land: (standing) =>
      standing.map(({ letter, anchor }) => {
        const { plan, id } = ground.find(letter, anchor.block)
        return { plan, anchor: { ...anchor, block: id } }
      }),
    change: (record, _letter, { anchor }) => ({ ...record, range: anchor }),
  })
}

// A problem's id names the line it stands in, if any; one without a line is told of every letter that comes out. What was
// found in the original is dismissed in the translation too.
function putDismissals({ letters, side, grounds }: Composing, made: readonly Made[]): void {
  for (const letter of letters)
    for (const record of Object.values(letter[side]?.records.dismissals ?? {})) {
      const [check, block = '', ...rest] = record.id.split(':')
      const of = rest[1] === 'original' ? 'original' : side
      const isLine = letter[of]?.machine.blocks.some((line) => line.id === block)
      const spot = isLine ? grounds[of].find(letter.id, block) : null
      const id = spot ? [check, spot.id, ...rest].join(':') : record.id
      made.forEach(({ records }, plan) => {
        if (!spot || spot.plan === plan) records.dismissals[id] = { ...record, id }
      })
    }
}
