import type { CanonicalLetter, CanonicalText } from '../letter/canonical.ts'
import type { Counterpart, Origin, Records } from '../letter/records.ts'
import { alignLetter } from '../translate/align-letter.ts'
import { originalFromReading } from './languages/original-from-reading.ts'
import { type Pairing, SURE } from './languages/pairing.ts'
import { splitLanguages } from './languages/split-languages.ts'
import { letterFromReading } from './letter-from-reading.ts'
import type { LetterReading, PageReading } from './reading.ts'

/** The file a page came from; without `sha256` (of its bytes, hex) the letters carry no origin. */
export interface PageSource {
  readonly name: string
  readonly format: Origin['format']
  readonly sha256?: string
}

/**
 * The letters of a page in canonical form, each with the file and the lines it came from. Texts that surely are translation and
 * original of each other become one letter, whose id is that of the translation; others that were held against each other name each
 * other as counterparts. Every line of a letter of the page is in one letter here, on one side. Pure.
 */
export function lettersFromPage(page: PageReading, source: PageSource): CanonicalLetter[] {
  return [...eachLetterOfPage(page, source)]
}

/** The letters of `lettersFromPage` one by one, so that whoever makes thousands can pause between them. */
export function* eachLetterOfPage(
  page: PageReading,
  source: PageSource,
): Generator<CanonicalLetter> {
  const { pairings } = page
  const byId = new Map(page.letters.map((letter) => [letter.id, letter]))
  const joined = pairings.filter(
    ({ together, confidence, translation, original }) =>
      together && confidence >= SURE && byId.has(translation) && byId.has(original),
  )
  const originals = new Set(joined.map(({ original }) => original))
  for (const reading of page.letters) {
    if (originals.has(reading.id)) continue
    const pairing = joined.find(({ translation }) => translation === reading.id)
    const original = pairing && byId.get(pairing.original)
    const letter = original ? letterOfTwo(reading, original, source) : letterOfOne(reading, source)
    yield withCounterparts(letter, pairings)
  }
}

function letterOfOne(reading: LetterReading, source: PageSource): CanonicalLetter {
  const split = splitLanguages(reading)
  if (split) return letterOfTwo(split.translation, split.original, source)
  return withOrigin(letterFromReading(reading), reading, source)
}

/** One letter of two readings, sentence by sentence in pairs: the header is that of the translation; a date that only the original gives is taken over as a guess. */
function letterOfTwo(
  translation: LetterReading,
  original: LetterReading,
  source: PageSource,
): CanonicalLetter {
  const letter = withOrigin(letterFromReading(translation), translation, source)
  const { date } = letterFromReading(original).translation.records.header
  const dated =
    letter.translation.records.header.date || !date
      ? letter
      : withHeader(letter, { date: { ...date, confidence: Math.min(date.confidence, 0.7) } })
  const other = originalFromReading(original, originOf(original, source))
  const records = {
    ...dated.translation.records,
    pairs: alignLetter(other.machine, dated.translation.machine),
  }
  return { ...dated, translation: { ...dated.translation, records }, original: other }
}

function withHeader(letter: CanonicalLetter, header: Records['header']): CanonicalLetter {
  const { translation } = letter
  const records = { ...translation.records, header: { ...translation.records.header, ...header } }
  const changed: CanonicalText = { ...translation, records }
  return { ...letter, translation: changed }
}

function originOf({ lines: [from, to] }: LetterReading, source: PageSource): Origin | null {
  const { name, format, sha256 } = source
  return sha256 === undefined ? null : { name, format, sha256, from, to }
}

function withOrigin(
  letter: CanonicalLetter,
  reading: LetterReading,
  source: PageSource,
): CanonicalLetter {
  const value = originOf(reading, source)
  return value ? withHeader(letter, { origin: { id: 'origin', value, confidence: 1 } }) : letter
}

function withCounterparts(letter: CanonicalLetter, pairings: readonly Pairing[]): CanonicalLetter {
  const value = pairings.flatMap((pairing): Counterpart[] => {
    const { translation, original, together, confidence } = pairing
    if (together && confidence >= SURE) return []
    if (translation !== letter.id && original !== letter.id) return []
    const is = !together && confidence >= SURE ? 'not-the-original' : 'possible-original'
    const other = translation === letter.id ? original : translation
    return [{ letter: other, is, evidence: evidenceFor(pairing) }]
  })
  if (value.length === 0) return letter
  const confidence = Math.min(
    ...pairings
      .filter(({ translation, original }) => [translation, original].includes(letter.id))
      .map((pairing) => pairing.confidence),
  )
  return withHeader(letter, { counterparts: { id: 'counterparts', value, confidence } })
}

/** The sentences of a pairing, what speaks for its verdict first. */
function evidenceFor({ together, evidence }: Pairing): string[] {
  const [first, second] = [true, false].map((same) =>
    evidence.filter(({ agrees }) => (agrees === together) === same).map(({ text }) => text),
  )
  return [...(first ?? []), ...(second ?? [])]
}
