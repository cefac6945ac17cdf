import { isSame } from '../../shared/tei/patch/same.ts'
import { byDate } from '../storage/list-letters.ts'
import type { LetterRow } from './session.ts'

/**
 * The list with some letters as they are now: `ids` are those that were read again, `now` the rows of those that are there. Rows that say
 * the same stay the objects they were; where all do, the list itself is given back.
 */
export function withRows(
  letters: readonly LetterRow[],
  ids: readonly string[],
  now: readonly LetterRow[],
): readonly LetterRow[] {
  const old = new Map(letters.map((row) => [row.id, row]))
  const rows = new Map(
    now.map((row) => {
      const before = old.get(row.id)
      return [row.id, before && isSame(before, row) ? before : row]
    }),
  )
  if (ids.every((id) => old.get(id) === rows.get(id))) return letters
  const isInPlace = ids.every((id) => old.get(id)?.dateSort === rows.get(id)?.dateSort)
  if (isInPlace) return letters.map((row) => rows.get(row.id) ?? row)
  const read = new Set(ids)
  const others = letters.filter(({ id }) => !read.has(id))
  return [...others, ...rows.values()].sort(byDate)
}
