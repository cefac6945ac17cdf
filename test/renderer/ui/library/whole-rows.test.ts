import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scrollToRow, wholeRow } from '../../../../renderer/ui/library/whole-rows.ts'

const ROW = 38

describe('scrollToRow', () => {
  it.each([
    ['stays where the row is seen', 3, { top: 0, height: 400 }, 0],
    ['goes up to the row', 3, { top: 380, height: 400 }, 3 * ROW],
    ['goes down as far as it must', 20, { top: 0, height: 400 }, 11 * ROW],
    ['shows at least the row itself', 5, { top: 0, height: 20 }, 5 * ROW],
  ])('%s', (_, index, seen, top) => {
    expect(scrollToRow(index, seen, ROW)).toBe(top)
  })

  it('has the row in sight, and a whole one at the top where it moves, wherever the list was', () => {
    const height = fc.integer({ min: ROW, max: 2000 })
    fc.assert(
      fc.property(fc.nat(100), fc.nat(4000), height, (index, top, high) => {
        const to = scrollToRow(index, { top, height: high }, ROW)
        if (to !== top) expect(to % ROW).toBe(0)
        expect(index * ROW).toBeGreaterThanOrEqual(to)
        expect((index + 1) * ROW).toBeLessThanOrEqual(to + high)
      }),
    )
  })
})

describe('wholeRow', () => {
  it('is the nearest one', () => {
    expect([0, 18, 20, 38, 75].map((top) => wholeRow(top, ROW))).toEqual([0, 0, 38, 38, 76])
  })
})
