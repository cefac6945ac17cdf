// Endings that inflection puts on words, the longest first; what is left must still be a word.
const ENGLISH = [
  'ments',
  'ment',
  'ing',
  'ies',
  'ied',
  "'s",
  '’s',
  'es',
  'ed',
  'er',
  'ly',
  's',
  'e',
  'y',
]
const RUSSIAN = [
  'ированн',
  'ыми',
  'ими',
  'ого',
  'его',
  'ому',
  'ему',
  'ами',
  'ями',
  'ией',
  'иям',
  'иях',
  'ешь',
  'ете',
  'ите',
  'ться',
  'ая',
  'яя',
  'ое',
  'ее',
  'ые',
  'ие',
  'ый',
  'ий',
  'ой',
  'ей',
  'ую',
  'юю',
  'ым',
  'им',
  'ом',
  'ем',
  'ам',
  'ям',
  'ах',
  'ях',
  'ов',
  'ев',
  'ия',
  'ию',
  'ии',
  'ет',
  'ит',
  'ут',
  'ют',
  'ат',
  'ят',
  'ла',
  'ло',
  'ли',
  'ть',
  'ся',
  'а',
  'я',
  'о',
  'е',
  'ы',
  'и',
  'у',
  'ю',
  'ь',
  'й',
]
const SHORTEST = 3
const CYRILLIC = /\p{Script=Cyrillic}/u
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu

/** A word of a text: as written, its stem, and its UTF-16 offsets. */
export interface StemmedWord {
  readonly text: string
  readonly stem: string
  readonly from: number
  readonly to: number
}

const known = new Map<string, string>()
const KNOWN_LIMIT = 200_000

/**
 * What forms of one word share: lower case, ё as е, without the endings that inflection puts on English and Russian words.
 * Light on purpose (it only brings candidates together, which are then looked at): one ending goes, three letters stay.
 */
export function stemOf(word: string): string {
  const found = known.get(word)
  if (found !== undefined) return found
  if (known.size >= KNOWN_LIMIT) known.clear()
  const folded = word.toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'")
  const endings = CYRILLIC.test(folded) ? RUSSIAN : ENGLISH
  const ending = endings.find(
    (one) => folded.endsWith(one) && folded.length - one.length >= SHORTEST,
  )
  const stem = ending === undefined ? folded : folded.slice(0, -ending.length)
  known.set(word, stem)
  return stem
}

/** The words of a text in order: runs of letters and digits, an apostrophe within a word belonging to it. */
export function stemmedWords(text: string): readonly StemmedWord[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    text: word,
    stem: stemOf(word),
    from: index,
    to: index + word.length,
  }))
}
