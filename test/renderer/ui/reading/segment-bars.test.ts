import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type DrawnSegment, segmentBars } from '../../../../renderer/ui/reading/segment-bars.ts'

const line = (n: number) => ({ top: n * 28, bottom: n * 28 + 28 })
const drawn = (key: string, first: number, last: number, state: DrawnSegment['state']) => ({
  key,
  state,
  first: line(first),
  last: line(last),
})

it('draws a bar from the first line to the last, and none for the machine', () => {
  const bars = segmentBars([drawn('a', 0, 2, 'corrected'), drawn('b', 3, 3, 'machine')])
  expect(bars).toEqual([{ key: 'a', state: 'corrected', top: 1, height: 82 }])
})

it('parts the height of a line among the segments on it, also with those that have no bar', () => {
  const bars = segmentBars([
    drawn('a', 0, 1, 'checked'),
    drawn('b', 1, 1, 'machine'),
    drawn('c', 1, 2, 'disputed'),
  ])
  expect(bars.map(({ key, top, height }) => [key, Math.round(top), Math.round(height)])).toEqual([
    ['a', 1, 35],
    ['c', 48, 35],
  ])
})

it('never lays one bar over another', () => {
  const steps = fc.array(fc.tuple(fc.nat(1), fc.nat(2)), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(steps, (list) => {
      let at = 0
      const segments = list.map(([skip, length], index) => {
        const first = index === 0 ? 0 : at + skip
        at = first + length
        return drawn(String(index), first, at, 'in-work')
      })
      const bars = segmentBars(segments)
      for (const [index, bar] of bars.entries()) {
        const next = bars[index + 1]
        expect(bar.height).toBeGreaterThan(0)
        if (next) expect(bar.top + bar.height).toBeLessThanOrEqual(next.top + 0.001)
      }
    }),
  )
})
