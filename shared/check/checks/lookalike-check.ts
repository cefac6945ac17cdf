import { LATIN_OF_RUSSIAN } from '../../entity/latin-letters.ts'
import type { Found, SegmentCheck } from '../check.ts'
import { LATIN_TWINS } from '../letter-twins.ts'
import type { Segment } from '../letter-view.ts'
import { placeIn } from '../passage.ts'

const LATIN_CAPITALS = /(?<![\p{L}\d])[ABCEHKMOPTXY]{2,}(?![\p{L}])/gu
const CYRILLIC_CAPITALS = /(?<![\p{L}\d])[А-ЯЁІ]{2,}(?![\p{L}])/gu
/** A letter О or З between or behind figures of the original: a slip of the typist or the scanner. */
const IN_NUMBER = /(?<=\d)[ОOЗ](?![\p{L}-])|(?<=\d)[lI](?=\d)/gu
const FIGURES: Readonly<Record<string, string>> = { О: '0', O: '0', З: '3', l: '1', I: '1' }

const USUAL: Readonly<Record<string, string>> = { СССР: 'USSR', РСФСР: 'RSFSR', УССР: 'UkSSR' }

/** Capitals that are the Cyrillic ones of the original taken for Latin letters of the same look (НР → HP), and letters among the figures of the original. */
export const lookalikeCheck: SegmentCheck = {
  id: 'lookalike',
  scope: 'segment',
  needsOriginal: true,
  run: (segment) => [...takenForLatin(segment), ...takenForFigures(segment)],
}

function takenForLatin({ original, translation, confidence }: Segment): Found[] {
  const theirs = [...original.text.matchAll(CYRILLIC_CAPITALS)]
  if (theirs.length === 0) return []
  return [...translation.text.matchAll(LATIN_CAPITALS)].flatMap(({ 0: quote, index }): Found[] => {
    const source = theirs.find(([word]) => twinOf(word) === quote)
    if (!source || latinOf(source[0]) === quote) return []
    // The original has these letters as Latin ones, too: a code.
    if (new RegExp(`(?<!\\p{L})${quote}(?!\\p{L})`, 'u').test(original.text)) return []
    const range = placeIn(translation, index, index + quote.length)
    const evidence = placeIn(original, source.index, source.index + source[0].length)
    if (!range || !evidence) return []
    return [
      {
        range,
        evidence,
        confidence: 0.95 * confidence,
        category: 'abbreviation',
        severity: 'minor',
        proposal: latinOf(source[0]),
        values: { quote, evidence: source[0] },
      },
    ]
  })
}

function twinOf(word: string): string {
  return [...word].map((letter) => LATIN_TWINS[letter] ?? letter).join('')
}

function latinOf(word: string): string {
  const usual = USUAL[word]
  if (usual !== undefined) return usual
  return [...word]
    .map((letter) => {
      const latin = LATIN_OF_RUSSIAN[letter.toLowerCase()] ?? letter
      return latin.charAt(0).toUpperCase() + latin.slice(1)
    })
    .join('')
}

function takenForFigures({ original }: Segment): Found[] {
  return [...original.text.matchAll(IN_NUMBER)].flatMap(({ 0: quote, index }): Found[] => {
    const range = placeIn(original, index, index + quote.length)
    if (!range) return []
    const figure = FIGURES[quote] ?? null
    return [
      {
        range,
        side: 'original',
        confidence: 0.8,
        category: 'source',
        severity: 'neutral',
        proposal: figure,
        values: { context: 'figure', quote, evidence: figure ?? '' },
      },
    ]
  })
}
