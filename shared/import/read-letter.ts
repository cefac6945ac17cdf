import { classifyBody } from './classify-body.ts'
import { findShortLine, rateSeparator } from './classify-line.ts'
import { findCallouts } from './find-callouts.ts'
import { findLanguage } from './find-language.ts'
import {
  findNoteBlock,
  type PrintedLine,
  type PrintedNumber,
  readPrintedNumber,
} from './find-notes.ts'
import { findProblems } from './find-problems.ts'
import { DATE_BEFORE } from './line-patterns.ts'
import { type Links, linkNotes, type PlacedCandidate } from './link-notes.ts'
import type { PageHints } from './page-text.ts'
import { readArchive } from './read-archive.ts'
import type { HeadingRead } from './read-heading.ts'
import type {
  ArchiveReading,
  CalloutReading,
  LetterReading,
  LineReading,
  NoteReading,
} from './reading.ts'

/** A printed line with how many blank lines stand before it; `line` is 1-based. */
export interface PageLine {
  readonly line: number
  readonly text: string
  readonly blanks: number
}

interface NoteLine extends PrintedLine {
  readonly number: PrintedNumber | null
}

interface Parts {
  readonly body: readonly PrintedLine[]
  readonly block: readonly PrintedLine[]
  readonly separated: boolean
  readonly archive: readonly ArchiveReading[]
}

/** Parts the lines under the heading into text and notes, and reads the letter's own archive references in both. */
function partLines(lines: readonly PageLine[], heading: HeadingRead, first: PageLine): Parts {
  const read = lines.map((line) => readArchive(line.text, line.line))
  const printed = lines.map(
    (line, at): PrintedLine => ({
      ...line,
      archive: read[at] !== null,
      separator: rateSeparator(line.text),
      short: findShortLine(line.text),
    }),
  )
  const found = findNoteBlock(printed)
  const start = found?.start ?? lines.length
  // Between two notes an unlabelled reference belongs to the note before it.
  const lastNote = printed.findLastIndex(
    ({ archive, separator }, at) => at >= start && !archive && separator === 0,
  )
  const own = printed.map((line, at): PrintedLine => {
    const inNotes = at > start && at < lastNote && read[at]?.labelled !== true
    return inNotes ? { ...line, archive: false } : line
  })
  const glued =
    heading.archiveAt < 0 ? null : readArchive(first.text.slice(heading.archiveAt), first.line)
  const references = own.flatMap(({ archive }, at) => (archive ? (read[at]?.references ?? []) : []))
  return {
    body: own.slice(0, start),
    block: own.slice(start),
    separated: found?.separator !== null && found !== null,
    archive: [...(glued?.references ?? []), ...references],
  }
}

function findHeadingCandidates(heading: HeadingRead, first: PageLine): PlacedCandidate[] {
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

/** Reads one letter: `first` is the line of its heading, `lines` the non-blank lines under it up to the next letter, `hints` those of the page. */
export function readLetter(
  id: string,
  source: string,
  first: PageLine,
  heading: HeadingRead,
  lines: readonly PageLine[],
  _hints?: PageHints,
): LetterReading {
  const parts = partLines(lines, heading, first)
  const kinds = classifyBody(parts.body)
  const body = parts.body.map(
    ({ line, text }, at): LineReading => ({ line, text, kind: kinds[at] ?? 'paragraph' }),
  )
  const noteLines = parts.block
    .filter(({ archive, separator }) => !archive && separator === 0)
    .map((line) => ({ ...line, number: readPrintedNumber(line.text, parts.separated) }))
  const candidates = [...findHeadingCandidates(heading, first), ...findBodyCandidates(body)]
  const links = linkNotes(noteLines, candidates)
  const { notes, callouts } = toReadings(links, noteLines, candidates)
  const content: LineReading[] = [
    { line: first.line, text: first.text, kind: 'heading' },
    ...body,
    ...toNoteContent(parts.block, noteLines, notes),
  ]
  const letter = {
    id,
    source,
    lines: [first.line, lines.at(-1)?.line ?? first.line] as const,
    line: first.line,
    heading: heading.heading,
    senders: heading.senders,
    recipients: heading.recipients,
    date: heading.date,
    archive: parts.archive,
    content,
    notes,
    callouts,
    finds: [],
    language: findLanguage(content.map(({ text }) => text).join('\n')),
  }
  return { ...letter, problems: findProblems(letter) }
}
