const LATIN_WORDS: readonly (readonly [string, RegExp])[] = [
  ['en', /\b(?:the|and|of|to|that|with|was|is|not)\b/giu],
  ['de', /\b(?:der|die|das|und|nicht|mit|ist|wir|den|zu)\b/giu],
  ['fr', /\b(?:le|la|les|et|des|que|nous|pour|est|une)\b/giu],
]
const UKRAINIAN = /[іїєґ]/giu
const RUSSIAN = /[ыэъё]/giu
/** So much of a text says what language it is in. */
const LOOKED_AT = 600

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** The language of a text, an ISO 639-1 code: by its script, then by letters or small words that only one language has; English where nothing says. */
export function findLanguage(text: string): string {
  const sample = text.slice(0, LOOKED_AT)
  if (count(sample, /\p{Script=Cyrillic}/gu) > count(sample, /\p{Script=Latin}/gu))
    return count(sample, UKRAINIAN) > count(sample, RUSSIAN) ? 'uk' : 'ru'
  const rated = LATIN_WORDS.map(([code, words]) => ({ code, hits: count(sample, words) }))
  return rated.reduce((best, next) => (next.hits > best.hits ? next : best)).code
}
