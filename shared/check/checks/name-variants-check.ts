import { machineSpan } from '../../letter/corrected-reading.ts'
import { editDistance } from '../../translate/edit-distance.ts'
import { isSameName, nameSkeleton } from '../../translate/name-skeleton.ts'
import type { Found, LetterCheck } from '../check.ts'
import type { LetterView } from '../letter-view.ts'
import { namesIn } from '../name-forms.ts'
import { headOf, registerNames } from '../register-names.ts'

const REGISTER = 0.8
const COUNTED = 0.55
/** One spelling is the usual one where it is so many times as frequent as another. */
const DOMINANT = 3
const MOST_APART = 3
const LEAST_LETTERS = 5
/** Names of peoples and what is theirs: "Germans" is no spelling of "Germany". */
const PEOPLE = /(?:ians?|ans?|ese|ish|ers?)$/
/** Endings of English words that stand with a capital in titles. */
const isWord = (name: string) =>
  /(?:ly|ary|ory|tion|sion|tive|ment|ness|ing|ed|isters?|istry)$/.test(name)

/** Names spelt otherwise than the register has them or, where it has none, than most places of the collection. */
export const nameVariantsCheck: LetterCheck = {
  id: 'name-variants',
  scope: 'collection',
  needsOriginal: false,
  run(view) {
    if (!view.isEnglish) return []
    const usual = usualSpellings(view)
    return view.translation.blocks
      .filter(({ kind }) => kind !== 'archive')
      .flatMap((block) =>
        view.memo
          .get('names', block.text, () => namesIn(block.text))
          .flatMap(({ name, from, to }): Found[] => {
            const other = usual(name)
            if (!other) return []
            return [
              {
                range: machineSpan(block, from, to),
                confidence: other.confidence,
                category: 'name',
                severity: 'minor',
                proposal: other.name,
                values: { quote: name, others: other.shown },
              },
            ]
          }),
      )
  },
}

interface Usual {
  readonly name: string
  readonly shown: string
  readonly confidence: number
}

function usualSpellings(view: LetterView): (name: string) => Usual | null {
  const { context, memo } = view
  const counts = context.collection?.names ?? ownNames(view)
  const groups = groupsOf(counts)
  const { byName, forms } = registerNames(context.entities)
  const registered = [...byName.values()].map(({ name }) => headOf(name))
  const find = (name: string): Usual | null => {
    if (forms.has(name) || forms.has(name.replace(/s$/, ''))) return null
    const known = registered.find((form) => isVariant(name, form))
    if (known) return { name: known, shown: known, confidence: REGISTER }
    return mostFrequent(name, groups, counts)
  }
  // What is counted in the letter itself is counted anew after each change of it.
  if (!context.collection) return (name) => find(name)
  return (name) => memo.get('by collection spelling', name, () => find(name))
}

function ownNames({ translation, memo }: LetterView): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { kind, text } of translation.blocks)
    if (kind !== 'archive')
      for (const { name } of memo.get('names', text, () => namesIn(text)))
        counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

const groupsMade = new WeakMap<
  ReadonlyMap<string, number>,
  ReadonlyMap<string, readonly string[]>
>()

/** The spellings by their first two consonants: variants of a name share these. */
function groupsOf(counts: ReadonlyMap<string, number>): ReadonlyMap<string, readonly string[]> {
  const known = groupsMade.get(counts)
  if (known) return known
  const groups = Map.groupBy(counts.keys(), (name) => nameSkeleton(name).slice(0, 2))
  groupsMade.set(counts, groups)
  return groups
}

function mostFrequent(
  name: string,
  groups: ReadonlyMap<string, readonly string[]>,
  counts: ReadonlyMap<string, number>,
): Usual | null {
  const own = counts.get(name) ?? 1
  const others = (groups.get(nameSkeleton(name).slice(0, 2)) ?? [])
    .filter((other) => isVariant(name, other) && (counts.get(other) ?? 0) >= DOMINANT * own)
    .toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
  const [first] = others
  if (!first) return null
  const shown = others.map((other) => `${other} (${counts.get(other)})`).join(', ')
  return { name: first, shown, confidence: COUNTED }
}

/** Spellings of one name: they sound the same or one letter apart, look alike, and are no plural, adjective or feminine of each other. */
function isVariant(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > MOST_APART) return false
  if (Math.min(a.length, b.length) < LEAST_LETTERS || isWord(a) || isWord(b)) return false
  if (PEOPLE.test(a) !== PEOPLE.test(b)) return false
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (long.startsWith(short) && /^(?:s|es|a|n|an|ist|ists|ov|ova)$/.test(long.slice(short.length)))
    return false
  const [one, other] = [nameSkeleton(a), nameSkeleton(b)]
  if (one.length < 3 || !isSameName(one, other)) return false
  return editDistance(a.toLowerCase(), b.toLowerCase()) <= MOST_APART - (one === other ? 0 : 1)
}
