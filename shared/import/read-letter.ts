import { classifyBody } from './classify-body.ts'
import { findShortLine, rateSeparator } from './classify-line.ts'
import { findLanguage } from './find-language.ts'
import { findNoteBlock, type PrintedLine } from './find-notes.ts'
import { findProblems } from './find-problems.ts'
import type { PageHints } from './page-text.ts'
import { readArchive } from './read-archive.ts'
import type { HeadingRead } from './read-heading.ts'
import { readNotes } from './read-notes.ts'
import type { ArchiveReading, LetterReading, LineReading } from './reading.ts'

/** A printed line with how many blank lines stand before it; `line` is 1-based. */
export interface PageLine {
  readonly line: number
  readonly text: string
  readonly blanks: number
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
  const { block, separated } = parts
  const { notes, callouts, ...read } = readNotes({ first, heading, body, block, separated })
  const content: LineReading[] = [
    { line: first.line, text: first.text, kind: 'heading' },
    ...body,
    ...read.content,
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
