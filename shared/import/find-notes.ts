import type { ShortLinePattern } from './line-patterns.ts'
import { type NoteSeries, nameMark, readNoteMark } from './note-marks.ts'
import {
  DISPLACED_NUMBERS,
  NOTE_HEADING,
  NOTE_SIGNS,
  NOTE_STARTS,
  type NoteSign,
  type NoteStyle,
} from './note-patterns.ts'
import { findLikely, findPattern, type PreparedRow, prepareTable } from './pattern.ts'

/** A printed line of a letter: how many blank lines stand before it, how surely it is a separator, what short line it is. */
export interface PrintedLine {
  readonly line: number
  readonly text: string
  readonly blanks: number
  readonly archive: boolean
  readonly separator: number
  readonly short: ShortLinePattern | null
}

/** The printed number or other mark at the beginning of a note; offsets in the line, UTF-16 units. */
export interface PrintedNumber {
  readonly n: string
  readonly series: NoteSeries
  readonly value: number
  readonly style: NoteStyle
  readonly from: number
  readonly to: number
}

const STARTS = prepareTable(NOTE_STARTS)
const SIGNS_OF_NOTES = prepareTable(NOTE_SIGNS.filter(({ weight }) => weight >= 0))
const SIGNS_OF_TEXT = prepareTable(NOTE_SIGNS.filter(({ weight }) => weight < 0))

/** Reads a note's number where one stands; `separated` says that the paragraph follows a separator. */
export function readPrintedNumber(text: string, separated: boolean): PrintedNumber | null {
  for (const row of findLikely(STARTS, text)) {
    if (row.separated && !separated) continue
    const match = row.pattern.exec(text)
    const printed = match?.[1]
    if (match === null || printed === undefined) continue
    const mark = readNoteMark(printed)
    if (mark === null || mark.value === 0) continue
    const from = match[0].indexOf(printed)
    const { series, value } = mark
    const n = nameMark(printed, mark)
    return { n, series, value, style: row.style, from, to: from + printed.length }
  }
  return null
}

/** Whether a block begins with 1 or numbers several of its lines. */
function isCounted(lines: readonly { readonly text: string }[]): boolean {
  const read = lines.flatMap(({ text }) => readPrintedNumber(text, true) ?? [])
  return read.length > 1 || read[0]?.value === 1
}

/** Reads the numbers of a block of notes: a block is printed in one style, other numbers in it are items of a list in a note. */
export function readPrintedNumbers(
  lines: readonly { readonly text: string }[],
  separated: boolean,
): (PrintedNumber | null)[] {
  const read = lines.map(({ text }) => readPrintedNumber(text, separated))
  const style = read.find((number) => number !== null && number.style !== 'sign')?.style
  // What looks like a block of notes may be numbered as lists are, where nothing in it is numbered as notes are.
  if (!separated && style === undefined && isCounted(lines)) return readPrintedNumbers(lines, true)
  return read.map((number) => (number?.style === style || number?.style === 'sign' ? number : null))
}

/** The number that slid into a date at the beginning of a note, or null. */
export function readDisplacedNumber(text: string): number | null {
  const row = findPattern(DISPLACED_NUMBERS, text)
  const printed = row?.pattern.exec(text)?.[1]
  return printed === undefined ? null : Number(printed)
}

/** How surely a line heads notes: the bonus of a separator, 0 where it heads none. */
export function rateNoteHeading(text: string): number {
  return text.length < 40 && NOTE_HEADING.pattern.test(text) ? 8 : 0
}

const SHORT_LINE_WEIGHT = -4
const THRESHOLD = 2.5
/** Short lines that end a letter more surely than a name does. */
const FOOT = new Set(['date line', 'time line', 'number line', 'deciphered', 'valediction'])

const CYRILLIC = /[а-яё]/i
const OPENING_MARK = /[“„"]/
const QUOTED = /[“„"][^”"]*[”"]?/gu

/** The weights of the signs that match, added up. */
function weighSigns(
  signs: readonly PreparedRow<NoteSign>[],
  text: string,
  isCyrillic: boolean,
): number {
  let sum = 0
  for (const { script, pattern, weight } of findLikely(signs, text))
    if ((isCyrillic || script === undefined) && pattern.test(text)) sum += weight
  return sum
}

/** How much a paragraph that is no short line looks like a note (> 0) or like the text of a letter (< 0). */
export function rateParagraph(text: string): number {
  const number = findLikely(STARTS, text).find((row) => !row.separated && row.pattern.test(text))
  let weight = number?.weight ?? -0.5
  const isCyrillic = CYRILLIC.test(text.slice(0, 200))
  weight += weighSigns(SIGNS_OF_NOTES, text, isCyrillic)
  // What a note quotes may well be written in the first person.
  const unquoted = OPENING_MARK.test(text) ? text.replace(QUOTED, ' ') : text
  weight += weighSigns(SIGNS_OF_TEXT, unquoted, isCyrillic)
  if (readDisplacedNumber(text) !== null) weight += 2
  // One long note must not outweigh what stands between it and the end of the letter.
  return Math.max(-4, Math.min(5, weight))
}

function rateLine({ archive, text, short }: PrintedLine): number {
  if (archive) return 0
  return short === null ? rateParagraph(text) : SHORT_LINE_WEIGHT
}

function rateBoundary(lines: readonly PrintedLine[], at: number): number {
  const before = lines[at - 1]
  const here = lines[at]
  if (before === undefined || here === undefined) return 0
  let bonus = before.separator
  if (before.archive) bonus += 3
  if (here.blanks > 1) bonus += 1.5
  if (before.short !== null) bonus += FOOT.has(before.short.name) ? 2 : 1
  return bonus
}

/** Where the notes of a letter begin: index of their first line and of the separator before it, or null for either. */
export interface NoteBlock {
  readonly start: number
  readonly separator: number | null
}

/**
 * Finds the block of notes that ends a letter: of all places where it could begin, the one where what follows looks most like notes
 * (signs added up from the end) and the boundary is best marked (separator of any length, archive line, blank lines). Null where
 * nothing looks like notes. Linear in the text.
 */
export function findNoteBlock(lines: readonly PrintedLine[]): NoteBlock | null {
  let sum = 0
  let best = 0
  let start = -1
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at]
    if (line === undefined) continue
    if (line.separator > 0) continue
    const weight = rateLine(line)
    sum += weight
    const bonus = rateBoundary(lines, at)
    const bounded = weight > 0 || bonus >= 6 || (bonus >= 3 && weight > -1)
    if (bounded && sum + bonus > best && sum + bonus >= THRESHOLD) {
      best = sum + bonus
      start = at
    }
  }
  if (start < 0) return null
  const before = lines[start - 1]
  return {
    start,
    separator: before !== undefined && before.separator > 0 ? start - 1 : null,
  }
}
