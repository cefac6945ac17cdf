import type { CanonicalLetter } from '../canonical.ts'
import type { Block } from '../machine-text.ts'
import { composeLetters } from './compose-letters.ts'
import type { LineRef, Rearranged } from './letter-plan.ts'
import { placeOfNote } from './split-letter.ts'

/**
 * Moves lines of the translation from the edge of a letter to its neighbour. `lines` are blocks of `giver`; those of the text
 * come to stand at the `end` of the text of `taker` or at its `start`, those of notes with its notes. `ids` are those of the new giver
 * and taker. Throws a RangeError where nothing would be left.
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
  const notes = refs(
    giver,
    moved.filter(({ note }) => note !== undefined),
  )
  const text = refs(
    giver,
    moved.filter(({ note }) => note === undefined),
  )
  const tail = own.findLastIndex(({ kind }) => kind !== 'note' && kind !== 'separator') + 1
  const firstNote = own.findIndex(({ note }, i) => i >= tail && note !== undefined)
  const beforeNotes = firstNote < 0 ? own.length : firstNote
  const taken =
    to === 'start'
      ? [
          ...text,
          ...refs(taker, own.slice(0, beforeNotes)),
          ...notes,
          ...refs(taker, own.slice(beforeNotes)),
        ]
      : [...refs(taker, own.slice(0, tail)), ...text, ...refs(taker, own.slice(tail)), ...notes]
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

/**
 * The lines that go with one to the neighbour: from the line to the letter's edge (its start for `previous`, the end of its text
 * for `next`) with the notes that are called there; of a line in a note, that note.
 */
export function linesToMove(
  letter: CanonicalLetter,
  line: string,
  to: 'previous' | 'next',
): readonly string[] {
  const { translation } = letter
  const { blocks } = translation.machine
  const at = blocks.findIndex(({ id }) => id === line)
  const note = blocks[at]?.note
  if (note !== undefined) return blocks.filter((block) => block.note === note).map(({ id }) => id)
  const isText = ({ kind }: Block) => kind !== 'note' && kind !== 'separator'
  const ids = blocks
    .filter((block, i) => isText(block) && (to === 'previous' ? i <= at : i >= at))
    .map(({ id }) => id)
  const called = (id: string) => ids.includes(placeOfNote(translation, id) ?? '')
  const notes = blocks.filter((block) => block.note !== undefined && called(block.note))
  return [...ids, ...notes.map(({ id }) => id)]
}
