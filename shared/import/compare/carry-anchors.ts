import type {
  CalloutAnchor,
  CanonicalText,
  CorrectionAnchor,
  PointAnchor,
} from '../../letter/canonical.ts'
import type { MachineRange, Place, Span } from '../../letter/place.ts'
import type { TextMap } from './text-map.ts'

/** An anchor in the new text, and whether it stands on the very same words; null where it has no place there. */
export type CarriedAnchor<A> = { readonly anchor: A; readonly exact: boolean } | null

/** Text put in stays at the character it was put to; null where neither of its neighbours is there any more. */
function insertionPoint(map: TextMap, block: string, offset: number) {
  const ways = offset > 0 ? (['after', 'before'] as const) : (['before', 'after'] as const)
  const found = ways.map((way) => map.point(block, offset, way)).find(({ exact }) => exact)
  return found ? { block: found.block, offset: found.offset } : null
}

/** A correction is carried only where every character that it strikes out, or the place it puts text at, is the same: else it would correct other words. */
export function carryCorrection(
  map: TextMap,
  { deleted, inserted }: CorrectionAnchor,
): CarriedAnchor<CorrectionAnchor> {
  const ranges = deleted.map((range) => map.range(range))
  const points = inserted.map((one) => insertionPoint(map, one.block, one.offset))
  if (ranges.some((one) => !one?.exact) || points.some((one) => one === null)) return null
  return {
    exact: true,
    anchor: {
      deleted: ranges.flatMap((one) => one?.ranges ?? []),
      inserted: inserted.map((one, i) => ({ ...one, ...points[i] })),
    },
  }
}

/** A span keeps the words it stands on, or stands on what is there in their place. `holds` says whether an insertion was carried. */
export function carrySpan(
  map: TextMap,
  { from, to }: Span,
  holds: (place: Place) => boolean,
): CarriedAnchor<Span> {
  const first = carryEnd(map, from, 'before', holds)
  const last = carryEnd(map, to, 'after', holds)
  return { anchor: { from: first.place, to: last.place }, exact: first.exact && last.exact }
}

function carryEnd(
  map: TextMap,
  place: Place,
  clings: 'after' | 'before',
  holds: (place: Place) => boolean,
): { place: Place; exact: boolean } {
  const inside = place.into && holds(place) && insertionPoint(map, place.block, place.offset)
  if (inside && place.into) return { place: { ...inside, into: place.into }, exact: true }
  const { exact, ...at } = map.point(place.block, place.offset, clings)
  return { place: at, exact: exact && place.into === undefined }
}

/** A printed callout is carried with its very characters only; one that was set stays at its character, or at the nearest place. */
export function carryCallout(
  map: TextMap,
  anchor: CalloutAnchor,
  holds: (place: Place) => boolean,
): CarriedAnchor<CalloutAnchor> {
  if ('point' in anchor) {
    const carried = carryPoint(map, anchor.point, holds)
    return carried && { anchor: { point: carried.anchor }, exact: carried.exact }
  }
  const ranges = anchor.printed.map((range) => map.range(range))
  if (ranges.some((one) => !one?.exact)) return null
  return { anchor: { printed: ranges.flatMap((one) => one?.ranges ?? []) }, exact: true }
}

/** A point stays behind the character it stood behind, or at the nearest place. */
export function carryPoint(
  map: TextMap,
  { at, order }: PointAnchor,
  holds: (place: Place) => boolean,
): CarriedAnchor<PointAnchor> {
  const { place, exact } = carryEnd(map, at, 'after', holds)
  return { anchor: { at: place, order }, exact }
}

/** Ranges of a pair: what is left of each; `exact` where all of it is. */
export function carryRanges(map: TextMap, ranges: readonly MachineRange[]) {
  const found = ranges.map((range) => map.range(range))
  return {
    ranges: found.flatMap((one) => one?.ranges ?? []),
    exact: found.every((one) => one?.exact === true),
  }
}

/** Which insertions are in a text, so that places inside of them can be carried. */
export function insertionPlaces({ anchors }: CanonicalText, carried: ReadonlySet<string>) {
  const places = new Set<string>()
  for (const [id, { inserted }] of Object.entries(anchors.corrections))
    if (carried.has(id))
      for (const { block, offset, order } of inserted) places.add(`${block} ${offset} ${order}`)
  return ({ block, offset, into }: Place) => places.has(`${block} ${offset} ${into?.order}`)
}
