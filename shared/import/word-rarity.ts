/** How rare a word is on a page, from 0 (in every line) to 1 (in one); words by their stems. */
export type Rarity = (stem: string) => number

const STOP = new Set(
  'about above after again also been before being could decision decided first from have indicated into letter members more should such that their them then there these they this those through under were which while will with would october november december january february march april june july august september когда который которые которых этого этому чтобы было были будет более также после перед может очень если товарищ января февраля марта апреля июня июля августа сентября октября ноября декабря'.split(
    ' ',
  ),
)
const STOP_STEMS = new Set([...STOP].map((word) => word.slice(0, 5)))
// Latin and Cyrillic letters by their ranges: the property class is slow.
const WORD = /[A-Za-zÀ-ɏЀ-ӿ]{4,}|\d{2,}/g

/** Whether a number is a year of the twentieth century. */
const isYear = (number: string): boolean => number.length === 4 && number.startsWith('19')

/** The first five letters of a word in lower case, a number as it is; null where it says nothing. */
function stemOf(word: string): string | null {
  if (word.charCodeAt(0) <= 0x39) return isYear(word) ? null : word
  const stem = word.slice(0, 5).toLowerCase()
  return STOP_STEMS.has(stem) ? null : stem
}

/** The stems of a text that say something, each with the first word it comes from. */
export function findStems(text: string): Map<string, string> {
  const stems = new Map<string, string>()
  for (const word of text.match(WORD) ?? []) {
    const stem = stemOf(word)
    if (stem !== null && !stems.has(stem)) stems.set(stem, word)
  }
  return stems
}

/** Rarity where nothing is known of the page. */
export const EVEN_RARITY: Rarity = () => 0.7

/** In how many lines each stem is. */
function countLines(lines: readonly { readonly text: string }[]): Map<string, number> {
  const counts = new Map<string, number>()
  const lastLine = new Map<string, number>()
  lines.forEach(({ text }, line) => {
    for (const word of text.match(WORD) ?? []) {
      const stem = stemOf(word)
      if (stem === null || lastLine.get(stem) === line) continue
      lastLine.set(stem, line)
      counts.set(stem, (counts.get(stem) ?? 0) + 1)
    }
  })
  return counts
}

/** Counts the words of a page by lines, when it is first asked: inverse document frequency (Spärck Jones 1972), scaled to 0–1. */
export function measureRarity(lines: readonly { readonly text: string }[]): Rarity {
  let counts: Map<string, number> | null = null
  const rarities = new Map<number, number>()
  const whole = Math.log(lines.length + 1)
  return (stem) => {
    counts ??= countLines(lines)
    const known = counts.get(stem) ?? 1
    const rated = rarities.get(known) ?? Math.max(0, Math.log((lines.length + 1) / known) / whole)
    rarities.set(known, rated)
    return rated
  }
}
