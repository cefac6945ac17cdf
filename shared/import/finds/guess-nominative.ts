/** Endings of the Russian dative with those of the nominative, longest first; a word that fits none stays as it is. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/([сц]к)ому$/u, '$1ий'],
  [/([гкх])ому$/u, '$1ий'],
  [/ому$/u, 'ый'],
  [/ему$/u, 'ий'],
  [/([сц]к)ой$/u, '$1ая'],
  [/((?:ов|ев|ин|ын))ой$/u, '$1а'],
  [/ии$/u, 'ия'],
  [/([аеиоуы])ю$/u, '$1й'],
  [/ю$/u, 'ь'],
  [/([бвгджзклмнпрстфхцчшщ])у$/u, '$1'],
  [/([бвгдзлмнпрст])е$/u, '$1а'],
]

/** Surnames that are the same in every case. */
const UNCHANGING = /(?:идзе|адзе|швили|ко|го|[ыи]х|енко|о|и)$/u

function guessWord(word: string): string {
  if (!/^\p{Lu}\p{Ll}{2,}/u.test(word) || UNCHANGING.test(word.replace(/ии$/u, ''))) return word
  const row = ENDINGS.find(([ending]) => ending.test(word))
  return row === undefined ? word : word.replace(row[0], row[1])
}

/** The nominative of a Russian name that stands in the dative ("Торпову" → "Торпов"), a guess by its endings; other names come back as they are. */
export function guessNominative(name: string): string {
  if (!/\p{Script=Cyrillic}/u.test(name)) return name
  return name.replace(/(?<!\p{L})\p{Lu}\p{Ll}+(?![\p{L}.])/gu, guessWord)
}
