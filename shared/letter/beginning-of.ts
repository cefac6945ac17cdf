/**
 * The beginning of a text in at most so many UTF-16 code units: whole words, with “…” behind them where the text goes on. A word
 * that is longer alone is cut between characters.
 */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text
  const room = text.slice(0, Math.max(1, most - 2))
  const isWhole = /\s/u.test(text[room.length] ?? '')
  const words = isWhole ? room : room.replace(/\s\S*$/u, '')
  const cut = words === room && !isWhole ? room.replace(/[\uD800-\uDBFF]$/u, '') : words
  return `${cut.replace(/[\s·,;:–—-]+$/u, '')} …`
}
