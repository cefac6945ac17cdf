import { ARCHIVE_START } from './archive-patterns.ts'
import { DATE_START, MONTHS } from './date-patterns.ts'
import {
  DOCUMENT_KINDS,
  HEADING_NUMBER,
  NO_PARTY,
  PARTY_CONNECTORS,
  PARTY_PARTICLES,
  PARTY_SEPARATOR,
} from './heading-patterns.ts'
import { findPattern } from './pattern.ts'
import { isSupplied, type ReadDate, readDate } from './read-date.ts'
import type { DateReading } from './reading.ts'
import { type CompiledRule, compileRules } from './rules/compile-rules.ts'

/** A number in a heading that calls a note; offsets in the line, UTF-16 units. */
export interface HeadingMark {
  readonly from: number
  readonly to: number
}

/**
 * A line read as a heading. `strength` says how sure that is: `full` stands alone; `weak` (no day, no date) is a heading only where
 * an archive reference follows, else a page title. `archiveAt` is the offset of an archive part run into the line, or -1; `more` counts
 * further lines of the page that belong to the heading, `rule` is the id of the rule that read it, where one did.
 */
export interface HeadingRead {
  readonly heading: string
  readonly senders: readonly string[]
  readonly recipients: readonly string[]
  readonly date: DateReading | null
  readonly marks: readonly HeadingMark[]
  readonly archiveAt: number
  readonly strength: 'full' | 'weak'
  readonly more?: number
  readonly rule?: string
}

const LONGEST = 240
const MOST_TRIES = 4
const CONNECTORS = PARTY_CONNECTORS.map(({ pattern }) => new RegExp(pattern, `${pattern.flags}g`))
const NAME =
  /^(?:(?:\p{Lu}\p{Ll}?\.-?)+\p{L}?[\p{L}'’[\]-]*|\[?\p{Lu}[\p{L}'’[\]-]*|(?:Comr|Tov|Mr|Mrs|Dr|Gen|Prof)\.)$/u

/** Where the first side of a heading ends at the latest. */
const FIRST_CONNECTOR = /\s(?:to|an)\s|\s[-–—→]|[–—→]\s|(?<=\p{Ll})[-–—](?=\p{Lu})/iu
/** Lower-case words before the first connector that belong to no name. */
const BESIDE_NAMES = new Set(['and', 'и', 'und', 'from', 'no', 'nr', 'doc', 'document'])

/** Whether no word of a text forbids that it is a list of names. */
function mayBeNames(text: string): boolean {
  for (const [word] of text.matchAll(/(?<![^\s,;&])\p{Ll}[^\s,.;:&]*/gu))
    if (!PARTY_PARTICLES.has(word) && !BESIDE_NAMES.has(word)) return false
  return true
}

/** Most lines of text end here: a heading has a kind of document, or names and a connector behind them. */
function mayBeHeading(line: string): boolean {
  const start = line.slice(0, LONGEST).trimStart()
  const number = HEADING_NUMBER.exec(start)?.[0].length ?? 0
  const bare = start.slice(number).replace(/^\s*from\s+/i, '')
  const end = bare.search(FIRST_CONNECTOR)
  if (end >= 0 && mayBeNames(bare.slice(0, end))) return true
  return findPattern(DOCUMENT_KINDS, bare.trimStart()) !== null
}

function isParty(text: string): boolean {
  const words = text.split(/\s+/)
  const first = words[0]?.toLowerCase() ?? ''
  if (words.length > 7 || text.length > 80 || NO_PARTY.has(first)) return false
  return (
    words.some((word) => NAME.test(word)) &&
    words.every((word) => NAME.test(word) || PARTY_PARTICLES.has(word))
  )
}

/** The names of a list as printed; null where something in it is no name. */
function readParties(text: string): string[] | null {
  const parties = text
    .trim()
    .replace(/[.,;:]$/, '')
    .split(PARTY_SEPARATOR)
    .filter((party) => party !== '')
  return parties.length > 0 && parties.length <= 12 && parties.every(isParty) ? parties : null
}

type Parties = Pick<HeadingRead, 'senders' | 'recipients'>

const SENT = /^(?:from|of|von|от)\s+(.{1,120}?)\s+(?:to|an|к)\s+(.+)$/iu
/** "Письмо Торпова Ладыгину": a sender in the genitive, a recipient in the dative. */
const GENITIVE_DATIVE =
  /^((?:\p{Lu}\.\s?){0,3}\p{Lu}\p{Ll}+(?:а|я|ого))\s+((?:\p{Lu}\.\s?){0,3}\p{Lu}\p{Ll}+(?:у|ю|ому))$/u

/** "Letter from A to B", "Letter to B", "Телеграмма Б": a kind of document, at times a sender, a recipient. */
function readKind(text: string): Parties | null {
  const kind = findPattern(DOCUMENT_KINDS, text)
  if (kind === null) return null
  let rest = text.replace(kind.pattern, '').replace(/^[\s.:,]+/, '')
  while (findPattern(DOCUMENT_KINDS, rest) !== null) rest = rest.replace(/^\S+\s+/, '')
  const from = SENT.exec(rest) ?? GENITIVE_DATIVE.exec(rest)
  const senders = from === null ? [] : readParties(from[1] ?? '')
  const recipients = readParties(
    from === null ? rest.replace(/^(?:to|an)\s+/i, '') : (from[2] ?? ''),
  )
  if (senders !== null && recipients !== null) return { senders, recipients }
  return readConnected(rest)
}

function readConnected(text: string): Parties | null {
  for (const pattern of CONNECTORS) {
    let tries = 0
    for (const match of text.matchAll(pattern)) {
      if (tries++ >= MOST_TRIES) break
      const senders = readParties(text.slice(0, match.index))
      const recipients = readParties(text.slice(match.index + match[0].length))
      if (senders !== null && recipients !== null) return { senders, recipients }
    }
  }
  return null
}

const readSides = (text: string): Parties | null => readKind(text) ?? readConnected(text)

const digits = (text: string, at: number): HeadingMark => ({
  from: at,
  to: at + (/^(?:\d+|[¹²³⁰⁴-⁹]+)/.exec(text.slice(at))?.[0].length ?? 0),
})

/** Numbers that call a note: after the whole heading, between names and date, or after the names of a bracketed date. */
function takeMarks(text: string, base: number): { text: string; marks: HeadingMark[] } {
  const marks: HeadingMark[] = []
  let rest = text
  const last = /(?:\d{4}|[\])>])\s+(\d{1,2})\s*[.,]?$/.exec(rest) ?? /([¹²³⁰⁴-⁹]+)[.,]?$/.exec(rest)
  if (last !== null) {
    const at = last.index + last[0].indexOf(last[1] ?? '', last[0].search(/\s\d|[¹²³⁰⁴-⁹]/))
    const mark = digits(rest, at)
    marks.push({ from: base + mark.from, to: base + mark.to })
    rest = rest.slice(0, mark.from) + ' '.repeat(rest.length - mark.from)
  }
  const inner =
    /(?<!\p{L})(\p{L}+)[.,]?\s+(\d{1,2})\s*[.,]?\s+(?=\[|(?:on\s+)?\p{Lu}\p{Ll}+\.?\s+\d{1,2}(?!\d))/u.exec(
      rest,
    )
  if (inner !== null && !MONTHS.has(inner[1]?.toLowerCase() ?? '')) {
    const at = inner.index + inner[0].search(/\d/)
    const mark = digits(rest, at)
    marks.unshift({ from: base + mark.from, to: base + mark.to })
    rest = rest.slice(0, mark.from) + ' '.repeat(mark.to - mark.from) + rest.slice(mark.to)
  }
  return { text: rest, marks }
}

/** Names before the date; a comma, "on" or a full stop between them goes. */
function splitDate(text: string): { parties: string; date: string } {
  const start = DATE_START.exec(text)
  if (start === null) return { parties: text, date: '' }
  return {
    parties: text
      .slice(0, start.index)
      .replace(/[\s,.;:–—-]+$/u, '')
      .replace(/\s+(?:of|dated|vom|от)$/iu, ''),
    date: text
      .slice(start.index)
      .replace(/^(?:on|dated|of|vom|от)\s+/iu, '')
      .replace(/[\s,;.]+$/u, ''),
  }
}

/** A date in brackets that no rule reads is still a date: the heading must not be lost for it. */
function readUnclear(text: string): ReadDate | null {
  if (!/\d{4}/.test(text) || !isSupplied(text)) return null
  return { date: { text, supplied: true, confidence: 0 }, exactness: 'month' }
}

/** A heading stands alone when its date has a day, or when an editor supplied the date in brackets. */
function rateStrength(read: ReadDate | null): 'full' | 'weak' {
  if (read === null || read.exactness === 'year') return 'weak'
  const year = /\d{4}|[/.–—-]\s?\d\d$/u.test(read.date.text)
  return year && (read.exactness === 'day' || read.date.supplied) ? 'full' : 'weak'
}

type Groups = Readonly<Record<string, string | undefined>>

/** What the groups of a rule for headings hold: names, and a date where the rule has one; null where they hold anything else. */
function readGroups(groups: Groups): (Parties & { read: ReadDate | null }) | null {
  const { sender, recipient, date } = groups
  const senders = sender === undefined ? [] : readParties(sender)
  const recipients = recipient === undefined ? [] : readParties(recipient)
  const read = date === undefined ? null : readDate(date)
  if (senders === null || recipients === null || (date !== undefined && read === null)) return null
  return senders.length + recipients.length === 0 ? null : { senders, recipients, read }
}

/** Tries the rules for headings on a line. */
function readByRules(heading: string, rules: readonly CompiledRule[]): HeadingRead | null {
  const text = heading.slice(HEADING_NUMBER.exec(heading)?.[0].length ?? 0)
  for (const { rule, pattern } of rules) {
    pattern.lastIndex = 0
    const groups = pattern.exec(text)?.groups
    const found = groups === undefined ? null : readGroups(groups)
    if (found === null) continue
    const { read, ...parties } = found
    const rest = { marks: [], archiveAt: -1, strength: rateStrength(read), rule: rule.id }
    return { heading, ...parties, date: read?.date ?? null, ...rest }
  }
  return null
}

/** Lines that a rule for headings is tried on: short, with a year or a day in them, no sentence. */
function mayFitRule(line: string): boolean {
  return line.length <= LONGEST && /\d/.test(line) && !/[;!?]|\.\s*$/.test(line.slice(-2))
}

/**
 * Reads a printed line as the heading of a letter: senders, a connector, recipients, a date; or a kind of document, a recipient, a
 * date. Null where it is none. The rules are the tables of `heading-patterns.ts` and `date-patterns.ts`, then `rules`.
 */
export function readHeading(
  line: string,
  rules: readonly CompiledRule[] = SHIPPED_HEADING_RULES,
): HeadingRead | null {
  const read = mayBeHeading(line) ? readInOrder(line) : null
  if (read?.strength === 'full' || !mayFitRule(line)) return read
  return readByRules(line.trim(), rules) ?? read
}

const SHIPPED_HEADING_RULES = compileRules().headings

function readInOrder(line: string): HeadingRead | null {
  const glued = ARCHIVE_START.exec(line.slice(0, LONGEST))
  const archiveAt = glued === null || glued.index === 0 ? -1 : glued.index
  const whole = archiveAt < 0 ? line : line.slice(0, archiveAt)
  const heading = whole.trim()
  if (whole.length > LONGEST || heading === '') return null
  const number = HEADING_NUMBER.exec(heading)?.[0].length ?? 0
  const base = line.indexOf(heading) + number
  const { text, marks } = takeMarks(heading.slice(number), base)
  const { parties, date } = splitDate(text)
  const names = parties.replace(/\s+/g, ' ').trim()
  const sides = readSides(names.replace(/^from /i, ''))
  const read = date === '' ? null : (readDate(date) ?? readUnclear(date))
  if (sides === null || (date !== '' && read === null)) return null
  const strength = rateStrength(read)
  return { heading, ...sides, date: read?.date ?? null, marks, archiveAt, strength }
}
