import { LATIN_OF_RUSSIAN } from '../entity/latin-letters.ts'

const CYRILLIC = /\p{Script=Cyrillic}/u

/** Case endings of Russian names and adjectives that end in a consonant; those that are vowels alone leave no trace in a skeleton. */
const CASE_ENDING = /(?:ого|его|ому|ему|ыми|ими|ами|ями|ым|им|ом|ем|ём|ых|их|ах|ях|ям|ам)$/u

/** Spellings that one Russian letter has in Latin ones (study of the corpus: Хинчук = Khinchuk = Hinchuk, Розенгольц = Rosengoltz), longest first; what stands at the right is one sign for each sound. */
const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh/g, 'S'],
  [/tch|ch/g, 'C'],
  [/zh/g, 'Z'],
  [/kh|gh|[gh]/g, 'g'],
  [/ph/g, 'f'],
  [/ff$/g, 'v'],
  [/t[sz]/g, 'c'],
  [/ck|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/(?<!t)c/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/z/g, 's'],
]

const toLatin = (word: string): string =>
  CYRILLIC.test(word)
    ? [...word].map((letter) => LATIN_OF_RUSSIAN[letter] ?? letter).join('')
    : word

// `c` of ц must not be taken for the c of "Cecil": it is set apart before the folds run.
function fold(latin: string): string {
  let folded = latin.normalize('NFD').replace(/[^a-z]/g, '')
  for (const [pattern, sign] of FOLDS) {
    const to = sign === 'c' ? '\u0001' : sign
    folded = folded.replace(pattern, to)
  }
  return folded
    .replace(/[aeiouyj]/g, '')
    .replaceAll('\u0001', 'c')
    .replace(/(.)\1+/g, '$1')
}

/** Names come again and again: so many words are remembered. */
const MOST_KNOWN = 20_000
const known = new Map<string, string>()

/**
 * The consonants of a name in one spelling for Russian and Latin letters ("Кагановичу" and "Kaganovich" both `kgnvC`), for comparing,
 * not for printing. Russian case endings are taken off; empty for a word without consonants.
 */
export function nameSkeleton(word: string): string {
  const before = known.get(word)
  if (before !== undefined) return before
  const skeleton = makeSkeleton(word)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(word, skeleton)
  return skeleton
}

function makeSkeleton(word: string): string {
  const lower = word.toLowerCase().replace(/['’]s$/, '')
  const stem = CYRILLIC.test(lower) && lower.length > 5 ? lower.replace(CASE_ENDING, '') : lower
  return fold(toLatin(stem))
}

/** Words with a capital that are no names, and titles before names. */
const NO_NAMES = new Set('comrade com comr tov mr mrs dr gen prof t.t тов т тт'.split(' '))

/** The skeletons of the family names in a list of parties as printed ("Л.М. Кагановичу", "K. E. Voroshilov"): initials, titles and what is shorter than two consonants are left out. */
export function partySkeletons(parties: readonly string[]): string[] {
  return parties.flatMap((party) =>
    [...party.matchAll(/\p{L}[\p{L}'’-]+/gu)]
      .filter(([word]) => /^\p{Lu}/u.test(word) && !NO_NAMES.has(word.toLowerCase()))
      .map(([word]) => nameSkeleton(word))
      .filter((skeleton) => skeleton.length >= 2),
  )
}

/** Whether two skeletons are the same name: equal, or one letter apart in five or more (a misprint), or one goes on with the ending of an adjective. */
export function isSameName(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length >= 4 && long.startsWith(short))
    return /^(?:sk?|n|v)$/.test(long.slice(short.length))
  return short.length >= 5 && isOneApart(short, long)
}

function isOneApart(short: string, long: string): boolean {
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at)
  return rest === long.slice(at + 1)
}
