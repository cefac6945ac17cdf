import { readDateValue } from './read-date.ts'

/**
 * Reads a typed time as a W3C dateTime without zone: `1934-09-14 15:27`, `14/IX-34 15:27`, or `15:27` on the letter's own day
 * (`day`, a W3C date); a day alone stays a day. Null where it cannot be read.
 */
export function readTime(typed: string, day: string): string | null {
  const text = typed.trim()
  const clock = /(?:^|[\sT,]+)(\d{1,2})[:.](\d\d)(?::(\d\d))?$/.exec(text)
  if (!clock) return fullDay(text, day)
  const [all, hours = '', minutes = '', seconds = '00'] = clock
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null
  const date = fullDay(text.slice(0, text.length - all.length) || day, day)
  return date && `${date}T${hours.padStart(2, '0')}:${minutes}:${seconds}`
}

/** A W3C dateTime as it is shown in a field: `1934-09-14 15:27`. */
export function showTime(value: string): string {
  return value.replace('T', ' ').replace(/(\d\d:\d\d):00$/, '$1')
}

function fullDay(words: string, context: string): string | null {
  const date = readDateValue(words, context)
  return date && /^\d{4}-\d\d-\d\d$/.test(date) ? date : null
}
