import { LATIN_OF_RUSSIAN } from '../entity/latin-letters.ts'

/** A name in plain small Latin letters, the spellings of transliterated Russian made one: `Каганович` and `Kaganovich`, `Юрий` and `Yuri`. */
export function plainLatin(name: string): string {
  const small = name.toLowerCase()
  const latin = /[^a-z]/.test(small)
    ? small
        .replace(/[а-яё]/g, (letter) => LATIN_OF_RUSSIAN[letter] ?? '')
        .normalize('NFD')
        .replace(/[^a-z]/g, '')
    : small
  return latin.replace(/y/g, 'i').replace(/i+/g, 'i')
}

// The singular endings of Russian surnames, in plain Latin.
const CASE_ENDINGS: ReadonlySet<string> = new Set(['', 'a', 'e', 'em', 'i', 'im', 'oi', 'om', 'u'])

/** Whether a word is one of the surnames, which are in plain Latin; a Russian one may have a case ending: `Верхову` is `Verkhov`. */
export function isNameOf(word: string, surnames: readonly string[]): boolean {
  const given = plainLatin(word)
  const isRussian = /\p{Script=Cyrillic}/u.test(word)
  return surnames.some((wanted) => {
    if (wanted.length < 3) return false
    if (!isRussian) return given === wanted
    return given.startsWith(wanted) && CASE_ENDINGS.has(given.slice(wanted.length))
  })
}
