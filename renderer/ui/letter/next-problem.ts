import type { Problem } from '../../../shared/check/problem.ts'
import type { Side } from '../../../shared/letter/canonical.ts'

/** A place in the machine text of a side, where a selection begins. */
export interface Cursor {
  readonly side: Side
  readonly block: string
  /** In UTF-16 units of the block's text. */
  readonly offset: number
}

/** The problem the keys went to last: where in the list it was, and where the cursor stood then (null: in the form). */
export interface Reached {
  readonly id: string
  readonly index: number
  readonly cursor: Cursor | null
}

/** From where one goes on: the cursor, where the text has the focus, and what was reached last in this letter. */
export interface From {
  readonly cursor: Cursor | null
  readonly reached: Reached | null
  /** The place of a block among all of the letter, the translation first. */
  readonly rankOf: (side: Side, block: string) => number
}

/**
 * The index of the problem that comes next (1) or before (-1), round and round, of a list in the order of the text; -1 for an empty
 * one. Who has gone elsewhere with the cursor goes on from there, who has not from the problem reached last; in a letter that has
 * just been opened the first comes first, with what has no place in the text.
 */
export function nextProblemIndex(
  problems: readonly Problem[],
  { cursor, reached, rankOf }: From,
  direction: 1 | -1,
): number {
  const count = problems.length
  if (count === 0) return -1
  const round = (index: number) => (index + count) % count
  const at = reached ? problems.findIndex(({ id }) => id === reached.id) : -1
  const hasStayed = cursor === null || (reached !== null && isSamePlace(cursor, reached.cursor))
  if (hasStayed && at >= 0) return round(at + direction)
  if (cursor !== null) return fromCursor(problems, cursor, { reached, rankOf }, direction)
  if (reached === null) return direction === 1 ? 0 : count - 1
  // What was settled has left the list: the next one now stands in its place.
  return round(direction === 1 ? reached.index : reached.index - 1)
}

function fromCursor(
  problems: readonly Problem[],
  cursor: Cursor,
  { reached, rankOf }: Pick<From, 'reached' | 'rankOf'>,
  direction: 1 | -1,
): number {
  const rank = rankOf(cursor.side, cursor.block)
  if (reached === null && direction === 1 && rank <= 0 && cursor.offset === 0) return 0
  // What has no place in the text stands before all that has.
  const order = ({ side, range }: Problem) =>
    range ? rankOf(side, range.block) - rank || range.from - cursor.offset : -1
  const found =
    direction === 1
      ? problems.findIndex((one) => order(one) >= 0)
      : problems.findLastIndex((one) => order(one) < 0)
  if (found >= 0) return found
  return direction === 1 ? 0 : problems.length - 1
}

function isSamePlace(one: Cursor, other: Cursor | null): boolean {
  return other?.side === one.side && other.block === one.block && other.offset === one.offset
}
