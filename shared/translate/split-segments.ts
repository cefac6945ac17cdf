import { type Abbreviations, abbreviationsOf } from './abbreviations.ts'

/** A sentence of a text: UTF-16 offsets, no white space at its edges. */
export interface SegmentBounds {
  readonly from: number
  readonly to: number
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const made = new Intl.Segmenter(language, { granularity: 'sentence' })
  segmenters.set(language, made)
  return made
}

/**
 * Cuts a text into sentences: those of `Intl.Segmenter` (UAX 29), joined again behind abbreviations, initials and the numbers of
 * points. Together the segments hold every character that is no white space, each once and in order. `language` is a BCP 47 tag.
 */
export function splitSegments(text: string, language: string): SegmentBounds[] {
  const rules = abbreviationsOf(language)
  const found: { from: number; to: number }[] = []
  for (const piece of pieces(text, language)) {
    const last = found.at(-1)
    if (last && goesOn(text, last, piece, rules)) last.to = piece.to
    else found.push(piece)
  }
  return found
}

// UAX 29 (SB8) sees no end before a number with a small word behind it ("Reply. 12 wagons"), nor before the number of a point.
const INNER_END =
  /(?<=\p{L}{3}[.!?]["»”)]{0,2})\s+(?=\(?\d)|(?<=[.!?;:]["»”)]{0,2})\s+(?=\(?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|\p{Ll})\s?\))/gu

function* pieces(text: string, language: string): Generator<{ from: number; to: number }> {
  for (const { segment, index } of segmenterOf(primaryOf(language)).segment(text)) {
    let at = 0
    for (const part of segment.split(INNER_END)) {
      const trimmed = part.trim()
      const from = segment.indexOf(trimmed, at)
      if (trimmed !== '') yield { from: index + from, to: index + from + trimmed.length }
      at = from + trimmed.length
    }
  }
}

// A private or unknown tag must not stop the work: the rules of UAX 29 are then those without a language.
function primaryOf(language: string): string {
  const primary = language.split('-')[0] ?? ''
  return /^[a-z]{2,3}$/i.test(primary) ? primary : 'und'
}

const HAS_LETTER = /\p{L}/u
const FIRST_WORD = /^["'«“„([—–-]*\s*([\p{L}\p{M}'’-]+)/u
/** The last word before a full stop, with the stops inside it ("т.е", "a.m"). */
const LAST_WORD = /((?:\p{L}{1,4}\.\s?)*[\p{L}№'’-]+)\.["'»”)\]]*$/u
const POINT_START = /^\(?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|\p{Ll})\s?\)/iu
const POINT =
  /^\(?(?:(?:\d{1,3}|\p{L})\s?[.)]+|(?:one|two|three|four|five|six|seven|eight|nine|ten)\s?\)+)\.?$/iu
/** A measure behind a number ends a sentence as other words do: "9 см. Плоты", but "см. стр. 5". */
const MEASURED = /\d\s?\p{L}{1,4}\.$/u
/** "In. No. 48", "Вх. № 48": a short word and its number. */
const NUMBERED = /^(?:No|Nos|Nr|№)\.?\s?\d/u
/** The first letter of an abbreviation of several: "z. B.", "т. е.". */
const SPLIT_LETTERS = /(?:^|[\s(])\p{L}\.$/u
const INITIAL = /(?:^|[\s(.«"“-])\p{Lu}\.$/u

function goesOn(
  text: string,
  last: SegmentBounds,
  next: SegmentBounds,
  rules: Abbreviations,
): boolean {
  const before = text.slice(last.from, last.to)
  // A line end is a border, whatever stands before it.
  if (/[\n\u2028\u2029]/.test(text.slice(last.to, next.from))) return false
  const after = text.slice(next.from, next.from + 60)
  if (POINT.test(before) || !/[\p{L}\d]/u.test(before)) return true
  // What is left of a sentence after its end: brackets, a callout, a dash.
  if (!/[\p{L}\d]/u.test(text.slice(next.from, next.to))) return true
  if (POINT_START.test(after)) return false
  if (rules.ordinalStop && /\d\.$/.test(before)) return true
  const word = FIRST_WORD.exec(after)?.[1] ?? ''
  if (/^\p{Ll}/u.test(word) && !/[!?…]["'»”)\]]*$/u.test(before)) return true
  if (!before.endsWith('.') && !/\.["'»”)\]]+$/u.test(before)) return false
  return endsInAbbreviation(before, after, word, rules)
}

function endsInAbbreviation(
  before: string,
  after: string,
  word: string,
  rules: Abbreviations,
): boolean {
  if (SPLIT_LETTERS.test(before) && /^\p{L}\.(?:\s|$)/u.test(after)) return true
  const opens = rules.openers.has(word.toLowerCase())
  if (INITIAL.test(before)) return !opens
  const last = LAST_WORD.exec(before)?.[1]?.replace(/\s/g, '').toLowerCase()
  if (last === undefined) return false
  const short = last.split('.').at(-1) ?? last
  const isKnown = (words: ReadonlySet<string>) => words.has(last) || words.has(short)
  if (NUMBERED.test(after) && before.length <= 8) return true
  if (isKnown(rules.always) && !(MEASURED.test(before) && /^\p{Lu}/u.test(word)))
    return HAS_LETTER.test(word) ? !opens : true
  return isKnown(rules.sometimes) && (/^\d/.test(after) || word === '')
}
