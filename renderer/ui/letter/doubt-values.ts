import type { Problem } from '../../../shared/check/problem.ts'

/** What the sentence of a doubted pairing is filled with: the evidence in the words of the interface, and the title of the letter whose original fits better. */
export function doubtValues(
  values: Problem['values'],
  words: (sentence: string) => string,
  titleOf: (letter: string) => string,
): Problem['values'] {
  const { why, also, letter } = values
  return {
    why: [why, also].flatMap((one) => (one ? [words(one)] : [])).join(' '),
    letter: letter === undefined ? '' : titleOf(letter),
  }
}
