/** A date read in a line: its end there (UTF-16 offset, behind all that belongs to it), and its numbers; the year as printed, if any. */
export interface LineDate {
  readonly end: number
  readonly day: number
  readonly month: number
  readonly year: number | undefined
}

const MONTHS = [
  /^jan(uary)?$|^январ[ья]$/i,
  /^feb(ruary)?$|^феврал[ья]$/i,
  /^mar(ch)?$|^марта?$/i,
  /^apr(il)?$|^апрел[ья]$/i,
  /^may$|^ма[йя]$/i,
  /^june?$|^июн[ья]$/i,
  /^july?$|^июл[ья]$/i,
  /^aug(ust)?$|^августа?$/i,
  /^sept?(ember)?$|^сентябр[ья]$/i,
  /^oct(ober)?$|^октябр[ья]$/i,
  /^nov(ember)?$|^ноябр[ья]$/i,
  /^dec(ember)?$|^декабр[ья]$/i,
]
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

const YEAR = String.raw`(?<year>\d{4}|\d{2})(?!\d)(?:\s*(?:г|g|year|года)(?!\p{L})\.?)?`
const FORMS = [
  // 14/IX-34, 1.X.33, 24 / X - 33, 2/X; the Russian Х and І look the same
  new RegExp(
    String.raw`^(?<day>\d{1,2})\s*[/.]\s*(?<month>[IVXХІ]{1,4})(?!\p{L})(?:\s*[-–—./]?\s*${YEAR})?`,
    'u',
  ),
  // September 14, 1934
  new RegExp(String.raw`^(?<month>\p{L}{3,9})\s+(?<day>\d{1,2})(?!\d)(?:\s*,?\s*${YEAR})?`, 'u'),
  // 14 September 1934, 14 сентября 1934 г.
  new RegExp(String.raw`^(?<day>\d{1,2})\s+(?<month>\p{L}{3,9})(?!\p{L})(?:\s*,?\s*${YEAR})?`, 'u'),
]

/** The date that a text begins with, undefined where it begins with none. */
export function dateAtStart(text: string): LineDate | undefined {
  if (!/^[^\n]{0,20}\d/.test(text)) return undefined
  for (const form of FORMS) {
    const found = form.exec(text)
    if (!found?.groups) continue
    const month = monthOf(found.groups.month!)
    const day = Number(found.groups.day)
    if (month === 0 || day < 1 || day > 31) continue
    const { year } = found.groups
    return { end: found[0].length, day, month, year: year === undefined ? undefined : Number(year) }
  }
  return undefined
}

/** Whether a printed date, whose year may be short or missing, is the day `when` (YYYY-MM-DD). */
export function isDay({ day, month, year }: LineDate, when: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(when)
  if (!found || Number(found[2]) !== month || Number(found[3]) !== day) return false
  const full = Number(found[1])
  return year === undefined || year === full || year === full % 100
}

function monthOf(name: string): number {
  const roman = ROMAN.indexOf(name.replaceAll('Х', 'X').replaceAll('І', 'I'))
  return (roman === -1 ? MONTHS.findIndex((month) => month.test(name)) : roman) + 1
}
