import type { Stretch } from './review-place.ts'

/** The words of a line: runs of letters and digits, with numbers and superscripts as words of their own. UTF-16 units. */
export function wordsOf(text: string): readonly Stretch[] {
  return [...text.matchAll(/\p{L}[\p{L}\p{M}'’-]*|[\p{Nd}]+|[\p{No}]+/gu)].map((match) => {
    return { from: match.index, to: match.index + match[0].length }
  })
}

/** The word behind (1) or before (-1) what is chosen; a span that was found counts as one word. With nothing chosen the first or last. */
export function nextWord(
  text: string,
  spans: readonly Stretch[],
  chosen: Stretch | null,
  by: 1 | -1,
): Stretch | null {
  const words = wordsOf(text)
    .map((word) => spans.find((span) => span.from <= word.from && span.to >= word.to) ?? word)
    .filter((word, at, all) => all.findIndex((one) => one.from === word.from) === at)
  if (chosen === null) return (by === 1 ? words[0] : words.at(-1)) ?? null
  const next =
    by === 1
      ? words.find((word) => word.from >= chosen.to)
      : words.findLast((word) => word.to <= chosen.from)
  return next ?? chosen
}

/** What is chosen with its end moved by one word; one word at least stays chosen. */
export function extendWords(text: string, chosen: Stretch, by: 1 | -1): Stretch {
  const words = wordsOf(text)
  if (by === 1) {
    const next = words.find((word) => word.from >= chosen.to)
    return next === undefined ? chosen : { from: chosen.from, to: next.to }
  }
  const inside = words.filter((word) => word.from >= chosen.from && word.to < chosen.to)
  const last = inside.at(-1)
  return last === undefined ? chosen : { from: chosen.from, to: last.to }
}
