import type { CanonicalLetter } from '../canonical.ts'
import type { Block } from '../machine-text.ts'
import { composeLetters } from './compose-letters.ts'
import type { LineRef, Rearranged } from './letter-plan.ts'

/**
 * Moves lines of the translation from the edge of a letter to its neighbour. `lines` are blocks of `giver`; they come to stand
 * at the `end` of `taker` (lines of a note behind its notes, others before its notes) or at its `start`. `ids` are those of
 * the new giver and taker. Throws a RangeError where nothing would be left.
 */
export function moveLines(
  giver: CanonicalLetter,
  taker: CanonicalLetter,
  lines: readonly string[],
  to: 'start' | 'end',
  ids: readonly [string, string],
): Rearranged {
  const moved = giver.translation.machine.blocks.filter(({ id }) => lines.includes(id))
  const left = giver.translation.machine.blocks.filter(({ id }) => !lines.includes(id))
  const refs = (letter: CanonicalLetter, blocks: readonly Block[]): LineRef[] =>
    blocks.map((block) => ({ letter: letter.id, block: block.id }))
  const own = taker.translation.machine.blocks
  const notes = moved.filter(({ note }) => note !== undefined)
  const text = moved.filter(({ note }) => note === undefined)
  const tail = tailStart(own)
  const taken =
    to === 'start'
      ? [...refs(giver, moved), ...refs(taker, own)]
      : [
          ...refs(taker, own.slice(0, tail)),
          ...refs(giver, text),
          ...refs(taker, own.slice(tail)),
          ...refs(giver, notes),
        ]
  const whole = (letter: CanonicalLetter) =>
    letter.original && refs(letter, letter.original.machine.blocks)
  return composeLetters(
    [giver, taker],
    [
      {
        id: ids[0],
        header: giver.translation.records.header,
        translation: refs(giver, left),
        original: whole(giver),
      },
      {
        id: ids[1],
        header: taker.translation.records.header,
        translation: taken,
        original: whole(taker),
      },
    ],
  )
}

/** Where the notes at the end of a letter begin, the line above them included; the number of lines where it has none. */
function tailStart(blocks: readonly Block[]): number {
  const last = blocks.findLastIndex(({ kind }) => kind !== 'note' && kind !== 'separator')
  return last + 1
}
