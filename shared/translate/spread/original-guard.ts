import type { SpreadGuard } from './spread-hit.ts'
import { stemmedWords, stemOf } from './word-stem.ts'

const SHORTEST_BEGINNING = 4

/** Whether an aligned passage has all of the words asked for, in whatever form they stand. */
export function originalGuard(
  triggers: readonly string[],
): (passage: string | null) => SpreadGuard {
  const wanted = triggers.flatMap((words) => stemmedWords(words)).map(({ stem }) => stem)
  return (passage) => {
    if (wanted.length === 0) return 'none'
    if (passage === null) return 'unseen'
    const there = stemmedWords(passage).map(({ stem }) => stem)
    return wanted.every((stem) => there.some((one) => isSameWord(one, stem))) ? 'met' : 'missing'
  }
}

// The light stems of two forms may differ in length: then one is the beginning of the other.
function isSameWord(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= SHORTEST_BEGINNING && long.startsWith(short)
}

// Words that stand in any sentence and prove nothing.
const EMPTY = new Set(
  'это что как для или его ему она они оно так все уже еще при под над без был была было были быть есть нет мне вас вам нас нам который которые также только если чтобы'
    .split(' ')
    .map(stemOf),
)
const SHORTEST_WORD = 3
const MOST_WORDS = 3
const ENOUGH = 2
const MOST_OF_THEM = 0.7

/**
 * Words of the original that a place should have for a correction to be right there too: those that the correction rests
 * on; else those that most of the passages aligned with the same words share; else the one word that stands where the
 * correction does in its sentence. A proposal: nobody has said so.
 */
export function proposeTriggers(
  source: {
    readonly original: { readonly text: string; readonly at: number } | null
    readonly evidence: string | null
  },
  passages: readonly string[],
): readonly string[] {
  if (source.evidence)
    return contentWords(source.evidence)
      .map(({ text }) => text)
      .slice(0, MOST_WORDS)
  if (!source.original) return []
  const words = contentWords(source.original.text)
  const others = [...new Set(passages)].filter((one) => one !== source.original?.text)
  if (others.length < ENOUGH) return nearest(words, source.original)
  const stems = others.map((one) => new Set(stemmedWords(one).map(({ stem }) => stem)))
  const share = (stem: string) => stems.filter((set) => set.has(stem)).length / stems.length
  return words
    .filter(({ stem }) => share(stem) >= MOST_OF_THEM)
    .slice(0, MOST_WORDS)
    .map(({ text }) => text)
}

function contentWords(text: string) {
  return stemmedWords(text).filter(
    ({ text: word, stem }) => word.length >= SHORTEST_WORD && !EMPTY.has(stem),
  )
}

function nearest(
  words: ReturnType<typeof contentWords>,
  { text, at }: { readonly text: string; readonly at: number },
): readonly string[] {
  const place = at * text.length
  const distance = ({ from, to }: { readonly from: number; readonly to: number }) =>
    Math.abs((from + to) / 2 - place)
  const [first] = [...words].sort((a, b) => distance(a) - distance(b))
  return first ? [first.text] : []
}
