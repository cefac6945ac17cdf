import { w3cMoment } from '../tei/w3c-date.ts'

/** What a file of exchange says of itself: the day or time it is made (ISO 8601), the program's version, the title of the edition. */
export interface ExchangeOptions {
  readonly date: string
  readonly version: string
  readonly title: string
}

/** A time as TMX writes it (ISO 8601 basic, UTC: 20261121T093000Z); undefined where the value is no day and no time. */
export function basicTime(value: string): string | undefined {
  const moment = w3cMoment(value)
  if (moment === undefined || moment.length < 10) return undefined
  const time = new Date(
    moment.length === 10 || /[Z+]|-\d\d:\d\d$/.test(moment) ? moment : `${moment}Z`,
  )
  return time.toISOString().replace(/[-:]|\.\d+/g, '')
}
