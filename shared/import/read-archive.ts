import {
  ARCHIVE_LABEL,
  ARCHIVE_LABELS,
  ARCHIVE_SEPARATOR,
  type ArchiveField,
  LEAF_PATTERN,
  MISREAD_VALUES,
  REPOSITORY_PATTERN,
} from './archive-patterns.ts'
import { findPattern } from './pattern.ts'
import type { ArchiveReading } from './reading.ts'

type Fields = Partial<Record<ArchiveField, string>>

interface Segment {
  readonly text: string
  readonly repository: string
  readonly fields: Fields
  readonly inferred: readonly string[]
  readonly form: string
}

const LONGEST = 2000
const EVERY_SEPARATOR = new RegExp(ARCHIVE_SEPARATOR.source, 'gu')
/** What an unlabelled reference begins with: a fond, or an archive and a fond. */
const UNLABELLED = /^(?:\p{Lu}[\p{L} ]{1,24}[.,]?\s*)?(?:[Ff]|[Ff]ond|[Фф]|[Фф]онд)(?!\p{L})/u
const LABEL_OF = new Map(ARCHIVE_LABELS.map(({ field, pattern }) => [field, pattern]))
const VALUE = /(?:R-?)?\d+(?:\s\d{3}(?!\d))?(?:[a-zа-я](?!\p{L}))?/iuy

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

const WORD = /\p{L}+/uy
const BETWEEN = /[\s.,:]*/uy
const IBID = /^\s*(?:ibid(?:em)?|там же|ebenda|ebd)[.,]*\s*/iu
const LONG_NAME = /^([^;()\d]{3,80}?)[.,]\s+(?=(?:f|ф)\.\s*\d)/iu

/** One labelled value at `at`; a misread value is replaced and said so. Null where the label or the value is missing. */
function takeField(
  text: string,
  at: number,
  field: ArchiveField,
): { end: number; value: string; misread: boolean } | null {
  const label = LABEL_OF.get(field)
  if (label === undefined) return null
  const start = at + matchAt(label, text, at).length
  if (start === at) return null
  const value = matchAt(field === 'leaf' ? LEAF_PATTERN.pattern : VALUE, text, start)
  if (value !== '')
    return { end: start + value.length, value: value.trim().replace(/\.$/, ''), misread: false }
  const word = matchAt(WORD, text, start)
  const row = word === '' ? null : findPattern(MISREAD_VALUES, word)
  return row === null
    ? null
    : { end: start + word.length, value: (row as { value: string }).value, misread: true }
}

const FIELDS: readonly ArchiveField[] = ['fond', 'opis', 'delo', 'leaf']

/** The parts of one reference in their order, each at most once; what follows is the form. */
function readSegment(printed: string, labelled: boolean): Segment | null {
  const text = printed.replace(IBID, '')
  const acronym = REPOSITORY_PATTERN.pattern.exec(text)
  let repository = acronym?.[1] ?? ''
  let at = acronym?.[0].length ?? 0
  if (acronym === null && labelled) {
    const long = LONG_NAME.exec(text)
    repository = long?.[1] ?? ''
    at = long?.[0].length ?? 0
  }
  const start = at
  const fields: Fields = {}
  const inferred: string[] = []
  for (const field of FIELDS) {
    const taken = takeField(text, at, field)
    if (taken === null) continue
    fields[field] = taken.value
    if (taken.misread) inferred.push(field)
    at = taken.end + matchAt(BETWEEN, text, taken.end).length
  }
  if (at === start) return null
  const form = text.slice(at).trim().replace(/\.$/, '')
  return { text: printed.trim(), repository, fields, inferred, form }
}

/** Cuts a line into references; a piece without any label belongs to the form of the one before. */
function readSegments(text: string, labelled: boolean): Segment[] {
  const segments: Segment[] = []
  let start = 0
  const pieces: { from: number; to: number }[] = []
  for (const match of text.matchAll(EVERY_SEPARATOR)) {
    pieces.push({ from: start, to: match.index })
    start = match.index + match[0].length
  }
  pieces.push({ from: start, to: text.length })
  let open = 0
  for (const { from, to } of pieces) {
    const segment = readSegment(text.slice(from, to), labelled && segments.length === 0)
    const last = segments.at(-1)
    if (segment === null && last === undefined && !labelled) return []
    if (segment !== null) {
      segments.push(segment)
      open = from
    } else if (last !== undefined) {
      const more = readSegment(text.slice(open, to), labelled && segments.length === 1)
      if (more !== null) segments[segments.length - 1] = more
    }
  }
  return segments
}

/** What a later reference of the same line leaves out is taken from the one before, and named in `inferred`. */
function inherit(segments: readonly Segment[], line: number): ArchiveReading[] {
  const read: ArchiveReading[] = []
  for (const { text, repository, fields, inferred, form } of segments) {
    const last = read.at(-1)
    const taken: string[] = [...inferred]
    const from = (field: 'repository' | ArchiveField, own: string | undefined): string => {
      const first = FIELDS.find((name) => fields[name] !== undefined) ?? 'leaf'
      const above = field === 'repository' || FIELDS.indexOf(field) < FIELDS.indexOf(first)
      if ((own ?? '') !== '' || !above || last === undefined || last[field] === '') return own ?? ''
      taken.push(field)
      return last[field]
    }
    const reference = {
      repository: from('repository', repository),
      fond: from('fond', fields.fond),
      opis: from('opis', fields.opis),
      delo: from('delo', fields.delo),
      leaf: fields.leaf ?? '',
      form,
      text,
      line,
    }
    read.push(taken.length > 0 ? { ...reference, inferred: taken } : reference)
  }
  return read
}

/**
 * Reads one archive reference that stands alone, without a label before it: its line is 0. Null where no part of one is there; an
 * "Ibid." before it is passed over.
 */
export function readReference(text: string): ArchiveReading | null {
  const segment = readSegment(text, true)
  return segment === null ? null : (inherit([segment], 0)[0] ?? null)
}

/** A line read as the letter's own archive references; `labelled` says that "Archive:" stands before them. */
export interface ArchiveLine {
  readonly labelled: boolean
  readonly references: readonly ArchiveReading[]
}

/**
 * Reads a printed line (or the archive part of a heading line) as the letter's own archive references. Null where it is none: it must
 * begin with the label, or with a fond and name a file too; "Ibid." and references in brackets belong to notes.
 */
export function readArchive(text: string, line: number): ArchiveLine | null {
  if (text.length > LONGEST) return null
  const label = ARCHIVE_LABEL.exec(text)
  const labelled = label !== null && /:\s*$|^\s*архив/iu.test(label[0])
  const rest = (labelled ? text.slice(label[0].length) : text).trim()
  if (!labelled && !UNLABELLED.test(rest)) return null
  const segments = readSegments(rest, labelled)
  const references = inherit(segments, line)
  if (labelled) return { labelled, references }
  const first = segments[0]
  const whole = first?.fields.fond !== undefined && first.fields.delo !== undefined
  return whole && rest.length < 600 && !/^[^(]*\)/.test(first.form)
    ? { labelled, references }
    : null
}
