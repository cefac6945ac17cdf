/**
 * A point in a letter in machine coordinates: `offset` UTF-16 code units into the block's machine text and, where
 * text was inserted at that very offset, how far into the insertions. Without `into` the point lies before all of
 * them; `into.order` is the insertion's order key and `into.inner` (≥ 1) the code units of it that lie before the point.
 */
export interface Place {
  readonly block: string
  readonly offset: number
  readonly into?: { readonly order: number; readonly inner: number }
}

/** A stretch of machine text: `from` and `to` are UTF-16 offsets into the block's text, `from` ≤ `to`. */
export interface MachineRange {
  readonly block: string
  readonly from: number
  readonly to: number
}

/** Whether two stretches share a character of the machine text; one of no width is met only by what reaches over it. */
export function rangesMeet(one: MachineRange, other: MachineRange): boolean {
  return one.block === other.block && one.from < other.to && other.from < one.to
}

/** A stretch of the projected text, which may hold inserted characters. */
export interface Span {
  readonly from: Place
  readonly to: Place
}

/** Text that an editor put in at a machine offset; `order` (0, 1, …) ranks the insertions at one offset. */
export interface Insertion {
  readonly block: string
  readonly offset: number
  readonly order: number
  readonly text: string
}
