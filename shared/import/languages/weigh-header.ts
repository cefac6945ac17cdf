import { isSameName } from '../../translate/name-skeleton.ts'
import type { Chances } from './chances.ts'
import type { Fingerprint } from './fingerprint.ts'
import type { PairingEvidence } from './pairing.ts'

// Hit rates of true pairs: 1 − the share of headings whose date or names the machine or the print has spoilt.
const SAME_DATE = 0.95
const SAME_PARTY = 0.95
const SAME_ARCHIVE = 0.85

const DAY_MS = 86_400_000

/** Two texts to be compared; which is which only matters for the sentences. */
export interface Compared {
  readonly translation: Fingerprint
  readonly original: Fingerprint
  readonly chances: Chances
}

/** The dates of both: the same, overlapping, a day or two apart (of writing and of sending), or others; null where one is unknown. */
export function weighDate({ translation, original, chances }: Compared): PairingEvidence | null {
  const [a, b] = [spanOf(translation), spanOf(original)]
  if (a === null || b === null) return null
  const names = `${sayDate(translation)} and ${sayDate(original)}`
  const chance = chances.date(original)
  if (a.from <= b.to && b.from <= a.to) {
    const same =
      translation.earliest === original.earliest && translation.latest === original.latest
    const weight = Math.log(SAME_DATE / chance) * (same ? 1 : 0.5)
    const text = same ? `Both are dated ${sayDate(translation)}.` : `The dates fit: ${names}.`
    return { kind: 'date', agrees: true, weight, text }
  }
  const apart = Math.max(a.from - b.to, b.from - a.to) / DAY_MS
  if (apart <= 2) {
    const text = `The dates are ${apart === 1 ? 'a day' : 'two days'} apart: ${names}.`
    return { kind: 'date', agrees: false, weight: -1.2, text }
  }
  const weight = Math.log((1 - SAME_DATE) / 2 / (1 - chance))
  return { kind: 'date', agrees: false, weight, text: `The dates differ: ${names}.` }
}

function sayDate({ earliest, latest }: Fingerprint): string {
  if (earliest === latest) return sayDay(earliest)
  if (earliest === '') return `before ${sayDay(latest)}`
  return latest === '' ? `after ${sayDay(earliest)}` : `${sayDay(earliest)} – ${sayDay(latest)}`
}

function sayDay(iso: string): string {
  const [year = '', month, day] = iso.split('-')
  if (month === undefined) return year
  const name = MONTHS[Number(month) - 1] ?? month
  return day === undefined ? `${name} ${year}` : `${name} ${Number(day)}, ${year}`
}

const MONTHS =
  'January February March April May June July August September October November December'.split(' ')

// A date "before" or "after" a day means some weeks, not for ever.
const OPEN_MS = 45 * DAY_MS

function spanOf({ earliest, latest }: Fingerprint): { from: number; to: number } | null {
  const from = earliest === '' ? Number.NaN : firstMoment(earliest)
  const to = latest === '' ? Number.NaN : lastMoment(latest)
  if (Number.isNaN(from) && Number.isNaN(to)) return null
  if (Number.isNaN(from)) return { from: to - OPEN_MS, to }
  return { from, to: Number.isNaN(to) ? from + OPEN_MS : to }
}

/** Milliseconds of the first day of an ISO year, month or day, UTC. */
export function firstMoment(iso: string): number {
  const [year, month = 1, day = 1] = iso.slice(0, 10).split('-').map(Number)
  return Date.UTC(year ?? Number.NaN, month - 1, day)
}

/** Milliseconds of the last day of an ISO year, month or day, UTC. */
export function lastMoment(iso: string): number {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number)
  if (day !== undefined) return firstMoment(iso)
  return Date.UTC(year ?? Number.NaN, month ?? 12, 0)
}

/** The addressees and the senders of both; nothing is said where one side names none. */
export function weighParties(compared: Compared): PairingEvidence[] {
  const roles = [
    ['recipients', 'addressee', 'are to'],
    ['senders', 'sender', 'are from'],
  ] as const
  return roles.flatMap(([role, word, verb]): PairingEvidence[] => {
    const { translation, original, chances } = compared
    const [a, b] = [translation[role], original[role]]
    if (a.length === 0 || b.length === 0) return []
    const common = b.find((name) => a.some((other) => isSameName(name, other)))
    const [there, here] = [translation, original].map(({ printed }) => printed[role].join(', '))
    if (common !== undefined) {
      const weight = Math.log(SAME_PARTY / chances.party(common))
      return [{ kind: 'parties', agrees: true, weight, text: `Both ${verb} ${there} (${here}).` }]
    }
    const weight = Math.log((1 - SAME_PARTY) / 0.7)
    const text = `The ${word} is another: ${there} in the translation, ${here} in the Russian text.`
    return [{ kind: 'parties', agrees: false, weight, text }]
  })
}

/** Whether both are said to lie in one archive file (fond, opis and delo); null where one gives no full reference. */
export function weighArchive({ translation, original, chances }: Compared): PairingEvidence | null {
  if (translation.archive.length === 0 || original.archive.length === 0) return null
  const [a, b] = [sayArchive(translation), sayArchive(original)]
  if (original.archive.some((key) => translation.archive.includes(key))) {
    const weight = Math.log(SAME_ARCHIVE / chances.archive)
    return { kind: 'heading', agrees: true, weight, text: `Both come from the same file, ${a}.` }
  }
  const weight = Math.log((1 - SAME_ARCHIVE) / (1 - chances.archive))
  const text = `The archive files differ: ${a} and ${b}.`
  return { kind: 'heading', agrees: false, weight, text }
}

function sayArchive({ printed }: Fingerprint): string {
  const [first] = printed.archive
  return first ? `f. ${first.fond}, op. ${first.opis}, d. ${first.delo}` : ''
}
