import { classifyBody } from './classify-body.ts'
import { findShortLine, rateSeparator } from './classify-line.ts'
import { findLanguage } from './find-language.ts'
import { findNoteLines } from './find-note-lines.ts'
import { type PrintedLine, rateNoteHeading } from './find-notes.ts'
import { findProblems } from './find-problems.ts'
import { findInHeading } from './finds/find-in-heading.ts'
import { findSpans } from './finds/find-spans.ts'
import type { PageHints } from './page-text.ts'
import { readArchive, readReference } from './read-archive.ts'
import type { HeadingRead } from './read-heading.ts'
import { findHintedLines, mergeLines, type NotePage, readNotes } from './read-notes.ts'
import type { ArchiveReading, FoundSpan, LetterReading, LineReading } from './reading.ts'
import { type CompiledRules, compileRules } from './rules/compile-rules.ts'

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
function partLines(
  lines: readonly PageLine[],
  heading: HeadingRead,
  first: PageLine,
  noteLines: ReadonlySet<number> | null,
): Parts {
  const read = lines.map((line) => readArchive(line.text, line.line))
  const printed = lines.map(
    (line, at): PrintedLine => ({
      ...line,
      archive: read[at] !== null,
      separator: rateSeparator(line.text) || rateNoteHeading(line.text),
      short: findShortLine(line.text),
    }),
  )
  const { between, start, separated } = findNoteLines(printed, noteLines)
  const isNote = (at: number): boolean => at >= start || between.has(at)
  // Between two notes an unlabelled reference belongs to the note before it.
  const lastNote = printed.findLastIndex(
    ({ archive, separator }, at) => at >= start && !archive && separator === 0,
  )
  const own = printed.map((line, at): PrintedLine => {
    const inNotes = at > start && at < lastNote && read[at]?.labelled !== true
    return inNotes || between.has(at) ? { ...line, archive: false } : line
  })
  const glued =
    heading.archiveAt < 0 ? null : readArchive(first.text.slice(heading.archiveAt), first.line)
  const references = own.flatMap(({ archive }, at) => (archive ? (read[at]?.references ?? []) : []))
  return {
    body: own.filter((_, at) => !isNote(at)),
    block: own.filter((_, at) => isNote(at)),
    separated,
    archive: [...(glued?.references ?? []), ...references],
  }
}

/** Lines that say what language a letter is in: those under its heading. */
const LANGUAGE_LINES = 12

/** What the rules find in the heading and in the lines under it. */
function findAll(
  heading: HeadingRead,
  content: readonly LineReading[],
  rules: CompiledRules,
): FoundSpan[] {
  const { senders, recipients, date } = heading
  const day = date?.when ?? date?.notAfter ?? date?.notBefore ?? date?.from
  const year = day === undefined ? null : Number(day.slice(0, 4))
  const printed = content.filter(({ kind }) => kind === 'heading')
  const found = findSpans(content, rules, { senders, recipients, year })
  return [...findInHeading(printed, heading), ...found]
}

/** References inside a line that says the source, or in brackets at the foot: the letter's own where it has no line of them. */
function archiveOfFinds(
  content: readonly LineReading[],
  finds: readonly FoundSpan[],
): readonly ArchiveReading[] {
  const own = new Map(
    content
      .filter(({ kind }) => kind === 'archive' || kind === 'closer' || kind === 'opener')
      .map(({ line, text }) => [line, text]),
  )
  return finds.flatMap(({ kind, line, from, to }) => {
    const printed = kind === 'archive' ? own.get(line)?.slice(from, to) : undefined
    const reference = printed === undefined ? null : readReference(printed)
    return reference === null ? [] : [{ ...reference, line }]
  })
}

/**
 * Reads one letter: `first` is the line of its heading, `lines` the non-blank lines under it up to the next letter (a heading that goes
 * on has its further lines among them), `hints` those of the page, `rules` those in force, `page` what the whole page says of notes.
 */
export function readLetter(
  id: string,
  source: string,
  first: PageLine,
  heading: HeadingRead,
  lines: readonly PageLine[],
  hints?: PageHints,
  rules: CompiledRules = compileRules(),
  page: NotePage = {},
): LetterReading {
  const more = heading.more ?? 0
  const noteLines = page.noteLines ?? findHintedLines(hints)
  const parts = partLines(lines.slice(more), heading, first, noteLines)
  const kinds = classifyBody(parts.body)
  const body = parts.body.map(
    ({ line, text }, at): LineReading => ({ line, text, kind: kinds[at] ?? 'paragraph' }),
  )
  const { block, separated } = parts
  const { notes, callouts, ...read } = readNotes(
    { first, heading, body, block, separated, hints },
    page.rarity,
  )
  const content: LineReading[] = [
    ...[first, ...lines.slice(0, more)].map(
      ({ line, text }): LineReading => ({ line, text, kind: 'heading' }),
    ),
    ...mergeLines(body, read.content),
  ]
  const told = body.length > 0 ? body : content
  const finds = findAll(heading, content, rules)
  const letter = {
    id,
    source,
    lines: [first.line, lines.at(-1)?.line ?? first.line] as const,
    line: first.line,
    heading: heading.heading,
    senders: heading.senders,
    recipients: heading.recipients,
    date: heading.date,
    archive: parts.archive.length > 0 ? parts.archive : archiveOfFinds(content, finds),
    content,
    notes,
    callouts,
    finds,
    language: findLanguage(
      told
        .slice(0, LANGUAGE_LINES)
        .map(({ text }) => text)
        .join('\n'),
    ),
  }
  return { ...letter, problems: findProblems(letter) }
}
