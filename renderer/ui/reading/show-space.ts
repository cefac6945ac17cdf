/** Words as they can be seen: of what is white space alone each sign is shown as an open box (U+2423), which paper knows for a space. */
export function showSpace(words: string): string {
  return words.trim() === '' ? words.replace(/\s/gu, '␣') : words
}
