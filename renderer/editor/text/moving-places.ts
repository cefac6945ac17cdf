import type { Mappable } from 'prosemirror-transform'
import type { DocRange } from './spans.ts'

/** Places of a document that move with what is done in it: a step is only noted, and followed when they are asked for. */
export interface MovingPlaces<T extends DocRange> {
  /** Where they stand now; one whose words are gone is gone. */
  current(): readonly T[]
  after(mapping: Mappable): MovingPlaces<T>
}

/** Places where they stand now; those that are `open` take in what is put in at their ends, and stay where nothing is left in them. */
export function placesAt<T extends DocRange>(
  places: readonly T[],
  isOpen = false,
): MovingPlaces<T> {
  return moving(places, [], isOpen)
}

// Once they were asked for, the steps up to there are let go.
function moving<T extends DocRange>(
  places: readonly T[],
  steps: readonly Mappable[],
  isOpen: boolean,
): MovingPlaces<T> {
  let at = places
  let left = steps
  return {
    current: () => {
      at = left.reduce((moved, mapping) => moveAll(moved, mapping, isOpen), at)
      left = []
      return at
    },
    after: (mapping) => moving(at, [...left, mapping], isOpen),
  }
}

function moveAll<T extends DocRange>(
  places: readonly T[],
  mapping: Mappable,
  isOpen: boolean,
): readonly T[] {
  const out = isOpen ? 1 : -1
  return places.flatMap((place) => {
    const from = mapping.map(place.from, -out)
    const to = mapping.map(place.to, out)
    if (from === place.from && to === place.to) return [place]
    const isLeft = isOpen ? from <= to : from < to
    return isLeft ? [{ ...place, from, to }] : []
  })
}
