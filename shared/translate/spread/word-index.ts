import { stemmedWords, stemOf } from './word-stem.ts'

/** In which letters a word stands, in whatever form: an inverted index over stems, grown letter by letter. */
export interface WordIndex {
  /** Takes in a letter with its texts; what was known of it before is forgotten. */
  put(letter: string, texts: readonly string[]): void
  remove(letter: string): void
  /** The letters that have at least a share (0–1) of the different words of a text, in the order they came in. */
  candidates(words: string, share: number): readonly string[]
  letters(): readonly string[]
}

/** An index over no letters. */
export function createWordIndex(): WordIndex {
  const postings = new Map<string, number[]>()
  const names: (string | null)[] = []
  const numbers = new Map<string, number>()
  const remove = (letter: string) => {
    const number = numbers.get(letter)
    if (number === undefined) return
    // The number stays in the lists and means nothing any more.
    names[number] = null
    numbers.delete(letter)
  }
  return {
    remove,
    put(letter, texts) {
      remove(letter)
      const number = names.length
      names.push(letter)
      numbers.set(letter, number)
      for (const stem of stemsOf(texts)) {
        const list = postings.get(stem)
        if (list) list.push(number)
        else postings.set(stem, [number])
      }
    },
    candidates(words, share) {
      const stems = new Set(stemmedWords(words).map(({ stem }) => stem))
      const least = Math.max(1, Math.ceil(stems.size * share))
      const counts = new Uint16Array(names.length)
      for (const stem of stems)
        for (const number of postings.get(stem) ?? []) counts[number] = (counts[number] ?? 0) + 1
      return names.filter((name, number): name is string => {
        return name !== null && (counts[number] ?? 0) >= least
      })
    },
    letters: () => names.filter((name) => name !== null),
  }
}

const FORM = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu

function stemsOf(texts: readonly string[]): ReadonlySet<string> {
  const forms = new Set<string>()
  for (const text of texts) for (const form of text.match(FORM) ?? []) forms.add(form)
  return new Set([...forms].map(stemOf))
}
