import { formatArchive } from '../format-archive.ts'
import { isNameOf } from '../is-name-of.ts'
import { readReference } from '../read-archive.ts'
import { readDate } from '../read-date.ts'
import { readNumericDate } from '../read-numeric-date.ts'
import type { DateReading } from '../reading.ts'

/** What is known of the letter a rule is tried on; empty where a rule is tried on a line alone. */
export interface RuleContext {
  readonly senders: readonly string[]
  readonly recipients: readonly string[]
  readonly year: number | null
}

/** A rule's span as printed with the named groups of its pattern. */
export interface PrintedSpan {
  readonly printed: string
  readonly groups: Readonly<Record<string, string | undefined>>
}

/** What a span means; `factor` (0–1) lowers the confidence of the rule. */
export interface NormalisedSpan {
  readonly value: string
  readonly factor?: number
}

/** Reads what a span means; null where it cannot be what the rule says. */
export type Normaliser = (span: PrintedSpan, context: RuleContext) => NormalisedSpan | null

const two = (n: number): string => String(n).padStart(2, '0')

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\s+(?=[.,;:!])/g, '')
    .trim()

function normaliseTime({ groups }: PrintedSpan): NormalisedSpan | null {
  const hour = Number(groups.h)
  const minute = Number((groups.m ?? groups.m2 ?? '0').replace(/\D/g, ''))
  if (Number.isNaN(hour) || hour > 24 || minute > 59) return null
  const half = groups.half?.toLowerCase()
  if (half === undefined) return { value: `${two(hour % 24)}:${two(minute)}` }
  if (hour < 1 || hour > 12) return null
  const afternoon = half.startsWith('p') || half === 'noon'
  return { value: `${two((hour % 12) + (afternoon ? 12 : 0))}:${two(minute)}` }
}

/** A date as one string of ISO 8601-2: a day, `../day` (not after), `day/..` (not before), `day/day`; empty where it has no value. */
export function formatDate({ when, notBefore, notAfter, from, to }: DateReading): string {
  if (when !== undefined) return when
  if (from !== undefined && to !== undefined) return `${from}/${to}`
  if (notBefore === undefined && notAfter === undefined) return ''
  return `${notBefore ?? '..'}/${notAfter ?? '..'}`
}

function normaliseNumericDate(printed: string, year: number | null): NormalisedSpan | null {
  const read = readNumericDate(printed)
  if (read === null) return null
  const known = read.year ?? year
  const value = `${known ?? '-'}-${two(read.month)}-${two(read.day)}`
  return { value, factor: (read.misread ? 0.85 : 1) * (read.year === null ? 0.95 : 1) }
}

function normaliseDate({ printed }: PrintedSpan, { year }: RuleContext): NormalisedSpan | null {
  const numeric = normaliseNumericDate(printed, year)
  if (numeric !== null) return numeric
  // "August 12, 31" is of 1931, but "August 12" is a day.
  const full = printed.replace(/(?<=\d,?\s)[’']?(\d\d)$/, (_, last: string) => `19${last}`)
  const dated = readDate(full)?.date ?? readDate(printed)?.date
  const value = dated === undefined ? '' : formatDate(dated)
  if (value !== '') return { value }
  const inferred = year === null ? null : readDate(`${printed}, ${year}`)
  const read = inferred === null ? '' : formatDate(inferred.date)
  return read === '' ? null : { value: read, factor: 0.95 }
}

const NUMBER_WORDS: readonly (readonly string[])[] = [
  'one two three four five six seven eight nine ten'.split(' '),
  'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' '),
  'первое второе третье четвертое пятое шестое седьмое восьмое девятое десятое'.split(' '),
  'erstens zweitens drittens viertens fünftens'.split(' '),
]

function normalisePoint({ printed }: PrintedSpan): NormalisedSpan {
  const mark = printed.replace(/[\s().]/g, '')
  const word = mark.toLowerCase().replaceAll('ё', 'е')
  const row = NUMBER_WORDS.find((words) => words.includes(word))
  return { value: row === undefined ? mark : String(row.indexOf(word) + 1) }
}

function normaliseArchive({ printed }: PrintedSpan): NormalisedSpan | null {
  const reference = readReference(printed)
  if (reference === null) return null
  const misread = (reference.inferred ?? []).length > 0
  return { value: formatArchive(reference), factor: misread ? 0.85 : 1 }
}

/** Names of a run of them; titles and joining words aside. */
function splitNames(printed: string): string[] {
  return printed
    .split(/[,;]|\.\s(?=\p{Lu}\p{L})|\s(?:and|и)\s/u)
    .map((name) => name.replace(/^\s*(?:[TТ]|Tov|Тов|Comr|Comrade|Товарищ)[\s.]+/gu, '').trim())
    .filter((name) => !/^(?:[TТ]|Tov|Тов|Comr)?\.?$/u.test(name))
}

function normaliseRecipient(
  { printed }: PrintedSpan,
  { recipients }: RuleContext,
): NormalisedSpan | null {
  const names = splitNames(printed)
  const known = names.every((name) => recipients.some((recipient) => isNameOf(name, recipient)))
  if (recipients.length > 0 && !known) return null
  return { value: tidy(printed), factor: recipients.length > 0 ? 1 : 0.5 }
}

function normaliseSignature(
  { printed }: PrintedSpan,
  { senders }: RuleContext,
): NormalisedSpan | null {
  const value = tidy(printed)
  if (senders.length === 0) return { value, factor: 0.7 }
  if (senders.some((sender) => isNameOf(printed, sender))) return { value }
  // Somebody who signed and is not in the heading has at least an initial.
  return /^\p{Lu}\.\s?\p{Lu}/u.test(printed) ? { value, factor: 0.6 } : null
}

function normaliseReference({ groups }: PrintedSpan, { year }: RuleContext): NormalisedSpan | null {
  const { doc, note, date, n } = groups
  if (doc !== undefined) {
    const numbers = doc.replace(/\s(?:and|и|und)\s/gu, ', ')
    const named = /^\d+$/.test(numbers) ? `document ${numbers}` : `documents ${numbers}`
    return { value: note === undefined ? named : `${named}, note ${note}` }
  }
  if (n !== undefined) return { value: `dispatch ${n.replace(/\s(?:and|и)\s/gu, ', ')}` }
  if (date === undefined) return null
  const read = normaliseDate({ printed: date, groups: {} }, { senders: [], recipients: [], year })
  return read === null
    ? { value: `letter of ${date}`, factor: 0.9 }
    : { value: `letter of ${read.value}`, factor: read.factor ?? 1 }
}

/** What `@name` in the value of a rule does. */
export const NORMALISERS: ReadonlyMap<string, Normaliser> = new Map<string, Normaliser>([
  ['text', ({ printed }) => ({ value: tidy(printed) })],
  ['time', normaliseTime],
  ['date', normaliseDate],
  ['point', normalisePoint],
  ['archive', normaliseArchive],
  ['recipient', normaliseRecipient],
  ['signature', normaliseSignature],
  ['reference', normaliseReference],
])
