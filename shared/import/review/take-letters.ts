import type { Pairing } from '../languages/pairing.ts'
import type { OutsideReading, PageReading } from '../reading.ts'
import type { ReviewDraft } from './review-draft.ts'

/** The lines of a letter that a person left out are named so among the lines outside. */
export const LEFT_OUT = 'left-out'

/**
 * The page as it goes into the collection: the letters of these ids, with the lines of all others outside, and those pairings whose
 * letters are both taken.
 */
export function takeLetters(
  draft: ReviewDraft,
  ids: ReadonlySet<string>,
  pairings: readonly Pairing[],
): PageReading {
  const left = draft.letters
    .filter(({ id }) => !ids.has(id))
    .flatMap(({ content }) => content)
    .map(({ line, text }): OutsideReading => ({ line, text, kind: LEFT_OUT }))
  return {
    source: draft.source,
    letters: draft.letters.filter(({ id }) => ids.has(id)),
    outside: [...draft.outside, ...left].sort((a, b) => a.line - b.line),
    pairings: pairings.filter((one) => ids.has(one.translation) && ids.has(one.original)),
  }
}
