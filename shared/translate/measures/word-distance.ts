/**
 * The least number of words to put in, take out or replace so that one list of words becomes the other (Levenshtein 1966, over
 * words; Ukkonen 1985: only a band around the diagonal is filled, and it is doubled until it is wide enough). Words are compared
 * as they are written. Moved words count as taken out and put in, so that this is no TER.
 */
export function wordDistance(before: readonly string[], after: readonly string[]): number {
  const { a, b } = numbered(before, after)
  const least = Math.abs(a.length - b.length)
  for (let most = Math.max(least, 16); ; most *= 2) {
    const distance = withinBand(a, b, most)
    if (distance <= most) return distance
  }
}

// Numbers are compared faster than words, and what both share at their ends costs nothing.
function numbered(
  before: readonly string[],
  after: readonly string[],
): { readonly a: Int32Array; readonly b: Int32Array } {
  let start = 0
  const shorter = Math.min(before.length, after.length)
  while (start < shorter && before[start] === after[start]) start += 1
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  const known = new Map<string, number>()
  const numbers = (words: readonly string[]): Int32Array =>
    Int32Array.from(words.slice(start, words.length - end), (word) => {
      const number = known.get(word) ?? known.size
      known.set(word, number)
      return number
    })
  return { a: numbers(before), b: numbers(after) }
}

// The distance where it is at most `most`, else something greater.
function withinBand(a: Int32Array, b: Int32Array, most: number): number {
  const beyond = most + 1
  let row = new Int32Array(b.length + 1).fill(beyond)
  let next = new Int32Array(b.length + 1)
  for (let j = 0; j <= Math.min(most, b.length); j += 1) row[j] = j
  for (let i = 1; i <= a.length; i += 1) {
    next.fill(beyond)
    if (i <= most) next[0] = i
    const from = Math.max(1, i - most)
    const to = Math.min(b.length, i + most)
    for (let j = from; j <= to; j += 1) {
      const swapped = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next[j] = Math.min(swapped, row[j]! + 1, next[j - 1]! + 1)
    }
    const done = row
    row = next
    next = done
  }
  return row[b.length]!
}
