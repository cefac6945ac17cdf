const LETTERS = /[^\p{L}-]+/gu

/** The last word of a name that is no initial, lower case, without marks. */
function surnameOf(name: string): string {
  const words = name.replace(/[[\]]/g, '').split(LETTERS)
  return (words.findLast((word) => word !== '') ?? '').toLowerCase()
}

/** Case endings of Russian names, and one wrong letter of the machine, are at the end of the word. */
const ENDING = 3
const LEAST = 4

/**
 * Whether a printed name can be a way to write another one: the same surname, in another case of Russian grammar too, or cut short to
 * its first letters ("I. St.", "L. K-h").
 */
export function isNameOf(printed: string, name: string): boolean {
  const short = surnameOf(printed)
  const full = surnameOf(name)
  if (short === '' || full === '') return false
  if (short === full) return true
  const cut = /^(\p{L})-(\p{L})$/u.exec(short)
  if (cut !== null) return full.startsWith(cut[1] ?? '-') && full.endsWith(cut[2] ?? '-')
  if (short.length <= LEAST) return full.startsWith(short)
  let same = 0
  while (same < short.length && short[same] === full[same]) same++
  return same >= LEAST && short.length - same <= ENDING && full.length - same <= ENDING
}
