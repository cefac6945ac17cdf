import type { CanonicalLetter } from '../letter/canonical.ts'
import type { Origin } from '../letter/records.ts'
import { letterFromReading } from './letter-from-reading.ts'
import type { LetterReading, PageReading } from './reading.ts'

/** The file a page came from; without `sha256` (of its bytes, hex) the letters carry no origin. */
export interface PageSource {
  readonly name: string
  readonly format: Origin['format']
  readonly sha256?: string
}

/** The letters of a page in canonical form, each with the file and the lines it came from. Pure: the same page gives the same letters. */
export function lettersFromPage(page: PageReading, source: PageSource): CanonicalLetter[] {
  return page.letters.map((reading) => withOrigin(letterFromReading(reading), reading, source))
}

function withOrigin(
  letter: CanonicalLetter,
  { lines: [from, to] }: LetterReading,
  { name, format, sha256 }: PageSource,
): CanonicalLetter {
  if (sha256 === undefined) return letter
  const { translation } = letter
  const { records } = translation
  const origin = { id: 'origin', value: { name, format, sha256, from, to }, confidence: 1 } as const
  const header = { ...records.header, origin }
  return { ...letter, translation: { ...translation, records: { ...records, header } } }
}
