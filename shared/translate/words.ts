// A number keeps its separators, a compound its hyphens and a word its apostrophes: each is struck and replaced as one.
const WORD =
  /[\p{L}\p{N}\p{M}]+(?:(?:['’‐‑-]|(?<=\p{N})[.,:/](?=\p{N}))[\p{L}\p{N}\p{M}]+)*|[\s\S]/gu
const IN_WORD = /^[\p{L}\p{N}]/u

/** The text cut into words and single other characters (code points); joined they are the text again. */
export function tokens(text: string): readonly string[] {
  return text.match(WORD) ?? []
}

/** Whether a token of `tokens` is a word and not a space or a sign. */
export function isWord(token: string): boolean {
  return IN_WORD.test(token)
}

/** A stretch of a text: UTF-16 offsets. */
export interface WordBounds {
  readonly from: number
  readonly to: number
}

/** The word that has `offset` (UTF-16) inside it or, with `touching`, at one of its edges too; null where there is none. */
export function wordAt(text: string, offset: number, touching = false): WordBounds | null {
  // No word holds white space, so that a window up to the next white space is enough.
  let start = offset
  while (start > 0 && !/\s/.test(text.charAt(start - 1))) start--
  let end = offset
  while (end < text.length && !/\s/.test(text.charAt(end))) end++
  let found: WordBounds | null = null
  let from = start
  for (const token of tokens(text.slice(start, end))) {
    const to = from + token.length
    if (isWord(token)) {
      if (from < offset && offset < to) return { from, to }
      if (touching && from <= offset && offset <= to) found = { from, to }
    }
    from = to
  }
  return found
}

/** How many code units two texts share at their beginnings and, after that, at their ends, counted in whole tokens. */
export function sharedEdges(
  before: string,
  after: string,
): { readonly start: number; readonly end: number } {
  const a = tokens(before)
  const b = tokens(after)
  const most = Math.min(a.length, b.length)
  let head = 0
  let start = 0
  while (head < most && a[head] === b[head]) start += (a[head++] as string).length
  let tail = 0
  let end = 0
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail])
    end += (a[a.length - 1 - tail++] as string).length
  return { start, end }
}
