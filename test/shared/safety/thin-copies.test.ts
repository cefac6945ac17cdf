import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyName, readCopyName } from '../../../shared/safety/copy-name.ts'
import type { SafetyCopy } from '../../../shared/safety/ledger.ts'
import { MOST_REMOVED, thinCopies } from '../../../shared/safety/thin-copies.ts'

const DAY = 86_400_000
const NOW = Date.parse('2026-11-29T12:00:00Z')

function copy(number: number, daysAgo: number, letters = 100, library = 'aaaaaaaa'): SafetyCopy {
  const time = new Date(NOW - daysAgo * DAY).toISOString()
  const named = { number, time, letters, library }
  return { ...named, name: copyName(named), size: 1000 }
}

const randomCopies = fc
  .array(
    fc.record({
      daysAgo: fc.double({ min: -4000, max: 4000, noNaN: true }),
      letters: fc.nat(1000),
      library: fc.constantFrom('aaaaaaaa', 'bbbbbbbb'),
    }),
    { maxLength: 60 },
  )
  .map((list) =>
    list.map(({ daysAgo, letters, library }, i) => copy(i + 1, daysAgo, letters, library)),
  )

/** Thins again and again, as one does after each copy, until nothing goes. */
function thinAll(copies: readonly SafetyCopy[], now = NOW): readonly SafetyCopy[] {
  const going = new Set(thinCopies(copies, now))
  return going.size === 0
    ? copies
    : thinAll(
        copies.filter((one) => !going.has(one)),
        now,
      )
}

describe('thinning', () => {
  it('keeps the newest of each library, all of two days and what is dated in the future', () => {
    fc.assert(
      fc.property(randomCopies, (copies) => {
        const left = new Set(thinAll(copies))
        for (const one of copies) {
          const own = copies.filter(({ library }) => library === one.library)
          const isNewest = own.every(({ number }) => number <= one.number)
          const isRecent = Date.parse(one.time) >= NOW - 2 * DAY
          if (isNewest || isRecent) expect(left).toContain(one)
        }
      }),
    )
  })

  it('lets go few at once, whatever the clock says', () => {
    fc.assert(
      fc.property(randomCopies, fc.integer({ min: 0, max: 8e12 }), (copies, now) => {
        const going = thinCopies(copies, now)
        expect(going.length).toBeLessThanOrEqual(MOST_REMOVED)
        expect(new Set(going).size).toBe(going.length)
      }),
    )
  })

  it('leaves one a day, a week, a month of what was copied every hour for fourteen months', () => {
    const hours = Math.floor(420 * 24)
    const all = Array.from({ length: hours }, (_, i) => copy(i + 1, (hours - 1 - i) / 24))
    let left: readonly SafetyCopy[] = []
    for (const one of all) {
      const now = Date.parse(one.time)
      left = [...left, one]
      const going = new Set(thinCopies(left, now))
      left = left.filter((kept) => !going.has(kept))
    }
    const between = (from: number, to: number) =>
      left.filter(({ time }) => {
        const age = (NOW - Date.parse(time)) / DAY
        return age > from && age <= to
      }).length
    expect(between(-1, 2)).toBe(49)
    expect(between(2, 14)).toBeGreaterThanOrEqual(12)
    expect(between(2, 14)).toBeLessThanOrEqual(14)
    expect(between(14, 56)).toBeGreaterThanOrEqual(6)
    expect(between(14, 56)).toBeLessThanOrEqual(8)
    expect(between(56, 366)).toBeGreaterThanOrEqual(10)
    expect(between(56, 366)).toBeLessThanOrEqual(13)
    expect(between(366, 1000)).toBe(0)
  })

  it('never lets a copy with far fewer letters push out the one before it', () => {
    const copies = [copy(1, 5.4), copy(2, 5.3), copy(3, 5.2, 3), copy(4, 5.1, 3), copy(5, 0, 3)]
    expect(thinAll(copies).map(({ number }) => number)).toEqual([2, 4, 5])
  })

  it('orders by number where the clock was wrong', () => {
    const copies = [copy(1, -3650), copy(2, 40), copy(3, 40.1), copy(4, 500)]
    expect(thinAll(copies).map(({ number }) => number)).toEqual([1, 3, 4])
  })
})

describe('the name of a copy', () => {
  it('says what the copy is, and is read again', () => {
    const one = copy(12, 0.25, 512, 'a1b2c3d4')
    expect(one.name).toBe('epistula-000012_2026-11-29T06-00-00Z_512-letters_a1b2c3d4.epistula')
    const { size: _, ...named } = one
    expect(readCopyName(one.name)).toEqual(named)
  })

  it.each([
    '',
    'ledger.json',
    '../epistula-000012_2026-11-29T06-00-00Z_512-letters_a1b2c3d4.epistula',
    'epistula-000012_2026-13-29T06-00-00Z_512-letters_a1b2c3d4.epistula',
    'epistula-12_2026-11-29T06-00-00Z_512-letters_a1b2c3d4.epistula',
    'epistula-000012_2026-11-29T06-00-00Z_512-letters_a1b2c3d4.epistula.part',
  ])('%j is none', (name) => expect(readCopyName(name)).toBeNull())
})
