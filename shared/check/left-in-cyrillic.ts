const LETTERS = /\p{L}/gu
const CYRILLIC = /\p{Script=Cyrillic}/gu
/** From this share of Cyrillic letters on a sentence counts as left in Russian. */
const MOSTLY = 0.6

/** Whether a sentence of the translation was left in Russian as a whole. */
export function isLeftInCyrillic(sentence: string): boolean {
  const cyrillic = sentence.match(CYRILLIC)?.length ?? 0
  return cyrillic > 2 && cyrillic >= MOSTLY * (sentence.match(LETTERS)?.length ?? 0)
}
