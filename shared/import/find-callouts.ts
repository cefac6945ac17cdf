import {
  CALLOUT_BLOCKERS,
  CALLOUT_SHAPES,
  type CalloutShape,
  type ContextPattern,
  SIGN_SHAPES,
} from './callout-patterns.ts'
import { firstCode, lastCode } from './line-trace.ts'
import {
  type NoteSeries,
  NUMBER_WORDS,
  nameMark,
  readNoteMark,
  SUPERSCRIPTS,
} from './note-marks.ts'
import type { NoteStyle } from './note-patterns.ts'
import { type EdgeTable, makeEdgeTable, mayStandAt } from './rules/pattern-edges.ts'

/** What the place of a mark says: its name, what using and what leaving it costs, why it looks like a callout. */
export type MarkShape = Pick<CalloutShape, 'name' | 'use' | 'unused' | 'why'>

/** A mark in a line that may call a note; offsets in the line, UTF-16 units; `n` as it is told, `value` its place in its series. */
export interface CalloutCandidateText {
  readonly from: number
  readonly to: number
  readonly n: string
  readonly series: NoteSeries
  readonly value: number
  readonly shape: MarkShape
}

/** How far the patterns look. */
const REACH_BEFORE = 32
const REACH_AFTER = 48
const SIGN = new RegExp(`\\d+|[${SUPERSCRIPTS}]+|[*＊]{1,6}|[†‡]{1,2}|[ᵃᵇᶜᵈᵉᶠᵍ]`, 'gu')
const BRACKETED_LETTER = /\[([a-zа-я])\](?!\p{L})/gu
const WORD_MARK = new RegExp(`[\\p{L}”"»)]\\s(${NUMBER_WORDS})(?=\\s+[.,;:!?](?:\\s|$))`, 'gu')
const HAS_WORD = new RegExp(`\\s(?:${NUMBER_WORDS})\\s+[.,;:!?]`)

const RAISED: MarkShape = { name: 'superscript', use: 0, unused: 2, why: 'raised-number' }
const LETTER: MarkShape = { name: 'bracketed letter', use: 0.2, unused: 1, why: 'bracketed-letter' }
const WORD: MarkShape = { name: 'number word', use: 0.5, unused: 0, why: 'number-word' }
/** “One” ends sentences that call nothing: only words in common with a note make it a mark. */
const ONE: MarkShape = { ...WORD, use: 0.9 }
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

/** Raised digits that belong to a unit. */
const UNIT = /(?<!\p{L})(?:[kcdm]?m|[ксд]?м)$/u
/** A numeric date with a Roman month and one digit too many in its year. */
const RUN_INTO_DATE = /[IVX]{1,4}\s?[-–—./]{1,2}\s?[1-4]\d$/u
const INTO_DATE: MarkShape = { name: 'run into a date', use: 0.6, unused: 1, why: 'glued' }

/** Whether a text ends with a unit of length: a raised number behind it is its power. */
export const isUnit = (before: string): boolean => UNIT.test(before.slice(-4))

const EMPHASIS = /(?<!\S)([*＊]{1,3})(?=\p{L})[^*＊]{1,200}\1/gu

/** The text before and behind a number, as far as the patterns look, and what is next to it on either side beyond white space. */
interface Context {
  readonly before: string
  readonly after: string
  readonly last: number
  readonly first: number
}

function contextOf(text: string, from: number, to: number): Context {
  const before = text.slice(Math.max(0, from - REACH_BEFORE), from)
  const after = text.slice(to, to + REACH_AFTER)
  return { before, after, last: lastCode(before), first: firstCode(after) }
}

/** A pattern for the end of a text, read from the end: the same matches, without a try at every place before it. */
const fromEnd = (pattern: RegExp): RegExp =>
  pattern.source.endsWith('$')
    ? new RegExp(`$(?<=${pattern.source.slice(0, -1)})`, pattern.flags)
    : pattern

/** A row with what can stand next to the number for it to match, and its pattern for the text before it read from the end. */
interface PreparedContext {
  readonly before: RegExp | undefined
  readonly last: EdgeTable | null
  readonly first: EdgeTable | null
}

const prepared = new Map(
  [...CALLOUT_BLOCKERS, ...CALLOUT_SHAPES, ...SIGN_SHAPES].map(
    (row): [ContextPattern, PreparedContext] => [row, prepareContext(row)],
  ),
)

function prepareContext({ before, after }: ContextPattern): PreparedContext {
  return {
    before: before === undefined ? undefined : fromEnd(before),
    last: before === undefined ? null : makeEdgeTable(before, 'end'),
    first: after === undefined ? null : makeEdgeTable(after, 'begin'),
  }
}

function fits(row: ContextPattern, { before, after, last, first }: Context): boolean {
  const ready = prepared.get(row) ?? prepareContext(row)
  if (!mayStandAt(ready.first, first) || !mayStandAt(ready.last, last)) return false
  if (row.after !== undefined && !row.after.test(after)) return false
  if (ready.before !== undefined && !ready.before.test(before)) return false
  return row.unlessAfter === undefined || !row.unlessAfter.test(after)
}

/** Whether the surroundings of the number at `from`..`to` are those of the row. */
export function matchesContext(
  row: ContextPattern,
  text: string,
  from: number,
  to: number,
): boolean {
  return fits(row, contextOf(text, from, to))
}

function rateNumber(context: Context, styles: ReadonlySet<NoteStyle>): MarkShape | null {
  const shape = CALLOUT_SHAPES.find(
    (row) => (row.style === undefined || styles.has(row.style)) && fits(row, context),
  )
  if (shape === undefined) return null
  // Brackets say more than what stands before them.
  if (shape.why === 'bracketed-mark' || shape.style !== undefined) return shape
  return CALLOUT_BLOCKERS.some((row) => fits(row, context)) ? null : shape
}

function rate(
  text: string,
  from: number,
  to: number,
  styles: ReadonlySet<NoteStyle>,
): MarkShape | null {
  const printed = text.slice(from, to)
  const context = contextOf(text, from, to)
  if (isDigit(printed.charCodeAt(0))) return rateNumber(context, styles)
  if (/^[*＊†‡]/.test(printed)) return SIGN_SHAPES.find((row) => fits(row, context)) ?? null
  if (/^[ᵃᵇᶜᵈᵉᶠᵍ]/.test(printed)) return RAISED
  if (printed.length === 1 && /^\p{L}/u.test(printed)) return styles.has('sign') ? LETTER : null
  if (/^\p{L}/u.test(printed)) return printed === 'one' || printed === 'один' ? ONE : WORD
  return from > 0 && !isUnit(context.before) ? RAISED : null
}

const PLAIN: ReadonlySet<NoteStyle> = new Set<NoteStyle>(['plain'])

/** A mark that ran into the year of a numeric date; `run` is where it stands, the last of three digits. */
function readRunIn(text: string, run: number): CalloutCandidateText | null {
  if (!RUN_INTO_DATE.test(text.slice(Math.max(0, run - 12), run))) return null
  const n = text.charAt(run)
  const value = Number(n)
  if (value === 0) return null
  return { from: run, to: run + 1, n, series: 'number', value, shape: INTO_DATE }
}

/** The mark of one match of `MARK`, or null where it calls nothing. */
function readMark(
  text: string,
  from: number,
  printed: string,
  styles: ReadonlySet<NoteStyle>,
): CalloutCandidateText | null {
  if (printed.length > 6 || printed.startsWith('0')) return null
  const isDigits = isDigit(printed.charCodeAt(0))
  const runIn = isDigits && printed.length === 3 ? readRunIn(text, from + 2) : null
  if (runIn !== null) return runIn
  const mark = readNoteMark(printed)
  if (mark === null || mark.value === 0 || mark.value > 199) return null
  const to = from + printed.length
  const shape = rate(text, from, to, styles)
  return shape === null ? null : { from, to, n: nameMark(printed, mark), ...mark, shape }
}

interface Printed {
  readonly printed: string
  readonly from: number
}

/** What is printed as a mark may be, in the order of the text. */
function findPrinted(text: string, styles: ReadonlySet<NoteStyle>): Printed[] {
  const found: Printed[] = []
  for (const match of text.matchAll(SIGN)) found.push({ printed: match[0], from: match.index })
  const rare: RegExp[] = []
  if (styles.has('sign') && text.includes('[')) rare.push(BRACKETED_LETTER)
  if (HAS_WORD.test(text)) rare.push(WORD_MARK)
  if (rare.length === 0) return found
  for (const pattern of rare)
    for (const match of text.matchAll(pattern)) {
      const printed = match[1] ?? ''
      found.push({ printed, from: match.index + match[0].indexOf(printed, 1) })
    }
  return found.sort((a, b) => a.from - b.from)
}

/** All marks of a line that may call a note, each with the shape of its place; numbers from 1 to 199, never years. `styles` are those the notes are printed in. */
export function findCallouts(
  text: string,
  styles: ReadonlySet<NoteStyle> = PLAIN,
): CalloutCandidateText[] {
  const emphasised = /[*＊]/.test(text)
    ? [...text.matchAll(EMPHASIS)].map((match) => [match.index, match.index + match[0].length])
    : []
  const isEmphasis = (from: number): boolean =>
    emphasised.some(([start = 0, end = 0]) => from >= start && from < end)
  return findPrinted(text, styles).flatMap(({ printed, from }) => {
    if (emphasised.length > 0 && /^[*＊]/.test(printed) && isEmphasis(from)) return []
    return readMark(text, from, printed, styles) ?? []
  })
}
