const WIDEST = 44

/**
 * Words as a cell of a printed table shows them, cut to 44 characters: white space that would not be seen there, at an edge or more
 * than one sign of it, stands as open boxes (U+2423).
 */
export function visibleWords(words: string): string {
  const seen = words
    .replace(/^\s+|\s+$|\s{2,}/gu, (space) => '␣'.repeat([...space].length))
    .replace(/\s/gu, ' ')
  const characters = [...seen]
  return characters.length > WIDEST ? `${characters.slice(0, WIDEST - 1).join('')}…` : seen
}
