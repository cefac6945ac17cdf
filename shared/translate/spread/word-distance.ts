/** The Levenshtein distance of two lists of words: words to put in, take out or change (Wagner and Fischer 1974, two rows). */
export function wordDistance(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  a.forEach((word, i) => {
    const next = [i + 1]
    b.forEach((other, j) => {
      const swap = (row[j] as number) + (word === other ? 0 : 1)
      next.push(Math.min(swap, (row[j + 1] as number) + 1, (next[j] as number) + 1))
    })
    row = next
  })
  return row[b.length] as number
}

/** How alike two lists of words are: 1 the same, 0 nothing in common. */
export function wordLikeness(a: readonly string[], b: readonly string[]): number {
  const most = Math.max(a.length, b.length)
  return most === 0 ? 1 : 1 - wordDistance(a, b) / most
}
