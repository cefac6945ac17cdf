/** Small words that only one language has. */
const SMALL_WORDS: readonly (readonly [string, string])[] = [
  ['en', 'the|and|of|to|that|with|was|is|not'],
  ['de', 'der|die|das|und|nicht|mit|ist|wir|den|zu'],
  ['fr', 'le|la|les|et|des|que|nous|pour|est|une'],
]
const LANGUAGE_OF = new Map(
  SMALL_WORDS.flatMap(([code, words]) => words.split('|').map((word) => [word, code] as const)),
)
const SMALL_WORD = new RegExp(`\\b(?:${[...LANGUAGE_OF.keys()].join('|')})\\b`, 'giu')
const UKRAINIAN = /[іїєґ]/giu
const RUSSIAN = /[ыэъё]/giu
/** So much of a text says what language it is in. */
const LOOKED_AT = 600

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const LATIN = /\p{Script=Latin}/u
const CYRILLIC = /\p{Script=Cyrillic}/u

/** Whether more characters of a text are Cyrillic than Latin. */
function isCyrillic(text: string): boolean {
  let more = 0
  for (const sign of text) {
    const code = sign.charCodeAt(0)
    if (code < 0x80) more -= (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a ? 1 : 0
    else if (code >= 0x400 && code < 0x480) more++
    else if (CYRILLIC.test(sign)) more++
    else if (LATIN.test(sign)) more--
  }
  return more > 0
}

/** The language that most small words of a text are of; of equals the first one. */
function findLatin(text: string): string {
  const hits = new Map<string, number>()
  for (const word of text.match(SMALL_WORD) ?? []) {
    // By way of capitals, so that the long s is an s.
    const code = LANGUAGE_OF.get(word.toUpperCase().toLowerCase()) ?? ''
    hits.set(code, (hits.get(code) ?? 0) + 1)
  }
  const codes = SMALL_WORDS.map(([code]) => code)
  return codes.reduce((best, next) => ((hits.get(next) ?? 0) > (hits.get(best) ?? 0) ? next : best))
}

/** The language of a text, an ISO 639-1 code: by its script, then by letters or small words that only one language has; English where nothing says. */
export function findLanguage(text: string): string {
  const sample = text.slice(0, LOOKED_AT)
  if (isCyrillic(sample)) return count(sample, UKRAINIAN) > count(sample, RUSSIAN) ? 'uk' : 'ru'
  return findLatin(sample)
}
