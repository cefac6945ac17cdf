import { sayValue } from '../translate/find-values.ts'
import type { PrintedNumber } from './printed-numbers.ts'

const WORDS = ' one two three four five six seven eight nine ten'.split(' ')
const SUFFIX: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' }
const ORDER = new Intl.PluralRules('en', { type: 'ordinal' })

/** A number of the original as it would be printed in place of a wrong one of the translation, in that one's form; null where the forms do not fit. */
export function printInEnglish(right: PrintedNumber, wrong: PrintedNumber): string | null {
  if (right.day !== null || wrong.day !== null) return printDay(right, wrong)
  const value = right.values[0] ?? 0
  if (right.soft) return WORDS[value] ?? null
  if (!/^\d/.test(wrong.text)) return null
  if (wrong.ordinal) return `${value}${SUFFIX[ORDER.select(value)] ?? 'th'}`
  if (/^\d+$/.test(wrong.text)) return value >= 10_000 ? value.toLocaleString('en') : String(value)
  const [times, name] = multiplierOf(wrong.text)
  return `${(value / times).toLocaleString('en', { maximumFractionDigits: 3 })}${name}`
}

// Days with Roman months are printed alike in both languages.
function printDay({ day, text }: PrintedNumber, wrong: PrintedNumber): string | null {
  if (day === null || wrong.day === null) return null
  return /[IVX]/.test(wrong.text) ? text.trim() : sayValue(day)
}

function multiplierOf(text: string): readonly [times: number, name: string] {
  if (/million/i.test(text)) return [1_000_000, ' million']
  return /thousand/i.test(text) ? [1000, ' thousand'] : [1, '']
}
