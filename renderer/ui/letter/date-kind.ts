import type { DateValue } from '../../../shared/letter/records.ts'

/** How certain a date is, as the form offers it. */
export const DATE_KINDS = ['when', 'notBefore', 'notAfter', 'between', 'range', 'none'] as const
export type DateKind = (typeof DATE_KINDS)[number]

/** Which kind of certainty a date has. */
export function dateKind(date: DateValue): DateKind {
  if (date.when) return 'when'
  if (date.from !== undefined || date.to !== undefined) return 'range'
  if (date.notBefore !== undefined && date.notAfter !== undefined) return 'between'
  if (date.notBefore !== undefined) return 'notBefore'
  return date.notAfter === undefined ? 'none' : 'notAfter'
}

/** The two ends of a date as W3C dates, '' where there is none; a single date is the first (the second where nothing but the end is known). */
export function endsOf(date: DateValue): readonly [string, string] {
  if (date.when) return [date.when, '']
  return [date.from ?? date.notBefore ?? '', date.to ?? date.notAfter ?? '']
}

/** Whether two ends stand in order; W3C dates of one era compare as strings, and an open end is always in order. */
export function isOrdered([low, high]: readonly [string, string]): boolean {
  return low === '' || high === '' || low <= high || low.startsWith(high)
}

/** The date with its words kept and its values set for a kind of certainty. An end that is '' takes the other one's value; without any value only the words stay. */
export function withDates(
  { text, supplied }: DateValue,
  kind: DateKind,
  ends: readonly [string, string],
): DateValue {
  const base = { text, supplied }
  const low = ends[0] || ends[1]
  const high = ends[1] || ends[0]
  if (low === '') return base
  switch (kind) {
    case 'when':
      return { ...base, when: low }
    case 'notBefore':
      return { ...base, notBefore: low }
    case 'notAfter':
      return { ...base, notAfter: high }
    case 'between':
      return { ...base, notBefore: low, notAfter: high }
    case 'range':
      return { ...base, from: low, to: high }
    case 'none':
      return base
  }
}
