import { nameSkeleton } from './name-skeleton.ts'

/** Before a capital these do not end a sentence: initials, titles, abbreviations. */
const ABBREVIATION =
  /(?:^|[\s(«"“])(?:\p{Lu}|т|тт|тов|гр|г|гг|ст|проф|инж|им|ул|mr|mrs|dr|com|comr|prof|gen|st|vs)\.\s*$/iu
const WORD = /\p{Lu}[\p{L}'’]*\p{L}(?:-\p{Lu}\p{L}+)*/gu
/** Capitalised words of letters that are no names. */
const COMMON = new Set(
  'the and but for with you your our this that what when comrade comrades dear telegram letter cipher encryption secret вы вас вам ваш ваша ваше вашу ваши вами ваших вашей вашего'.split(
    ' ',
  ),
)

/** So many characters before a capital say whether a sentence begins there. */
const LOOKED_BACK = 40

/** Names in a text by skeleton, each with the word as first printed. `sure` are capitals inside a sentence; `capitals` all of them. */
export interface FoundNames {
  readonly sure: ReadonlyMap<string, string>
  readonly capitals: ReadonlyMap<string, string>
}

/** The capitalised words of the lines as skeletons of at least two consonants. */
export function findNames(lines: readonly string[]): FoundNames {
  const sure = new Map<string, string>()
  const capitals = new Map<string, string>()
  for (const line of lines)
    for (const { word, skeleton, inside } of capitalsOf(line)) {
      if (!capitals.has(skeleton)) capitals.set(skeleton, word)
      if (inside && skeleton.length > 2 && !sure.has(skeleton)) sure.set(skeleton, word)
    }
  return { sure, capitals }
}

function capitalsOf(line: string) {
  return [...line.matchAll(WORD)]
    .filter(([word]) => !COMMON.has(word.toLowerCase()))
    .map((match) => ({
      word: match[0],
      skeleton: nameSkeleton(match[0]),
      inside: isInside(line.slice(Math.max(0, match.index - LOOKED_BACK), match.index)),
    }))
    .filter(({ skeleton }) => skeleton.length >= 2)
}

function isInside(before: string): boolean {
  const plain = before
    .trimEnd()
    .replace(/["“”«»„'’(]+$/u, '')
    .trimEnd()
  if (plain === '') return false
  return !/[.!?…:;)\d]$/u.test(plain) || ABBREVIATION.test(before)
}
