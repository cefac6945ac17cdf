import { ROMAN_MONTHS } from './date-patterns.ts'

/** A day, a month and perhaps a year in figures; `misread` says that the month was not printed as it should be. */
export interface NumericDate {
  readonly day: number
  readonly month: number
  readonly year: number | null
  readonly misread: boolean
}

/** Letters that stand for Roman figures where a machine misread them, and Cyrillic ones that were typed for them. */
const ROMAN_LETTERS: Readonly<Record<string, string>> = {
  Х: 'X',
  У: 'V',
  І: 'I',
  П: 'II',
  Ш: 'III',
}
const MISREAD_LETTERS: Readonly<Record<string, string>> = { T: 'I', Т: 'I', l: 'I', '1': 'I' }

/** A Roman or Arabic month as printed or misread; null where it is none. */
function readMonth(printed: string): { month: number; misread: boolean } | null {
  if (/^\d{1,2}$/.test(printed)) return { month: Number(printed), misread: false }
  const typed = printed.replace(/[ХУІПШ]/gu, (letter) => ROMAN_LETTERS[letter] ?? letter)
  const mended = typed.replace(/[TТl1]/gu, (letter) => MISREAD_LETTERS[letter] ?? letter)
  const month = ROMAN_MONTHS.get(mended.toLowerCase())
  return month === undefined ? null : { month, misread: mended !== typed }
}

/** `14/VIII — 31`, `27/VTII`, `1.X.33 g`, `6/8-1931`; two-digit years belong to the twentieth century. Null where it is no such date. */
export function readNumericDate(printed: string): NumericDate | null {
  const match =
    /^\s*(\d{1,2})\s?[./]\s?([\p{L}\d]{1,5})(?:[\s./–—-]+(\d{4}|\d\d))?(?:\s?[gг]\.?)?\s*$/u.exec(
      printed,
    )
  const read = match === null ? null : readMonth(match[2] ?? '')
  if (match === null || read === null) return null
  const { month, misread } = read
  const day = Number(match[1])
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  const last = match[3]
  const year = last === undefined ? null : Number(last) + (last.length === 2 ? 1900 : 0)
  return { day, month, year, misread }
}
