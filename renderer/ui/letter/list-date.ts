import { readDate } from '../../../shared/import/read-date.ts'

/** The date of a letter for a list grouped by month: `14 Sept`, `[14 Sept]` where supplied, else the words as printed. */
export function listDate(dateText: string, dateSort: string, locale: string): string {
  const words = dateText.trim()
  const read = readDate(words)?.date
  const plain = words === '' || read?.when !== undefined
  if (!plain || !/^\d{4}-\d\d-\d\d$/.test(dateSort)) return words || dateSort
  const short = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${dateSort}T00:00:00Z`))
  return read?.supplied && words.startsWith('[') ? `[${short}]` : short
}

/** A month (`YYYY-MM`) or year (`YYYY`) as a heading: `September 1934`; '' stays ''. */
export function monthHeading(month: string, locale: string): string {
  if (!/^\d{4}-\d\d$/.test(month)) return month
  const words = new Intl.DateTimeFormat(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`))
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1)
}
