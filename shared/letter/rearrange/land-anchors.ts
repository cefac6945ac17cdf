import type { CalloutAnchor, CorrectionAnchor } from '../canonical.ts'
import { comparePlaces } from '../layout.ts'
import type { MachineRange, Place, Span } from '../place.ts'
import type { PairRecord } from '../records.ts'
import type { Ground, Spot } from './lay-ground.ts'

/** An anchor of a record in one of the letters before. */
export interface Standing<A> {
  readonly letter: string
  readonly anchor: A
}

/** A piece of a record in one of the letters after; the pieces of one record are in the order of the plans. */
export interface Landing<A> {
  readonly plan: number
  readonly anchor: A
}

interface Fragment {
  readonly spot: Spot
  readonly from: Place
  readonly to: Place
  readonly isFromStart: boolean
  readonly isToEnd: boolean
}

/** A span after its lines have moved: one piece for each run of lines that still follow each other. */
export function landSpan(ground: Ground, spans: readonly Standing<Span>[]): Landing<Span>[] {
  const fragments = spans
    .flatMap((one) => cutIntoLines(ground, one))
    .sort((a, b) => a.spot.plan - b.spot.plan || a.spot.index - b.spot.index)
  const runs: Fragment[][] = []
  for (const fragment of fragments) {
    const last = runs.at(-1)?.at(-1)
    if (last && follows(ground, last, fragment)) runs.at(-1)?.push(fragment)
    else runs.push([fragment])
  }
  return runs.flatMap((run) => {
    const solid = run.filter(({ from, to }) => comparePlaces(from, to) < 0)
    const first = solid[0]
    const last = solid.at(-1)
    if (!first || !last) return []
    const from = { ...first.from, block: first.spot.id }
    return [{ plan: first.spot.plan, anchor: { from, to: { ...last.to, block: last.spot.id } } }]
  })
}

// Lines without a character between two pieces part nothing.
function follows(ground: Ground, a: Fragment, b: Fragment): boolean {
  if (a.spot.plan !== b.spot.plan || !a.isToEnd || !b.isFromStart) return false
  const between = ground.plans[a.spot.plan]?.slice(a.spot.index + 1, b.spot.index) ?? []
  return between.every(({ letter, source }) => {
    const { offset, into } = ground.end(letter, source.id)
    return offset === 0 && into === undefined
  })
}

function cutIntoLines(ground: Ground, { letter, anchor }: Standing<Span>): Fragment[] {
  const blocks = ground.text(letter)?.machine.blocks ?? []
  const first = blocks.findIndex(({ id }) => id === anchor.from.block)
  const last = blocks.findIndex(({ id }) => id === anchor.to.block)
  return blocks.slice(first, last + 1).map(({ id }, i, covered) => {
    const end = ground.end(letter, id)
    const from = i === 0 ? anchor.from : { block: id, offset: 0 }
    const to = i === covered.length - 1 ? anchor.to : end
    const isFromStart = from.offset === 0 && from.into === undefined
    const isToEnd = comparePlaces(to, end) === 0
    return { spot: ground.find(letter, id), from, to, isFromStart, isToEnd }
  })
}

interface Moved<T> {
  readonly spot: Spot
  readonly value: T
}

function moveRanges(ground: Ground, letter: string, ranges: readonly MachineRange[]) {
  return ranges.map((range): Moved<MachineRange> => {
    const spot = ground.find(letter, range.block)
    return { spot, value: { ...range, block: spot.id } }
  })
}

// What came into one plan, in the order of its lines.
function inPlan<T>(moved: readonly Moved<T>[], plan: number, offset: (value: T) => number): T[] {
  return moved
    .filter(({ spot }) => spot.plan === plan)
    .sort((a, b) => a.spot.index - b.spot.index || offset(a.value) - offset(b.value))
    .map(({ value }) => value)
}

function plansOf(...lists: readonly (readonly Moved<unknown>[])[]): number[] {
  return [...new Set(lists.flat().map(({ spot }) => spot.plan))].sort((a, b) => a - b)
}

/** A correction after its lines have moved: one piece for each letter it comes to stand in. */
export function landCorrection(
  ground: Ground,
  anchors: readonly Standing<CorrectionAnchor>[],
): Landing<CorrectionAnchor>[] {
  const deleted = anchors.flatMap(({ letter, anchor }) =>
    moveRanges(ground, letter, anchor.deleted),
  )
  const inserted = anchors.flatMap(({ letter, anchor }) =>
    anchor.inserted.map((one) => {
      const spot = ground.find(letter, one.block)
      return { spot, value: { ...one, block: spot.id } }
    }),
  )
  return plansOf(deleted, inserted).map((plan) => ({
    plan,
    anchor: {
      deleted: inPlan(deleted, plan, ({ from }) => from),
      inserted: inPlan(inserted, plan, ({ offset }) => offset),
    },
  }))
}

/** A callout after its lines have moved. */
export function landCallout(
  ground: Ground,
  anchors: readonly Standing<CalloutAnchor>[],
): Landing<CalloutAnchor>[] {
  const printed = anchors.flatMap(({ letter, anchor }) =>
    'printed' in anchor ? moveRanges(ground, letter, anchor.printed) : [],
  )
  const points = anchors.flatMap(({ letter, anchor }): Landing<CalloutAnchor>[] => {
    if ('printed' in anchor) return []
    const { at, order } = anchor.point
    const spot = ground.find(letter, at.block)
    return [{ plan: spot.plan, anchor: { point: { at: { ...at, block: spot.id }, order } } }]
  })
  const ranges = plansOf(printed).map((plan) => ({
    plan,
    anchor: { printed: inPlan(printed, plan, ({ from }) => from) },
  }))
  return [...ranges, ...points]
}

/** The two lists of ranges of a pair. */
export type PairRanges = Pick<PairRecord, 'original' | 'translation'>

/** A pair after the lines of both texts have moved: one piece for each letter with a line of it, where the other side may be empty. */
export function landPair(
  grounds: { readonly translation: Ground; readonly original: Ground },
  pairs: readonly Standing<PairRanges>[],
): Landing<PairRanges>[] {
  const moved = (side: 'translation' | 'original') =>
    pairs.flatMap(({ letter, anchor }) => moveRanges(grounds[side], letter, anchor[side]))
  const translation = moved('translation')
  const original = moved('original')
  return plansOf(translation, original).map((plan) => ({
    plan,
    anchor: {
      original: inPlan(original, plan, ({ from }) => from),
      translation: inPlan(translation, plan, ({ from }) => from),
    },
  }))
}
