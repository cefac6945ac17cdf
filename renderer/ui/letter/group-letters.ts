import type { LetterRow } from '../../session/session.ts'

/** What a list of letters in order of date is made of: a month (`YYYY-MM`, `YYYY` where no month is known, '' without a date) with its count, or a letter. */
export type ListItem =
  | { readonly type: 'month'; readonly month: string; readonly count: number }
  | { readonly type: 'letter'; readonly row: LetterRow }

/** The letters in order of date, those of one day in order of id, grouped by month; letters without a date come last. Keeps the rows as they are. */
export function groupLetters(rows: readonly LetterRow[]): readonly ListItem[] {
  const sorted = [...rows].sort(compareRows)
  const items: ListItem[] = []
  let start = 0
  while (start < sorted.length) {
    const month = monthOf(sorted[start] as LetterRow)
    let end = start
    while (end < sorted.length && monthOf(sorted[end] as LetterRow) === month) end++
    items.push({ type: 'month', month, count: end - start })
    for (const row of sorted.slice(start, end)) items.push({ type: 'letter', row })
    start = end
  }
  return items
}

function monthOf(row: LetterRow): string {
  return row.dateSort.slice(0, 7)
}

function compareRows(a: LetterRow, b: LetterRow): number {
  if (a.dateSort === '' || b.dateSort === '') {
    if (a.dateSort !== b.dateSort) return a.dateSort === '' ? 1 : -1
  }
  return compare(a.dateSort, b.dateSort) || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
