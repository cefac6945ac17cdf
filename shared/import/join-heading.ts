import { DOCUMENT_KINDS } from './heading-patterns.ts'
import { findPattern } from './pattern.ts'
import { readArchive } from './read-archive.ts'
import { readDate } from './read-date.ts'
import { type HeadingRead, readHeading } from './read-heading.ts'
import type { PageLine } from './read-letter.ts'
import type { CompiledRule } from './rules/compile-rules.ts'

const LONGEST_LINE = 110
/** A line that cannot be the end of a heading: names with a comma or a connector behind them. */
const GOES_ON = /(?:,|\s(?:to|and|an|и)|[–—-])\s*$/iu
const NUMBER_LINE = /^\s*(?:no|nr|doc|document|№)\.?\s*\d{1,4}\s*\.?\s*$/iu

function joinTwo(first: PageLine, second: PageLine, rules: readonly CompiledRule[]) {
  const read = readHeading(`${first.text} ${second.text.trimStart()}`, rules)
  if (read === null || read.archiveAt >= 0) return null
  // A mark is kept where its offset is one of the first line.
  const marks = read.marks.filter(({ to }) => to <= first.text.length)
  return { ...read, marks, more: 1 }
}

/** "October 1, 1934" in a line of its own, right above the names. */
function joinDateAbove(first: PageLine, second: PageLine, rules: readonly CompiledRule[]) {
  const read = readDate(first.text)
  if (read?.exactness !== 'day' || !/\p{L}{3}.*\d{4}/u.test(first.text)) return null
  const names = readHeading(second.text, rules)
  if (names === null || names.date !== null || names.senders.length === 0) return null
  const heading = `${first.text.trim()} ${names.heading}`
  return { ...names, heading, date: read.date, marks: [], strength: 'full' as const, more: 1 }
}

/** Whether a line that is no heading by itself may be the first half of one. */
function mayGoOn(first: PageLine, read: HeadingRead | null): boolean {
  const text = first.text.trim()
  if (read !== null) return read.date === null && read.archiveAt < 0
  if (GOES_ON.test(text) && !/[.:;!?]\s/.test(text)) return true
  return findPattern(DOCUMENT_KINDS, text) !== null && !/[.;!?]$/.test(text)
}

/** The two lines a heading may stand in: short ones with no more than a blank line between them. */
function findTwo(lines: readonly PageLine[], at: number): [PageLine, PageLine] | null {
  const first = lines[at]
  const second = lines[at + 1]
  if (first === undefined || second === undefined || second.blanks > 1) return null
  return Math.max(first.text.length, second.text.length) <= LONGEST_LINE ? [first, second] : null
}

/** A number or a date of the heading in a line of its own, right above the names. */
function joinAbove(first: PageLine, second: PageLine, rules: readonly CompiledRule[]) {
  if (NUMBER_LINE.test(first.text)) return fullOnly(joinTwo(first, second, rules))
  return /\d{4}/.test(first.text) ? joinDateAbove(first, second, rules) : null
}

/**
 * The heading that begins in the line at `at` and goes on in the next one: names over a date, a list of names over two lines, a number or
 * a date right above the names. Null where the line is whole by itself; `read` is what was read in it alone.
 */
export function joinHeading(
  lines: readonly PageLine[],
  at: number,
  read: HeadingRead | null,
  rules: readonly CompiledRule[],
): HeadingRead | null {
  const two = read?.strength === 'full' ? null : findTwo(lines, at)
  if (two === null) return null
  const [first, second] = two
  const joined = second.blanks === 0
  const begins = read === null && joined && (first.blanks > 0 || at === 0)
  const above = begins ? joinAbove(first, second, rules) : null
  if (above !== null || !mayGoOn(first, read)) return above
  // Names that are a heading already take nothing from the next line but a date.
  const follows = read === null ? joined : readDate(second.text) !== null
  if (!follows || readArchive(second.text, second.line) !== null) return null
  return fullOnly(joinTwo(first, second, rules))
}

const fullOnly = (read: HeadingRead | null): HeadingRead | null =>
  read?.strength === 'full' ? read : null
