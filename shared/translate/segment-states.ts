import type { CanonicalLetter, CanonicalText } from '../letter/canonical.ts'
import type { MachineRange } from '../letter/place.ts'
import type { CorrectionRecord, LetterState, SegmentRecord } from '../letter/records.ts'
import { type SegmentRange, segmentRanges } from './segment-ranges.ts'
import { authorOf, verdictOf } from './verdict.ts'

/** How far a segment has come; `no-original`: nobody has worked on it, and its pair says that the original has nothing for it. */
export const SEGMENT_STATES = [
  'machine',
  'in-work',
  'corrected',
  'checked',
  'disputed',
  'no-original',
] as const
export type SegmentState = (typeof SEGMENT_STATES)[number]

/** How many segments are in each state. */
export type SegmentCounts = Readonly<Record<SegmentState, number>>

/** The counts of a text without segments. */
export const NO_SEGMENTS: SegmentCounts = {
  machine: 0,
  'in-work': 0,
  corrected: 0,
  checked: 0,
  disputed: 0,
  'no-original': 0,
}

/** A segment with its state; `hands` are the ids of those who corrected it or said that it is corrected, `statement` what holds of what was said of it. */
export interface Segment {
  readonly range: SegmentRange
  readonly state: SegmentState
  readonly hands: readonly string[]
  readonly statement: SegmentRecord | null
}

/**
 * The segments of a translation with their states. One with a disputed correction is disputed; else a statement holds as long as
 * nothing in the segment was proposed or taken out after it; else corrections, also refused ones, make it be in work.
 */
export function translationSegments(text: CanonicalText): readonly Segment[] {
  const ranges = segmentRanges(text.machine, text.records.pairs)
  const work = workIn(text, ranges)
  const statements = Object.values(text.records.segments)
  return ranges.map((range) => segmentOf(range, work.get(range) ?? NO_WORK, statements))
}

/** How many segments of a letter's translation are in each state. */
export function segmentCounts(letter: Pick<CanonicalLetter, 'translation'>): SegmentCounts {
  return countStates(translationSegments(letter.translation))
}

/** How many of some segments are in each state. */
export function countStates(segments: readonly Segment[]): SegmentCounts {
  const counts = { ...NO_SEGMENTS }
  for (const { state } of segments) counts[state]++
  return counts
}

/** The state of a letter that its segments speak for; a segment without an original hinders nothing. */
export function stateFromSegments(counts: SegmentCounts): LetterState {
  const done = counts.corrected + counts.checked
  const open = counts.machine + counts['in-work'] + counts.disputed
  if (done > 0 && open === 0) return counts.corrected === 0 ? 'checked' : 'corrected'
  return done + counts['in-work'] + counts.disputed > 0 ? 'in-work' : 'machine'
}

/** Whether a person (by id) may say that a segment is checked: anybody but those who corrected it. */
export function mayCheck(segment: Segment, person: string): boolean {
  return !segment.hands.includes(person)
}

/** The segment at a place of the machine text: the one that holds it, at a border the one that begins there, between two the one before; null in a block that has none. */
export function segmentAt(
  segments: readonly Segment[],
  at: { readonly block: string; readonly offset: number },
): Segment | null {
  const here = segments.filter(({ range }) => range.block === at.block)
  return here.findLast(({ range }) => range.from <= at.offset) ?? here[0] ?? null
}

interface Work {
  readonly corrections: CorrectionRecord[]
  /** ISO times at which words went in or out. */
  readonly changes: string[]
}
const NO_WORK: Work = { corrections: [], changes: [] }

function segmentOf(
  range: SegmentRange,
  { corrections, changes }: Work,
  statements: readonly SegmentRecord[],
): Segment {
  const holding = statements
    .filter((one) => covers(one.range, range) && changes.every((time) => time <= one.at))
    .toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))
  const statement = holding.at(-1) ?? null
  const said = holding.filter(({ state }) => state === 'corrected').map(({ by }) => by)
  const hands = [...new Set([...corrections.map(authorOf), ...said])]
  const state = stateOf(range, { corrections, changes, statement })
  return { range, state, hands, statement }
}

function stateOf(
  range: SegmentRange,
  known: Work & { readonly statement: SegmentRecord | null },
): SegmentState {
  if (known.corrections.some((one) => verdictOf(one) === 'disputed')) return 'disputed'
  if (known.statement) return known.statement.state
  if (known.changes.length > 0) return 'in-work'
  return range.isAlone ? 'no-original' : 'machine'
}

function covers(outer: MachineRange, inner: MachineRange): boolean {
  return outer.block === inner.block && outer.from <= inner.from && inner.to <= outer.to
}

function workIn(
  text: CanonicalText,
  ranges: readonly SegmentRange[],
): ReadonlyMap<SegmentRange, Work> {
  const inBlock = Map.groupBy(ranges, ({ block }) => block)
  const work = new Map<SegmentRange, Work>()
  const at = (places: readonly MachineRange[]) => {
    const found = new Set<SegmentRange>()
    for (const place of places) for (const one of touched(inBlock, place)) found.add(one)
    return [...found].map((range) => {
      const known = work.get(range) ?? { corrections: [], changes: [] }
      work.set(range, known)
      return known
    })
  }
  for (const [id, anchor] of Object.entries(text.anchors.corrections)) {
    const record = text.records.corrections[id]
    if (!record || isMovedCallout(record, anchor.inserted.length)) continue
    for (const known of at(placesOf(anchor))) {
      known.corrections.push(record)
      known.changes.push(...changesOf(record))
    }
  }
  for (const refusal of Object.values(text.records.refusals))
    for (const known of at(placesOf(refusal))) known.changes.push(...changesOf(refusal.correction))
  return work
}

type Anchored = {
  readonly deleted: readonly MachineRange[]
  readonly inserted: readonly { readonly block: string; readonly offset: number }[]
}

// Where a correction strikes something out, what it puts in belongs to the same place.
function placesOf({ deleted, inserted }: Anchored): readonly MachineRange[] {
  if (deleted.length > 0) return deleted
  return inserted.map(({ block, offset }) => ({ block, from: offset, to: offset }))
}

// The struck number of a note mark that was moved is no work on the sentence.
function isMovedCallout(record: CorrectionRecord, inserted: number): boolean {
  return record.category === 'reference' && record.guessed !== true && inserted === 0
}

function changesOf({ at, history = [] }: Omit<CorrectionRecord, 'id'>): readonly string[] {
  const later = history.filter(({ verdict }) => verdict === 'proposed' || verdict === 'refused')
  return [at, ...later.map((one) => one.at)]
}

// Text put in between two segments belongs to the one before.
function touched(
  inBlock: ReadonlyMap<string, readonly SegmentRange[]>,
  { block, from, to }: MachineRange,
): readonly SegmentRange[] {
  const ranges = inBlock.get(block) ?? []
  const overlapping = ranges.filter((one) => one.from < to && from < one.to)
  if (overlapping.length > 0) return overlapping
  const before = ranges.findLast((one) => one.from <= from) ?? ranges[0]
  return before ? [before] : []
}
