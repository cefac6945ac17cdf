/** Finds a phrase in a text in any of its forms. */
export interface TermPattern {
  exec(text: string): { readonly from: number; readonly to: number; readonly text: string } | null
}

const ENDINGS =
  'ами|ями|ого|его|ому|ему|ыми|ими|ах|ях|ам|ям|ом|ем|ой|ей|ою|ею|ов|ев|ый|ий|ая|яя|ое|ее|ые|ие|ую|юю|ым|им|ых|их|а|я|о|е|ы|и|у|ю|ь|й'
const RUSSIAN_END = new RegExp(`(?:${ENDINGS})$`, 'u')
const LEAST_STEM = 3
const patterns = new Map<string, TermPattern>()
const MOST_KEPT = 5000

/** A pattern for a phrase: Russian words match in all their cases, English ones with the endings of plural and verb; between the words only spaces and hyphens may stand. */
export function termPattern(phrase: string): TermPattern {
  const known = patterns.get(phrase)
  if (known) return known
  const made = make(phrase)
  if (patterns.size >= MOST_KEPT) patterns.clear()
  patterns.set(phrase, made)
  return made
}

function make(phrase: string): TermPattern {
  const words =
    phrase
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return { exec: () => null }
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${words.map(wordForms).join('[\\s-]+')}(?![\\p{L}\\p{N}])`,
    'iu',
  )
  return {
    exec(text) {
      const match = pattern.exec(text.replaceAll('ё', 'е').replaceAll('Ё', 'Е'))
      if (!match) return null
      const to = match.index + match[0].length
      return { from: match.index, to, text: text.slice(match.index, to) }
    },
  }
}

function wordForms(word: string): string {
  if (/\p{Script=Cyrillic}/u.test(word)) {
    const stem = word.replace(RUSSIAN_END, '')
    return stem.length >= LEAST_STEM ? `${fleeting(stem)}(?:${ENDINGS})?` : word
  }
  if (/\d/.test(word) || word.length < LEAST_STEM) return word
  const stem = word.replace(/(?:e|y)$/, '')
  return `${stem}(?:e|y|s|es|ies|ed|ing|ings|['’]s)?`
}

/** The vowel that falls out between the last consonants in some cases: "шифровок", "шифровка". */
function fleeting(stem: string): string {
  return /[^аеиоуыэюя][кцлнр]$/u.test(stem) ? `${stem.slice(0, -1)}[ое]?${stem.slice(-1)}` : stem
}
