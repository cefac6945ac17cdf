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
export function fitBounds(remembered: Rectangle | null, screens: readonly Rectangle[]): Rectangle {
  if (remembered) {
    // Shown at the size it will have there: a window made smaller may slip off the screen it reached onto.
    const kept = screens
      .map((screen) => ({ screen, window: { ...remembered, ...fitSize(remembered, screen) } }))
      .find(({ screen, window }) => showsGrip(window, screen))
    if (kept) return kept.window
  }
  const screen = screens[0] ?? { x: 0, y: 0, ...usual }
  const { width, height } = fitSize(remembered ?? usual, screen)
  const x = screen.x + Math.round((screen.width - width) / 2)
  const y = screen.y + Math.round((screen.height - height) / 2)
  return { x, y, width, height }
}

type Size = Pick<Rectangle, 'width' | 'height'>

function fitSize(wanted: Size, screen: Size): Size {
  return {
    width: clamp(wanted.width, SMALLEST_WINDOW.width, screen.width),
    height: clamp(wanted.height, SMALLEST_WINDOW.height, screen.height),
  }
}

function clamp(wanted: number, smallest: number, largest: number): number {
  return Math.round(Math.min(Math.max(wanted, smallest), largest))
}

function showsGrip(window: Rectangle, screen: Rectangle): boolean {
  const left = Math.max(window.x, screen.x)
  const right = Math.min(window.x + window.width, screen.x + screen.width)
  const isBelowTop = window.y >= screen.y
  const isAboveFoot = window.y + grip.height <= screen.y + screen.height
  return right - left >= grip.width && isBelowTop && isAboveFoot
}
