/** Where a phrase stands in a text, in one of its forms; offsets in UTF-16 units. */
export interface TermPlace {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Finds a phrase in a text in any of its forms. */
export interface TermPattern {
  /** The first place, or null. */
  exec(text: string): TermPlace | null
  /** All places, none over another. */
  all(text: string): readonly TermPlace[]
}

/** The endings of a word that is entered in the nominative, and those of any case. */
const NOMINATIVE = 'ый|ий|ой|ая|яя|ое|ее|ые|ие|а|я|о|е|ы|и|ь|й'
const ENDINGS = `ами|ями|ого|его|ому|ему|ыми|ими|ах|ях|ам|ям|ом|ем|ей|ою|ею|ов|ев|ую|юю|ым|им|ых|их|у|ю|${NOMINATIVE}`
/** The endings of a masculine noun that has none in the nominative. */
const MASCULINE = 'ами|ями|ах|ях|ам|ям|ом|ем|ей|ов|ев|а|я|о|е|ы|и|у|ю|ь'
const NOMINATIVE_END = new RegExp(`(?:${NOMINATIVE})$`, 'u')
const ANY_END = new RegExp(`(?:${ENDINGS})$`, 'u')
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
  if (words.length === 0) return { exec: () => null, all: () => [] }
  const forms = words.map((word, at) => wordForms(word, at === words.length - 1))
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${forms.join('[\\s-]+')}(?![\\p{L}\\p{N}])`, 'giu')
  function* placesIn(text: string): Generator<TermPlace> {
    for (const match of text.replaceAll('ё', 'е').replaceAll('Ё', 'Е').matchAll(pattern)) {
      const to = match.index + match[0].length
      yield { from: match.index, to, text: text.slice(match.index, to) }
    }
  }
  return {
    all: (text) => [...placesIn(text)],
    exec: (text) => placesIn(text).next().value ?? null,
  }
}

function wordForms(word: string, isLast: boolean): string {
  if (/\p{Script=Cyrillic}/u.test(word)) return russianForms(word, isLast)
  if (/\d/.test(word) || word.length < LEAST_STEM) return word
  const stem = word.replace(/(?:e|y)$/, '')
  return `${stem}(?:e|y|s|es|ies|ed|ing|ings)?(?:['’]s)?`
}

// What looks like an ending can belong to the word: "обком", "посев". Before another word it can be one: "путей сообщения".
function russianForms(word: string, isLast: boolean): string {
  const stem = word.replace(NOMINATIVE_END, '')
  const forms = [formsOf(stem, stem === word ? MASCULINE : ENDINGS)]
  if (!isLast) forms.push(formsOf(word.replace(ANY_END, ''), ENDINGS))
  const found = forms.filter((form) => form !== null)
  return found.length === 0 ? word : `(?:${found.join('|')})`
}

function formsOf(stem: string, endings: string): string | null {
  return stem.length < LEAST_STEM ? null : `${fleeting(stem)}(?:${endings})?`
}

/** The vowel that falls out, or comes, before the last consonant in some cases: "шифровка", "шифровок"; "участок", "участка"; "заем", "займа". */
function fleeting(stem: string): string {
  const last = stem.slice(-1)
  if (/[^аеиоуыэюя][кцлнр]$/u.test(stem)) return `${stem.slice(0, -1)}[ое]?${last}`
  if (/[^аеиоуыэюя][ое][кцлнр]$/u.test(stem)) return `${stem.slice(0, -2)}[ое]?${last}`
  return /[аеиоуыэюя]е[мц]$/u.test(stem) ? `${stem.slice(0, -2)}[ей]${last}` : stem
}
