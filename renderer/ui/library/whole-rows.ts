/** What is seen of a list: where it is scrolled to, and how high it is without its head, in CSS pixels. */
export interface SeenPart {
  readonly top: number
  readonly height: number
}

/** Where a list is scrolled to so that a row is seen: nowhere else where it is seen already, else with a whole row at the top. CSS pixels. */
export function scrollToRow(index: number, seen: SeenPart, rowHeight: number): number {
  const begin = index * rowHeight
  if (begin < seen.top) return begin
  if (begin + rowHeight <= seen.top + seen.height) return seen.top
  const wholeRows = Math.max(1, Math.floor(seen.height / rowHeight))
  return (index - wholeRows + 1) * rowHeight
}

/** The place nearest to where a list is scrolled to at which a whole row stands at its top. CSS pixels. */
export function wholeRow(top: number, rowHeight: number): number {
  return Math.round(top / rowHeight) * rowHeight
}
