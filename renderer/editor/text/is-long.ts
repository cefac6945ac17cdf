import type { DocRange } from './spans.ts'

/** More characters than a tall window shows of a column of 75 characters (some 50 lines). */
const LONG = 4000

/** Whether a block of text is longer than a window. */
export function isLong({ from, to }: DocRange): boolean {
  return to - from > LONG
}
