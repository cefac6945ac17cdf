import { readDate } from '../../../shared/import/read-date.ts'

const W3C = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/

/** Whether the text is a W3C date (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`) that exists in the calendar. */
export function isW3cDate(text: string): boolean {
  const parts = W3C.exec(text)
  if (!parts) return false
  const [, year, month, day] = parts
  if (month === undefined) return true
  if (Number(month) < 1 || Number(month) > 12) return false
  if (day === undefined) return true
  // Day 0 of the next month is the last day of this one; setUTCFullYear keeps years below 100 as they are.
  const last = new Date(0)
  last.setUTCFullYear(Number(year), Number(month), 0)
  return Number(day) >= 1 && Number(day) <= last.getUTCDate()
}

/**
 * Reads typed or printed words as one W3C date: `1934-09`, `14/IX-34`, `14.9.1934`, `September 14, 1934`. A date without
 * a year takes the year of `context` (the letter's own W3C date) where there is one. Null where the words are no single date.
 */
export function readDateValue(words: string, context = ''): string | null {
  const text = words.trim()
  if (W3C.test(text)) return isW3cDate(text) ? text : null
  const given = readDate(text)?.date.when
  if (given) return given
  const year = /^\d{4}/.exec(context)?.[0]
  if (!year || !/\p{L}/u.test(text) || /\d{3}/.test(text)) return null
  return readDate(`${text.replace(/[\s,]+$/, '')}, ${year}`)?.date.when ?? null
}
