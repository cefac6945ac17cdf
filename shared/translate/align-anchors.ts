import { findNames } from './find-names.ts'
import { findValues } from './find-values.ts'
import { isSameName } from './name-skeleton.ts'

/** What two texts have in common, sentence by sentence: `shared` row by row of the original; `mass` what of a sentence could be shared. In natural logarithms of likelihood. */
export interface Anchors {
  readonly shared: Float32Array
  readonly values: Float32Array
  readonly mass: { readonly original: Float32Array; readonly translation: Float32Array }
}

/** Names are surer where they are rare; a number that is missing on the other side speaks against a pair, a name much less (pronouns, cases). */
const NAME_WEIGHT = 0.7
const MOST_NAMES = 1500
const HIGHEST = 5
/** However short a letter is, a name or a number is as rare as in a text of so many pairs of sentences. */
const LEAST_CELLS = 400

type Keys = ReadonlyMap<string, number>

/** The anchors between the sentences of two texts: numbers and days by value, the heads of points, and skeletons of names. */
export function findAnchors(original: readonly string[], translation: readonly string[]): Anchors {
  const size = original.length * translation.length
  const shared = new Float32Array(size)
  const values = new Float32Array(size)
  const mass = {
    original: new Float32Array(original.length),
    translation: new Float32Array(translation.length),
  }
  const [ours, theirs] = [original.map(valueKeys), translation.map(valueKeys)]
  const weigh = weights(ours, theirs)
  addShared(values, ours, theirs, weigh)
  for (const [side, keys] of [
    ['original', ours],
    ['translation', theirs],
  ] as const)
    keys.forEach((one, i) => {
      for (const [key, count] of one) mass[side][i] = (mass[side][i] ?? 0) + weigh(key) * count
    })
  const named = namesOf(original, translation)
  const nameWeight = weights(named.original, named.translation)
  addShared(shared, named.original, named.translation, (key) => NAME_WEIGHT * nameWeight(key))
  for (let i = 0; i < size; i++) shared[i] = (shared[i] ?? 0) + (values[i] ?? 0)
  return { shared, values, mass }
}

/** Numbers and days of a sentence, and the number of the point it begins with. */
function valueKeys(text: string): Keys {
  const keys = new Map(findValues([text]))
  const point = pointOf(text)
  if (point !== null) keys.set(`point ${point}`, 1)
  return keys
}

const NUMBERS = 'one two three four five six seven eight nine ten'.split(' ')
const ORDINALS = 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth'.split('|')
const RUSSIAN_ORDINALS = 'перв|втор|трет|четверт|пят|шест|седьм|восьм|девят|десят'.split('|')
const LETTERS = 'абвгдежзик'

function pointOf(text: string): string | null {
  const head = /^\s*\(?(\d{1,2}|\p{L}+)\s?(?:[).](?=[\s.])|[,.:])/u.exec(text.slice(0, 40))?.[1]
  if (head === undefined) return null
  if (/^\d/.test(head)) return head
  const word = head.toLowerCase().replaceAll('ё', 'е')
  if (word.length === 1) {
    const at = LETTERS.indexOf(word)
    return at >= 0 ? 'abcdefghij'.charAt(at) : /[a-j]/.test(word) ? word : null
  }
  const found = [NUMBERS.indexOf(word), ORDINALS.indexOf(word), ordinalOf(word)].find((n) => n >= 0)
  return found === undefined ? null : String(found + 1)
}

function ordinalOf(word: string): number {
  return RUSSIAN_ORDINALS.findIndex(
    (stem) => word.startsWith(stem) && word.length <= stem.length + 3,
  )
}

function namesOf(original: readonly string[], translation: readonly string[]) {
  const of = (texts: readonly string[]) =>
    texts.map((text): Map<string, number> => {
      const { capitals } = findNames([text])
      return new Map([...capitals.keys()].map((key) => [key, 1]))
    })
  const ours = of(original)
  const theirs = of(translation)
  const known = new Set(ours.flatMap((keys) => [...keys.keys()]))
  const same = new Map<string, string>()
  const other = new Set(theirs.flatMap((keys) => [...keys.keys()]))
  if (known.size <= MOST_NAMES && other.size <= MOST_NAMES)
    for (const key of other) {
      if (known.has(key)) continue
      for (const one of known)
        if (isSameName(one, key)) {
          same.set(key, one)
          break
        }
    }
  const folded = theirs.map(
    (keys): Keys => new Map([...keys].map(([key, count]) => [same.get(key) ?? key, count])),
  )
  return { original: ours as readonly Keys[], translation: folded }
}

/** ln of how much rarer a key is than a chance meeting: keys in many sentences say little. */
function weights(original: readonly Keys[], translation: readonly Keys[]) {
  const seen = (texts: readonly Keys[]) => {
    const counts = new Map<string, number>()
    for (const keys of texts)
      for (const key of keys.keys()) counts.set(key, (counts.get(key) ?? 0) + 1)
    return counts
  }
  const [ours, theirs] = [seen(original), seen(translation)]
  const total = Math.max(LEAST_CELLS, (original.length + 2) * (translation.length + 2))
  return (key: string): number => {
    const met = (ours.get(key) ?? 1) * (theirs.get(key) ?? 1)
    return Math.min(HIGHEST, Math.max(0.3, Math.log(total / met) / 1.5))
  }
}

function addShared(
  into: Float32Array,
  original: readonly Keys[],
  translation: readonly Keys[],
  weigh: (key: string) => number,
): void {
  const where = new Map<string, { readonly at: number; readonly count: number }[]>()
  translation.forEach((keys, at) => {
    for (const [key, count] of keys) where.set(key, [...(where.get(key) ?? []), { at, count }])
  })
  original.forEach((keys, i) => {
    for (const [key, count] of keys)
      for (const other of where.get(key) ?? []) {
        const cell = i * translation.length + other.at
        into[cell] = (into[cell] ?? 0) + weigh(key) * Math.min(count, other.count)
      }
  })
}
