const IRREGULAR: Readonly<Record<string, string>> = {
  child: 'children',
  foot: 'feet',
  man: 'men',
  person: 'persons',
  woman: 'women',
}

// What follows one of these belongs to the word before it: "house of culture".
const BELONGS = /^(.+?)(\s+(?:of|for|in|on|at|to|with)\s.+)$/u

/**
 * The plural of an English term, by the rules of spelling (Quirk et al., A Comprehensive Grammar of the English Language, 1985,
 * 5.80–5.83): of its last word, or of the one before "of", "for" and the like. What ends in no letter, or in "s" already, stays.
 */
export function pluralOf(term: string): string {
  const [, head, rest] = BELONGS.exec(term) ?? []
  if (head && rest) return pluralOf(head) + rest
  const [word = ''] = /\p{L}+$/u.exec(term) ?? []
  if (word === '') return term
  return term.slice(0, -word.length) + pluralOfWord(word)
}

function pluralOfWord(word: string): string {
  const known = IRREGULAR[word.toLowerCase()]
  if (known) return word.charAt(0) + known.slice(1)
  if (/[a-z]{2}man$/u.test(word)) return word.replace(/man$/u, 'men')
  if (/[^aeiou]y$/u.test(word)) return word.replace(/y$/u, 'ies')
  if (/(?:ss|x|z|ch|sh)$/u.test(word)) return `${word}es`
  return /s$/u.test(word) ? word : `${word}s`
}
