const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/

/** Whether a value is a calendar date that exists: YYYY, YYYY-MM or YYYY-MM-DD (W3C date, no time). */
export function isW3cDate(value: string): boolean {
  const found = DAY.exec(value)
  if (!found) return false
  const [, year, month = '01', day = '01'] = found
  if (year === '0000') return false
  const time = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) && time.getUTCDate() === Number(day)
}

/** A date or dateTime as TEI allows it (TEI P5 14.4.2: seconds are required), undefined where the value is none. */
export function w3cMoment(value: string): string | undefined {
  if (isW3cDate(value)) return value
  const found = MOMENT.exec(value)
  if (!found || !isW3cDate(found[1]!)) return undefined
  const [, day, hours, minutes, seconds = '00', zone = ''] = found
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  return `${day}T${hours}:${minutes}:${seconds}${zone}`
}
