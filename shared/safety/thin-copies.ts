import type { SafetyCopy } from './ledger.ts'

const DAY = 86_400_000

/** At most so many copies go at once: a clock that is wrong for an hour must not cost the history of a year. */
export const MOST_REMOVED = 3

/**
 * The copies that may go, the oldest first: all of two days stay, then one a day for 14 days, one a week for 8 weeks, one a
 * month for 12 months, and always the newest by number of each library. A copy that is dated after `now` stays, and so does, for
 * a year, one that was followed by one with less than half its letters.
 */
export function thinCopies(copies: readonly SafetyCopy[], now: number): readonly SafetyCopy[] {
  const byLibrary = Map.groupBy(copies, ({ library }) => library)
  const gone = [...byLibrary.values()].flatMap((own) => goingOf(own, now))
  return gone.sort((a, b) => a.number - b.number).slice(0, MOST_REMOVED)
}

function goingOf(own: readonly SafetyCopy[], now: number): readonly SafetyCopy[] {
  const newestFirst = [...own].sort((a, b) => b.number - a.number)
  const taken = new Set<string>()
  return newestFirst.filter((copy, i) => {
    const place = placeOf(copy, now)
    if (i > 0 && place === 'gone') return true
    const isFirst = i === 0 || place === null || !taken.has(place)
    if (place !== null) taken.add(place)
    const next = newestFirst[i - 1]
    return !isFirst && next !== undefined && next.letters * 2 >= copy.letters
  })
}

// The day, week or month that a copy may stand for; null where each one stays.
function placeOf({ time }: SafetyCopy, now: number): string | null {
  const at = Date.parse(time)
  const age = now - at
  if (age <= 2 * DAY) return null
  if (age <= 14 * DAY) return time.slice(0, 10)
  if (age <= 56 * DAY) return `week ${Math.floor(at / (7 * DAY))}`
  return age <= 366 * DAY ? time.slice(0, 7) : 'gone'
}
