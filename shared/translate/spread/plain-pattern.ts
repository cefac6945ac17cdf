import { escapePattern } from './find-text.ts'

/** Words as they are to be found: exactly these, and with `whole` bounded by no letter or digit where they begin or end with one. */
export interface PlainWords {
  readonly words: string
  readonly whole: boolean
}

const SIGN = String.raw`[\p{L}\p{N}]`
const START = `(?<!${SIGN})`
const END = `(?!${SIGN})`

/** The regular expression that finds words. */
export function patternOfWords({ words, whole }: PlainWords): string {
  const isSign = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)
  const signs = [...words]
  const start = whole && isSign(signs[0]) ? START : ''
  const end = whole && isSign(signs.at(-1)) ? END : ''
  return `${start}${escapePattern(words)}${end}`
}

/** The words that a regular expression finds and nothing else, as `patternOfWords` writes it; null where it is any other expression, or empty. */
export function wordsOfPattern(pattern: string): PlainWords | null {
  const isWhole = pattern.startsWith(START) || pattern.endsWith(END)
  const inner = pattern
    .slice(pattern.startsWith(START) ? START.length : 0)
    .replace(pattern.endsWith(END) ? END : '', '')
  const words = inner.replaceAll(String.raw`\s+`, ' ').replace(/\\([\\^$.*+?()[\]{}|/])/g, '$1')
  const plain = { words, whole: isWhole || patternOfWords({ words, whole: true }) === pattern }
  return words !== '' && patternOfWords(plain) === pattern ? plain : null
}
