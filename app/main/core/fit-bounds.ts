/** A rectangle on the screens, in device-independent pixels. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The smallest window in which a letter can still be worked on, in device-independent pixels. */
export const SMALLEST_WINDOW = { width: 760, height: 520 } as const

const usual = { width: 1280, height: 860 } as const
// This much of a window's upper edge must be on some screen, or it could not be taken hold of.
const grip = { width: 120, height: 32 } as const

/**
 * Where to open the window: at its remembered place if a screen still shows enough of its upper edge, else in the
 * middle of the first screen; never larger than the screen and, where that has room, never smaller than the smallest.
 */
export function fitBounds(remembered: Rectangle | null, areas: readonly Rectangle[]): Rectangle {
  if (remembered) {
    // Judged at the size it will have there: a window made smaller may slip off a screen it reached onto.
    const kept = areas
      .map((area) => ({ area, place: { ...remembered, ...fitSize(remembered, area) } }))
      .find(({ area, place }) => showsGrip(place, area))
    if (kept) return kept.place
  }
  const area = areas[0] ?? { x: 0, y: 0, ...usual }
  const { width, height } = fitSize(remembered ?? usual, area)
  const x = area.x + Math.round((area.width - width) / 2)
  const y = area.y + Math.round((area.height - height) / 2)
  return { x, y, width, height }
}

type Size = Pick<Rectangle, 'width' | 'height'>

function fitSize(wanted: Size, area: Size): Size {
  return {
    width: clamp(wanted.width, SMALLEST_WINDOW.width, area.width),
    height: clamp(wanted.height, SMALLEST_WINDOW.height, area.height),
  }
}

function clamp(wanted: number, smallest: number, largest: number): number {
  return Math.round(Math.min(Math.max(wanted, smallest), largest))
}

function showsGrip(place: Rectangle, area: Rectangle): boolean {
  const left = Math.max(place.x, area.x)
  const right = Math.min(place.x + place.width, area.x + area.width)
  const isBelowTop = place.y >= area.y
  const isAboveFoot = place.y + grip.height <= area.y + area.height
  return right - left >= grip.width && isBelowTop && isAboveFoot
}
