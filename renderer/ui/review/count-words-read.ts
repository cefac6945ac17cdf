import type { LetterReading } from '../../../shared/import/reading.ts'

const counts = new WeakMap<LetterReading, number>()
const TEXT: ReadonlySet<string> = new Set(['opener', 'paragraph', 'closer', 'postscript'])

/** The words of a letter's text as it was read, without heading, archive lines and notes. */
export function countWordsRead(letter: LetterReading): number {
  let count = counts.get(letter)
  if (count === undefined) {
    count = letter.content.reduce(
      (sum, { kind, text }) =>
        TEXT.has(kind)
          ? sum + (text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0)
          : sum,
      0,
    )
    counts.set(letter, count)
  }
  return count
}
