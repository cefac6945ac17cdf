const TOKEN = /[\p{L}\p{N}\p{M}]+|[\s\S]/gu
const IN_WORD = /^[\p{L}\p{N}]/u

/** The text cut into words and single other characters (code points); joined they are the text again. */
export function splitWords(text: string): string[] {
  return text.match(TOKEN) ?? []
}

/** The words of a text in small letters, for comparing. */
export function plainWords(text: string): string[] {
  return splitWords(text.toLowerCase()).filter((token) => IN_WORD.test(token))
}
