import { type Chances, PAGE_CHANCES, valueChance } from './chances.ts'
import type { Fingerprint } from './fingerprint.ts'
import { firstMoment, lastMoment } from './weigh-header.ts'

/** Fingerprints of many letters with, for each thing in them, the letters that have it. Never changed once made. */
export interface LetterIndex {
  readonly prints: readonly Fingerprint[]
  /** Key of a thing → indexes into `prints`, rising. */
  readonly lists: ReadonlyMap<string, readonly number[]>
}

const DAY_MS = 86_400_000
/** A letter of a longer span of days is found by its months alone. */
const MOST_DAYS = 14
const MOST_MONTHS = 24

/** Makes the index. Time and room are linear in the letters' words with capitals and numbers. */
export function buildLetterIndex(prints: readonly Fingerprint[]): LetterIndex {
  const lists = new Map<string, number[]>()
  prints.forEach((print, at) => {
    for (const key of new Set([...dateKeys(print), ...keysOf(print)])) {
      const list = lists.get(key)
      if (list) list.push(at)
      else lists.set(key, [at])
    }
  })
  return { prints, lists }
}

/** What of a text can be looked up but its date: people of the heading, archive files, numbers and days, names. */
export function keysOf({ senders, recipients, archive, values, capitals }: Fingerprint): string[] {
  return [
    ...[...senders, ...recipients].map((name) => `party ${name}`),
    ...archive.map((file) => `file ${file}`),
    ...[...values.keys()].map((value) => `value ${value}`),
    ...[...capitals.keys()].map((name) => `name ${name}`),
  ]
}

/** The days and months a text may have been written in; none without a date. */
export function dateKeys({ earliest, latest }: Fingerprint): string[] {
  const [from, to] = [firstMoment(earliest || latest), lastMoment(latest || earliest)]
  if (Number.isNaN(from) || Number.isNaN(to) || to < from) return []
  const days = (to - from) / DAY_MS
  const iso = (moment: number) => new Date(moment).toISOString()
  const keys: string[] = []
  if (days < MOST_DAYS)
    for (let day = from; day <= to; day += DAY_MS) keys.push(`day ${iso(day).slice(0, 10)}`)
  const [year = 0, month = 1] = iso(from).slice(0, 7).split('-').map(Number)
  for (let at = 0; at < MOST_MONTHS; at++) {
    const first = Date.UTC(year, month - 1 + at, 1)
    if (first > to) break
    keys.push(`month ${iso(first).slice(0, 7)}`)
  }
  return keys
}

// What is known of any page counts as much as so many letters of the collection.
const PRIOR_LETTERS = 10

/** How common each thing is in the collection, never 0: what is in one letter of a thousand says more than what is in each. */
export function collectionChances({ prints, lists }: LetterIndex): Chances {
  const share = (key: string, anywhere: number) =>
    ((lists.get(key)?.length ?? 0) + PRIOR_LETTERS * anywhere) / (prints.length + PRIOR_LETTERS)
  return {
    date: (text) => {
      const keys = dateKeys(text)
      const days = keys.filter((key) => key.startsWith('day '))
      const shares = (days.length > 0 ? days : keys).map((key) => share(key, 0.25))
      return Math.min(
        0.5,
        shares.reduce((sum, one) => sum + one, 0),
      )
    },
    party: (name) => Math.min(0.9, share(`party ${name}`, PAGE_CHANCES.party(name))),
    archive: Math.max(0.002, PAGE_CHANCES.archive / Math.sqrt(prints.length + 1)),
    value: (key) => Math.min(0.8, share(`value ${key}`, valueChance(key))),
    name: (name) => Math.min(0.7, share(`name ${name}`, PAGE_CHANCES.name(name))),
  }
}
