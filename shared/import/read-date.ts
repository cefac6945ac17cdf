import {
  CERTAINTY_PATTERNS,
  type Certainty,
  DATE_CONNECTORS,
  DATE_FILLERS,
  MONTHS,
} from './date-patterns.ts'
import { findPattern } from './pattern.ts'
import { readNumericDate } from './read-numeric-date.ts'
import type { DateReading } from './reading.ts'

interface Part {
  day?: number
  month?: number
  year?: number
}

const BRACKETS = /[[\](){}<>⟨⟩〈〉‹›]/g
const TOKEN =
  /\d{4}-\d\d-\d\d|\d{1,2}\s?[./]\s?(?:\d{1,2}|[IVXХУПШТTl1]{1,5})\s?[./–—-]{1,2}\s?\d{2,4}|\d+|[-–—]|\p{L}+/giu

/** A number behind a numeric date calls a note. */
const TRAILING_CALLOUT =
  /^(\d{1,2}\s?[./]\s?[IVXХУПШТTl1]{1,5}\s?[./–—-]{1,2}\s?\d{2,4})\s+\d{1,2}$/u

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

/** ISO 8601, as exact as the parts are; null where no such day exists or the year is missing. */
function toIso(part: Part): string | null {
  if (part.year === undefined) return null
  const year = String(part.year).padStart(4, '0')
  if (part.month === undefined) return part.day === undefined ? year : null
  if (part.month < 1 || part.month > 12) return null
  const month = `${year}-${String(part.month).padStart(2, '0')}`
  if (part.day === undefined) return month
  if (part.day < 1 || part.day > daysIn(part.year, part.month)) return null
  return `${month}-${String(part.day).padStart(2, '0')}`
}

/** `6.VIII.31`, `6/8-1931`, `27/VTII — 31` and `1931-08-06`; two-digit years belong to the twentieth century. */
function readNumeric(token: string): Part | null {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(token)
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
  const read = readNumericDate(token)
  if (read === null || read.year === null) return null
  return { year: read.year, month: read.month, day: read.day }
}

function setNumber(part: Part, token: string): boolean {
  if (token.length === 4 && part.year === undefined) part.year = Number(token)
  else if (token.length <= 3 && part.day === undefined) part.day = Number(token)
  else return false
  return true
}

/** Puts one token into the part; false where it does not belong into a date. */
function take(part: Part, token: string): boolean {
  if (/^\d+$/.test(token)) return setNumber(part, token)
  const numeric = /^\d/.test(token) ? readNumeric(token) : null
  if (numeric !== null) {
    Object.assign(part, numeric)
    return true
  }
  const month = MONTHS.get(token.toLowerCase())
  if (month === undefined || part.month !== undefined) return false
  part.month = month
  return true
}

/** One date or two with the word between them; null where anything else stands in the text. */
function readParts(text: string): { parts: Part[]; either: boolean } | null {
  const parts: Part[] = [{}]
  let either = false
  const plain = text.replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1')
  if (/[^\p{L}\d\s.,;:/–—-]/u.test(plain)) return null
  for (const [token] of plain.matchAll(TOKEN)) {
    const word = token.toLowerCase()
    const connector = DATE_CONNECTORS.get(word)
    if (connector !== undefined) {
      either ||= connector === 'either'
      parts.push({})
    } else if (!DATE_FILLERS.has(word)) {
      const part = parts.at(-1)
      if (part === undefined || !take(part, token)) return null
    }
  }
  const filled = parts.filter((part) => Object.keys(part).length > 0)
  return filled.length === 0 || filled.length > 2 ? null : { parts: filled, either }
}

function inherit(first: Part, second: Part): void {
  second.year ??= first.year as number
  first.year ??= second.year
  second.month ??= first.month as number
  first.month ??= second.month
}

/** Takes the words of certainty off the front. */
function readCertainty(text: string): { certainty: Certainty; rest: string } {
  let certainty: Certainty = 'none'
  let rest = text
  for (let round = 0; round < 4; round++) {
    const row = findPattern(CERTAINTY_PATTERNS, rest)
    if (row === null) break
    if (row.certainty !== 'none') certainty = row.certainty
    rest = rest.replace(row.pattern, '').trimStart()
  }
  return { certainty, rest }
}

type Values = Pick<DateReading, 'when' | 'notBefore' | 'notAfter' | 'from' | 'to'>

function toValues(parts: readonly Part[], certainty: Certainty, either: boolean): Values | null {
  const [first, second] = parts
  if (first === undefined) return null
  if (second === undefined) {
    const value = toIso(first)
    if (value === null) return null
    if (certainty === 'notBefore') return { notBefore: value }
    if (certainty === 'notAfter') return { notAfter: value }
    return { when: value }
  }
  inherit(first, second)
  const low = toIso(first)
  const high = toIso(second)
  if (low === null || high === null || low > high) return null
  if (certainty === 'between' || either) return { notBefore: low, notAfter: high }
  return { from: low, to: high }
}

/** How exact a printed date is, for the choice between a letter's heading and a page title. */
export type DateExactness = 'day' | 'month' | 'year' | 'none'

/** What `readDate` found beside the date itself. */
export interface ReadDate {
  readonly date: DateReading
  readonly exactness: DateExactness
}

function exactnessOf(parts: readonly Part[]): DateExactness {
  if (parts.some((part) => part.day !== undefined)) return 'day'
  if (parts.some((part) => part.month !== undefined)) return 'month'
  return 'year'
}

function rateConfidence(certainty: Certainty, doubtful: boolean, supplied: boolean): number {
  if (certainty === 'about' || doubtful) return 0.6
  return supplied ? 0.9 : 1
}

/** Whether part of a printed date stands in brackets of any kind. */
export function isSupplied(text: string): boolean {
  return text.search(BRACKETS) >= 0
}

/**
 * Reads a printed date with its brackets and words of certainty: "before X" gives `notAfter` X, "after X" `notBefore` X, "between"
 * both, a span `from` and `to`. Null where the text is no date; a day that does not exist gives a date without values, confidence 0.
 */
export function readDate(printed: string): ReadDate | null {
  const text = printed.trim()
  const supplied = isSupplied(text)
  const doubtful = text.includes('?')
  const bare = text
    .replace(TRAILING_CALLOUT, '$1')
    .replace(BRACKETS, ' ')
    .replaceAll('?', ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const { certainty, rest } = readCertainty(bare)
  const read = readParts(rest)
  if (read === null) return null
  const exactness = exactnessOf(read.parts)
  const values = toValues(read.parts, certainty, read.either)
  const confidence = values === null ? 0 : rateConfidence(certainty, doubtful, supplied)
  return { date: { ...(values ?? {}), text, supplied, confidence }, exactness }
}
