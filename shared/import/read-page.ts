import { findShortLine, rateSeparator } from './classify-line.ts'
import { readPrintedNumber } from './find-notes.ts'
import { completeLetters } from './finds/complete-letters.ts'
import { joinHeading } from './join-heading.ts'
import { pairLetters } from './languages/pair-letters.ts'
import { NAVIGATION, TITLES } from './line-patterns.ts'
import type { PageHints } from './page-text.ts'
import { findPattern } from './pattern.ts'
import { readArchive } from './read-archive.ts'
import { type HeadingRead, readHeading } from './read-heading.ts'
import { type PageLine, readLetter } from './read-letter.ts'
import type { OutsideReading, PageReading } from './reading.ts'
import { type CompiledRule, compileRules } from './rules/compile-rules.ts'
import type { RuleSet } from './rules/rule.ts'
import { shareEndnotes } from './share-endnotes.ts'
import { measureRarity } from './word-rarity.ts'

interface FoundHeading {
  /** Index into the page's non-blank lines. */
  readonly at: number
  readonly heading: HeadingRead
}

/** Lines of a page title stand together: more than this between a heading and its double, and both are letters. */
const FRONT_LINES = 12
const PROSE = 60

/** The non-blank lines of a page; a line of nothing but white space is blank. */
export function findLines(text: string): PageLine[] {
  const lines: PageLine[] = []
  let blanks = 0
  text.split('\n').forEach((printed, index) => {
    if (printed.trim() === '') blanks++
    else {
      lines.push({ line: index + 1, text: printed, blanks })
      blanks = 0
    }
  })
  return lines
}

/** Short lines that begin a letter, so that what stands before them is its heading. */
const HEADS = new Set(['secrecy', 'transmission', 'date line', 'salutation'])

/**
 * A heading without a day is one only where an archive reference follows, or a line that begins letters, or where the format says so;
 * else it is the title of a page.
 */
function isLetter(heading: HeadingRead, next: PageLine | undefined, marked: boolean): boolean {
  if (heading.strength === 'full' || heading.archiveAt >= 0) return true
  const parties = heading.senders.length > 0 && heading.recipients.length > 0
  if (marked && parties) return true
  if (next === undefined) return false
  if (readArchive(next.text, next.line)?.labelled === true) return true
  if (!parties || heading.date !== null) return false
  return HEADS.has(findShortLine(next.text)?.name ?? '')
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()

/** Where the letters begin when the page repeats its first heading as a title: the last copy before any text or archive line. */
function skipFront(lines: readonly PageLine[], found: readonly FoundHeading[]): number {
  const first = found[0]
  if (first === undefined) return 0
  const title = plain(first.heading.heading)
  const copy = found.findLastIndex(({ at, heading }, index) => {
    if (index === 0 || at - first.at > FRONT_LINES || plain(heading.heading) !== title) return false
    return lines
      .slice(first.at, at)
      .every(
        (line) => line.text.trim().length < PROSE && readArchive(line.text, line.line) === null,
      )
  })
  return Math.max(0, copy)
}

/** What the search for headings goes by beyond the text: lines the format calls headings, rules of the scholar. */
interface HeadingHelp {
  readonly marked: ReadonlySet<number>
  readonly rules: readonly CompiledRule[]
}

function findHeadings(lines: readonly PageLine[], help: HeadingHelp): FoundHeading[] {
  const found: FoundHeading[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined) break
    const read = readHeading(line.text, help.rules)
    const heading = joinHeading(lines, at, read, help.rules) ?? read
    if (heading === null) continue
    const more = heading.more ?? 0
    if (!isLetter(heading, lines[at + more + 1], help.marked.has(line.line))) continue
    found.push({ at, heading })
    at += more
  }
  return found.slice(skipFront(lines, found))
}

/** What a line outside the letters seems to be. */
export function nameOutside(text: string): string {
  if (findPattern(NAVIGATION, text.slice(0, 300)) !== null && text.length < 200) return 'navigation'
  if (text.length < 200 && (readHeading(text) !== null || findPattern(TITLES, text) !== null))
    return 'page-title'
  const cited = /^\s*source\s*[;:]/i.test(text) || readPrintedNumber(text, false) !== null
  return text.length > 120 || cited ? 'editorial' : 'text'
}

const toOutside = ({ line, text }: PageLine): OutsideReading => ({
  line,
  text,
  kind: nameOutside(text),
})

/** The first of the lines at the end of a letter that belong to the page: titles of what follows, navigation. */
function findTail(lines: readonly PageLine[], from: number, to: number): number {
  let end = to
  while (end > from + 1) {
    const line = lines[end - 1]
    if (line === undefined || line.text.length >= 200 || rateSeparator(line.text) > 0) break
    const kind = nameOutside(line.text)
    if (kind !== 'navigation' && kind !== 'page-title') break
    end--
  }
  return end
}

/** `ep-`, the base name of the source reduced to letters, digits and hyphens, the line of the heading: an NCName, unique in the page. */
export function makeId(source: string, line: number): string {
  const name = source.split(/[\\/]/).at(-1) ?? ''
  const base = name.replace(/\.[^.]*$/, '').replace(/[^A-Za-z0-9-]/g, '')
  return `ep-${base}-${line}`
}

/** What is known of a page beyond its text: what its format says, and the rules of the scholar. */
export interface ReadOptions {
  readonly hints?: PageHints
  readonly rules?: RuleSet
}

/**
 * Recognises the letters of a plain-text page. `text` is a decoded page with line feeds, `source` the name it came from. Every non-blank
 * line comes back, unchanged, in exactly one letter or in `outside`; nothing throws, the time is about linear in the text.
 */
export function readPage(text: string, source: string, options: ReadOptions = {}): PageReading {
  const lines = findLines(text)
  const rules = compileRules(options.rules)
  const marks = options.hints?.lines.filter(({ kind }) => kind === 'heading') ?? []
  const marked = new Set(marks.map(({ line }) => line))
  const headings = findHeadings(lines, { marked, rules: rules.headings })
  const outside = lines.slice(0, headings[0]?.at ?? lines.length).map(toOutside)
  const blocks = headings.map(({ at, heading }, index) => {
    const to = headings[index + 1]?.at ?? lines.length
    const end = findTail(lines, at + (heading.more ?? 0), to)
    outside.push(...lines.slice(end, to).map(toOutside))
    return lines.slice(at, end)
  })
  const rarity = measureRarity(lines)
  const shared = shareEndnotes(blocks, rarity, options.hints)
  const read = headings.flatMap(({ heading }, index) => {
    const [first, ...under] = shared[index]?.lines ?? []
    if (first === undefined) return []
    const id = makeId(source, first.line)
    const noteLines = shared[index]?.notes
    const page = noteLines ? { rarity, noteLines } : { rarity }
    return [readLetter(id, source, first, heading, under, options.hints, rules, page)]
  })
  const letters = completeLetters(read)
  const several = new Set(letters.map(({ language }) => language)).size > 1
  return { source, letters, outside, pairings: several ? pairLetters(letters) : [] }
}
