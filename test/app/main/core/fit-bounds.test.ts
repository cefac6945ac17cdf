import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitBounds } from '../../../../app/main/core/fit-bounds.ts'

const left = { x: 0, y: 0, width: 1920, height: 1040 }
const right = { x: 1920, y: 0, width: 1280, height: 1000 }

test.each([
  ['a first start is in the middle', null, { x: 320, y: 90, width: 1280, height: 860 }],
  [
    'a remembered place is kept',
    { x: 10, y: 20, width: 900, height: 700 },
    { x: 10, y: 20, width: 900, height: 700 },
  ],
  [
    'on the second screen too, no larger than it',
    { x: 2000, y: 20, width: 1900, height: 2000 },
    { x: 2000, y: 20, width: 1280, height: 1000 },
  ],
  [
    'a screen that is gone: back to the middle of the first',
    { x: 5000, y: 20, width: 1000, height: 800 },
    { x: 460, y: 120, width: 1000, height: 800 },
  ],
  [
    'too small: the smallest',
    { x: 10, y: 20, width: 10, height: 10 },
    { x: 10, y: 20, width: 760, height: 520 },
  ],
])('%s', (_what, remembered, expected) => {
  expect(fitBounds(remembered, [left, right])).toEqual(expected)
})

test('whatever was remembered, the window can be taken hold of and fits a screen', () => {
  const edge = fc.integer({ min: -10_000, max: 10_000 })
  const size = fc.integer({ min: 1, max: 10_000 })
  const place = fc.record({ x: edge, y: edge, width: size, height: size })
  fc.assert(
    fc.property(place, (remembered) => {
      const { x, y, width, height } = fitBounds(remembered, [left, right])
      const screen = [left, right].find(
        (one) => x + width >= one.x + 120 && x + 120 <= one.x + one.width && y >= one.y,
      )
      expect(screen).toBeDefined()
      expect(width).toBeGreaterThanOrEqual(760)
      expect(height).toBeGreaterThanOrEqual(520)
      expect(width).toBeLessThanOrEqual(screen!.width)
      expect(height).toBeLessThanOrEqual(screen!.height)
    }),
  )
})
