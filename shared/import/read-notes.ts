import { findCallouts } from './find-callouts.ts'
import { type PrintedLine, type PrintedNumber, readPrintedNumber } from './find-notes.ts'
import { DATE_BEFORE } from './line-patterns.ts'
import { type Links, linkNotes, type PlacedCandidate } from './link-notes.ts'
import type { HeadingRead } from './read-heading.ts'
import type { CalloutReading, LineReading, NoteReading } from './reading.ts'

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
}

function findHeadingCandidates({ heading, first }: NoteParts): PlacedCandidate[] {
  const shape = { name: 'heading', use: 0.5, unused: 1.5, why: 'a number in the heading' }
  return heading.marks.map(({ from, to }) => {
    const n = Number(first.text.slice(from, to).normalize('NFKC'))
    return { from, to, n, shape, text: first.text, order: first.line, foot: false }
  })
}

function findBodyCandidates(body: readonly LineReading[]): PlacedCandidate[] {
  return body.flatMap(({ text, line, kind }) => {
    if (kind === 'archive' || kind === 'separator') return []
    return findCallouts(text).map((found) => {
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
      return [{ line, from, to, n: String(n), note, confidence, why }]
    },
  )
  const calloutOf = new Map(callouts.map(({ note }, index) => [note, index]))
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
export function readNotes(parts: NoteParts): LinkedParts & { content: readonly LineReading[] } {
  const noteLines = parts.block
    .filter(({ archive, separator }) => !archive && separator === 0)
    .map((line) => ({ ...line, number: readPrintedNumber(line.text, parts.separated) }))
  const candidates = [...findHeadingCandidates(parts), ...findBodyCandidates(parts.body)]
  const { notes, callouts } = toReadings(linkNotes(noteLines, candidates), noteLines, candidates)
  return { notes, callouts, content: toNoteContent(parts.block, noteLines, notes) }
}
