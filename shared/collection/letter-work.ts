import type { Anchors, CanonicalLetter, CanonicalText } from '../letter/canonical.ts'
import type { MachineText } from '../letter/machine-text.ts'
import type { Records } from '../letter/records.ts'

/** What was done on one machine text: everything of a canonical text that changes. */
export interface TextWork {
  readonly anchors: Anchors
  readonly records: Records
}

/** What was done on both sides of a letter: what a snapshot holds. */
export interface LetterWork {
  readonly translation: TextWork
  readonly original: TextWork | null
}

/** The machine texts of both sides: what is written once. */
export interface LetterTexts {
  readonly translation: MachineText
  readonly original: MachineText | null
}

/** The part of a letter that changes. */
export function workOf(letter: CanonicalLetter): LetterWork {
  const { translation, original } = letter
  return { translation: workOfText(translation), original: original && workOfText(original) }
}

/** The part of a letter that never changes. */
export function textsOf(letter: CanonicalLetter): LetterTexts {
  return { translation: letter.translation.machine, original: letter.original?.machine ?? null }
}

/** A letter put together again. Throws a RangeError where one part has an original and the other has none. */
export function joinLetter(id: string, texts: LetterTexts, work: LetterWork): CanonicalLetter {
  if ((texts.original === null) !== (work.original === null))
    throw new RangeError(`Letter ${id}: only one of text and work has an original`)
  const original =
    texts.original && work.original ? { machine: texts.original, ...work.original } : null
  return { id, translation: { machine: texts.translation, ...work.translation }, original }
}

function workOfText({ anchors, records }: CanonicalText): TextWork {
  return { anchors, records }
}
