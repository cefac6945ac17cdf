import { findCallouts } from './find-callouts.ts'
import { findClosedNotes } from './find-closed-notes.ts'
import {
  findNoteBlock,
  type NoteBlock,
  type PrintedLine,
  rateParagraph,
  readPrintedNumber,
} from './find-notes.ts'

/** Which lines of a letter belong to its notes, and where the block begins that ends the letter. */
export interface NoteLines {
  /** Indices of lines before `start` that are notes. */
  readonly between: ReadonlySet<number>
  readonly start: number
  /** Whether a separator or a heading stands before notes. */
  readonly separated: boolean
}

/** A paragraph that begins with the mark that a line before it calls. */
interface Answer {
  readonly at: number
  /** Index of the line with the mark. */
  readonly called: number
  readonly weight: number
}

const keyOf = ({ series, value }: { series: string; value: number }): string => `${series} ${value}`

/** Paragraphs that begin with a mark which the text before them calls and no note has answered yet. */
function findAnswers(lines: readonly PrintedLine[]): Answer[] {
  const open = new Map<string, number>()
  const answers: Answer[] = []
  let parted = false
  lines.forEach(({ text, archive, separator, short }, at) => {
    if (separator > 0) {
      parted = true
      return
    }
    const number = archive || short !== null ? null : readPrintedNumber(text, parted)
    const called = number === null ? undefined : open.get(keyOf(number))
    if (number !== null && called !== undefined) {
      const weight = rateParagraph(text) + (parted ? 3 : 0)
      answers.push({ at, called, weight })
      open.delete(keyOf(number))
      return
    }
    parted = false
    for (const mark of findCallouts(text, STYLES)) open.set(keyOf(mark), at)
  })
  return answers
}

const STYLES = new Set(['plain', 'bracketed', 'parenthesised', 'sign'] as const)
const LIKELY = 1
const SURE = 4.5

/** Whether notes may stand between paragraphs at all: a numbered one stands in the text, or what looks like text in the block. */
function mayBeBetween(lines: readonly PrintedLine[], start: number): boolean {
  return lines.some(({ text, short, archive, separator }, at) => {
    if (short !== null || archive || separator > 0) return false
    const parted = (lines[at - 1]?.separator ?? 0) > 0
    const isNumbered = readPrintedNumber(text, parted) !== null
    return at < start ? isNumbered : !isNumbered && rateParagraph(text) < 0
  })
}

/** Notes that stand between the paragraphs that call them, as at the foot of the pages of a book: a mark behind the first of them is answered behind it. */
function findBetween(lines: readonly PrintedLine[], block: NoteBlock | null): number[] {
  if (!mayBeBetween(lines, block?.start ?? lines.length)) return []
  const answers = findAnswers(lines).filter(({ weight }) => weight >= LIKELY)
  const first = answers[0]
  if (first === undefined) return []
  if (answers.some(({ called }) => called > first.at)) return answers.map(({ at }) => at)
  return block === null ? answers.filter(({ weight }) => weight >= SURE).map(({ at }) => at) : []
}

const LIKE_A_NOTE = 2

/** The lines known to be notes, and what stands just before, among or behind them numbered and worded as they are. */
function findGiven(lines: readonly PrintedLine[], known: ReadonlySet<number>): Set<number> {
  const given = new Set(lines.flatMap(({ line }, at) => (known.has(line) ? [at] : [])))
  const isAlike = (line: PrintedLine | undefined): boolean =>
    line !== undefined &&
    !line.archive &&
    line.separator === 0 &&
    line.short === null &&
    readPrintedNumber(line.text, true) !== null &&
    rateParagraph(line.text) >= LIKE_A_NOTE
  const first = lines.findIndex((_, at) => given.has(at))
  for (let at = first - 1; at >= 0 && isAlike(lines[at]); at--) given.add(at)
  if (first >= 0)
    for (let at = first; at < lines.length; at++) if (isAlike(lines[at])) given.add(at)
  return given
}

/** The block of notes that ends a letter. One whose numbers look like those of a list is known by the marks that call them. */
function findBlock(lines: readonly PrintedLine[]): NoteBlock | null {
  const block = findNoteBlock(lines)
  if (block?.separator != null) return block
  const start = findClosedNotes(lines)
  if (start === null || (block !== null && block.start < start)) return block
  return { start, separator: null }
}

/** Finds the notes of a letter: those whose lines are `known` where they are, and then no others; else those between the paragraphs, and the block at the end. */
export function findNoteLines(
  lines: readonly PrintedLine[],
  known: ReadonlySet<number> | null,
): NoteLines {
  if (known !== null) {
    const given = findGiven(lines, known)
    return { between: given, start: lines.length, separated: true }
  }
  const block = findBlock(lines)
  const between = findBetween(lines, block)
  const last = between.at(-1)
  if (last === undefined) {
    const separated = block !== null && block.separator !== null
    return { between: new Set(), start: block?.start ?? lines.length, separated }
  }
  const rest = findNoteBlock(lines.slice(last + 1))
  const start = rest === null ? lines.length : last + 1 + rest.start
  return { between: new Set(between), start, separated: true }
}
