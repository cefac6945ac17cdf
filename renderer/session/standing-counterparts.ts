import type { Counterpart } from '../../shared/letter/records.ts'
import type { LetterRow } from './session.ts'

type Row = Pick<LetterRow, 'id' | 'madeFrom'>

/** The letters that stand for one that was split, joined or cut anew; none where it is gone for another reason. */
function successorsOf(id: string, rows: readonly Row[]): readonly string[] {
  // A text taken away from a letter as its original was made from it too, but does not stand for it.
  const apart = `${id}-original`
  return rows
    .filter((row) => row.madeFrom?.includes(id) === true && !row.id.startsWith(apart))
    .map((row) => row.id)
}

/**
 * What is said of other letters, of those that stand now: where a letter was split or joined since, what was said of it is said of
 * each letter made from it, unless something was said of that one itself. `self` is the letter that says it.
 */
export function standingCounterparts(
  counterparts: readonly Counterpart[],
  rows: readonly Row[],
  self: string,
): readonly Counterpart[] {
  const live = new Set(rows.map(({ id }) => id))
  if (counterparts.every(({ letter }) => live.has(letter))) return counterparts
  const said = new Set(counterparts.map(({ letter }) => letter))
  return counterparts.flatMap((one): readonly Counterpart[] => {
    if (live.has(one.letter)) return [one]
    const found = successorsOf(one.letter, rows)
    if (found.length === 0) return [one]
    const fresh = found.filter((letter) => letter !== self && !said.has(letter))
    for (const letter of fresh) said.add(letter)
    return fresh.map((letter) => ({ ...one, letter }))
  })
}
