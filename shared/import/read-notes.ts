import type { PlacedCandidate } from './assign-series.ts'
import { findCallouts, type MarkShape } from './find-callouts.ts'
import { type PrintedLine, type PrintedNumber, readPrintedNumbers } from './find-notes.ts'
import { addHintedMarks, findGivenNotes } from './hinted-notes.ts'
import { DATE_BEFORE } from './line-patterns.ts'
import { type Links, linkNotes } from './link-notes.ts'
import type { NoteStyle } from './note-patterns.ts'
import type { PageHints } from './page-text.ts'
import type { HeadingRead } from './read-heading.ts'
import type { CalloutReading, LineReading, NoteReading } from './reading.ts'
import type { Rarity } from './word-rarity.ts'

interface NoteLine extends PrintedLine {
  readonly number: PrintedNumber | null
}

/** A letter whose notes are to be read: its heading and the line it stands in, the lines of its text, and its block of notes. */
export interface NoteParts {
  readonly first: { readonly line: number; readonly text: string }
  readonly heading: HeadingRead
  readonly body: readonly LineReading[]
  readonly block: readonly PrintedLine[]
  /** Whether a separator stands before the notes. */
  readonly separated: boolean
  /** What the format says of the page. */
  readonly hints?: PageHints | undefined
}

/** What the whole page says of the notes of a letter: lines that are notes (then no others are), how rare words are. */
export interface NotePage {
  readonly noteLines?: ReadonlySet<number>
  readonly rarity?: Rarity
}

/** The lines that the format marks off as notes; null where it marks none. */
export function findHintedLines(hints: PageHints | undefined): ReadonlySet<number> | null {
  const lines = hints?.notes.flatMap((note) => note.lines) ?? []
  return lines.length === 0 ? null : new Set(lines)
}

/** Lines of the text and of the notes in the order of the page. */
export function mergeLines(
  body: readonly LineReading[],
  notes: readonly LineReading[],
): LineReading[] {
  const ordered = [...body, ...notes]
  const last = body.at(-1)?.line ?? 0
  return (notes[0]?.line ?? last) < last ? ordered.sort((a, b) => a.line - b.line) : ordered
}

const IN_HEADING: MarkShape = { name: 'heading', use: 0.5, unused: 1.5, why: 'in-heading' }

function findHeadingCandidates({ heading, first }: NoteParts): PlacedCandidate[] {
  return heading.marks.map(({ from, to }) => {
    const value = Number(first.text.slice(from, to).normalize('NFKC'))
    const mark = { n: String(value), series: 'number', value, shape: IN_HEADING } as const
    return { from, to, ...mark, text: first.text, order: first.line, foot: false }
  })
}

function findBodyCandidates(
  body: readonly LineReading[],
  styles: ReadonlySet<NoteStyle>,
): PlacedCandidate[] {
  return body.flatMap(({ text, line, kind }) => {
    if (kind === 'archive' || kind === 'separator') return []
    return findCallouts(text, styles).map((found) => {
      const before = text.slice(Math.max(0, found.from - 40), found.from)
      const foot = kind === 'closer' || DATE_BEFORE.test(before)
      return { ...found, text, order: line, foot }
    })
  })
}

interface LinkedParts {
  readonly notes: readonly NoteReading[]
  readonly callouts: readonly CalloutReading[]
}

function toReadings(
  links: Links,
  noteLines: readonly NoteLine[],
  candidates: readonly PlacedCandidate[],
): LinkedParts {
  const callouts = links.callouts.flatMap(
    ({ candidate, note, confidence, why }): CalloutReading[] => {
      const found = candidates[candidate]
      if (found === undefined) return []
      const { order: line, from, to, n } = found
      return [{ line, from, to, n, note, confidence, why }]
    },
  )
  // A note that is called again has its first mark for its own.
  const calloutOf = new Map(callouts.map(({ note }, index) => [note, index] as const).toReversed())
  const notes = links.notes.map(({ first, end, confidence }, index): NoteReading => {
    return {
      n: noteLines[first]?.number?.n ?? null,
      lines: noteLines.slice(first, end).map(({ line }) => line),
      callout: calloutOf.get(index) ?? null,
      confidence,
    }
  })
  return { notes, callouts }
}

/** The lines of the note block as content; archive lines and separators in it stay what they are. */
function toNoteContent(
  block: readonly PrintedLine[],
  noteLines: readonly NoteLine[],
  notes: readonly NoteReading[],
): LineReading[] {
  const noteOf = new Map(notes.flatMap(({ lines }, note) => lines.map((line) => [line, note])))
  const numberOf = new Map(noteLines.map(({ line, number }) => [line, number]))
  const starts = new Set(notes.map(({ lines }) => lines[0]))
  return block.map(({ line, text, archive }): LineReading => {
    const note = noteOf.get(line)
    if (note === undefined) return { line, text, kind: archive ? 'archive' : 'separator' }
    const number = starts.has(line) ? numberOf.get(line) : null
    if (number === null || number === undefined) return { line, text, kind: 'note', note }
    return { line, text, kind: 'note', note, number: { from: number.from, to: number.to } }
  })
}

/** Reads the notes of a letter and links them to their callouts; `content` is the block line by line. */
export function readNotes(
  parts: NoteParts,
  rarity?: Rarity,
): LinkedParts & { content: readonly LineReading[] } {
  const printed = parts.block.filter(({ archive, separator }) => !archive && separator === 0)
  const numbers = readPrintedNumbers(printed, parts.separated)
  const noteLines = printed.map((line, at) => ({ ...line, number: numbers[at] ?? null }))
  const styles = new Set(numbers.flatMap((number) => number?.style ?? []))
  const read = [...findHeadingCandidates(parts), ...findBodyCandidates(parts.body, styles)]
  const lines = [{ ...parts.first, foot: false }, ...parts.body]
  const candidates = addHintedMarks(read, lines, parts.hints)
  const given = findGivenNotes(noteLines, candidates, parts.hints)
  const links = linkNotes(noteLines, candidates, rarity, given)
  const { notes, callouts } = toReadings(links, noteLines, candidates)
  return { notes, callouts, content: toNoteContent(parts.block, noteLines, notes) }
}
