import { readArchive } from '../read-archive.ts'
import { readDate } from '../read-date.ts'
import type {
  ArchiveReading,
  CalloutReading,
  DateReading,
  FindKind,
  FoundSpan,
  LetterReading,
} from '../reading.ts'
import type { Given, GivenSpan } from './review-draft.ts'

/** The rule of what a person said. */
export const BY_HAND = 'by-hand'

interface PlacedSpan extends GivenSpan {
  readonly line: number
}

const within = (
  inner: { readonly from: number; readonly to: number },
  outer: { readonly from: number; readonly to: number },
): boolean => inner.from >= outer.from && inner.to <= outer.to

const touches = (
  a: { readonly from: number; readonly to: number },
  b: { readonly from: number; readonly to: number },
): boolean => a.from < b.to && b.from < a.to

/** Whether what was found must give way to what a person said: it lies within or across it; what holds it whole stays. */
function givesWay(found: FoundSpan | CalloutReading, said: PlacedSpan): boolean {
  if (found.line !== said.line || !touches(found, said)) return false
  const isHolder = within(said, found) && !within(found, said)
  return !isHolder || ('kind' in found && found.kind === said.is)
}

function textOf(reading: LetterReading, { line, from, to }: PlacedSpan): string {
  return (reading.content.find((one) => one.line === line)?.text ?? '').slice(from, to)
}

function giveFinds(reading: LetterReading, said: readonly PlacedSpan[]): FoundSpan[] {
  const kept = reading.finds.filter((found) => !said.some((span) => givesWay(found, span)))
  const made = said.flatMap((span): FoundSpan[] => {
    if (span.is === null || span.is === 'callout') return []
    const text = textOf(reading, span).trim()
    const value = span.is === 'date' ? (readDate(text)?.date.when ?? text) : text
    const { line, from, to } = span
    return [{ kind: span.is, line, from, to, value, confidence: 1, rule: BY_HAND }]
  })
  return [...kept, ...made].sort((a, b) => a.line - b.line || a.from - b.from)
}

function giveDate(reading: LetterReading, said: readonly PlacedSpan[]): DateReading | null {
  const span = said.find(({ is }) => is === 'date')
  if (span === undefined) return isTouched(reading, said, 'date') ? null : reading.date
  const text = textOf(reading, span).trim()
  const read = readDate(text)?.date
  if (read === undefined) return { text, supplied: false, confidence: 0 }
  return { ...read, confidence: 1 }
}

function giveArchive(
  reading: LetterReading,
  said: readonly PlacedSpan[],
): readonly ArchiveReading[] {
  const lost = reading.finds.filter(
    (found) => found.kind === 'archive' && said.some((span) => givesWay(found, span)),
  )
  const kept = reading.archive.filter(({ line }) => !lost.some((found) => found.line === line))
  const made = said
    .filter(({ is }) => is === 'archive')
    .flatMap((span): readonly ArchiveReading[] => {
      const text = textOf(reading, span)
      const read = readArchive(text, span.line)?.references ?? []
      if (read.length > 0) return read
      const none = { repository: '', fond: '', opis: '', delo: '', leaf: '', form: '' }
      return [{ ...none, text: text.trim(), line: span.line }]
    })
  return [...kept, ...made]
}

/** Whether a person took a span of this kind, in the heading, for something else. */
function isTouched(reading: LetterReading, said: readonly PlacedSpan[], kind: FindKind): boolean {
  return reading.finds.some(
    (found) =>
      found.kind === kind &&
      found.line === reading.line &&
      said.some((span) => givesWay(found, span)),
  )
}

function giveParties(
  reading: LetterReading,
  said: readonly PlacedSpan[],
  finds: readonly FoundSpan[],
  kind: 'sender' | 'recipient',
  before: readonly string[],
): readonly string[] {
  const isSaid = said.some(({ is }) => is === kind) || isTouched(reading, said, kind)
  return isSaid ? finds.filter((find) => find.kind === kind).map(({ value }) => value) : before
}

function giveCallouts(reading: LetterReading, said: readonly PlacedSpan[]): LetterReading {
  const noteOf = new Map(
    reading.content.flatMap(({ line, note }) => (note === undefined ? [] : [[line, note]])),
  )
  const kept = reading.callouts.filter((found) => !said.some((span) => givesWay(found, span)))
  const made = said.flatMap((span): CalloutReading[] => {
    if (span.is !== 'callout') return []
    const { line, from, to, note } = span
    const called = note === null || note === undefined ? null : (noteOf.get(note) ?? null)
    const n = textOf(reading, span).trim().normalize('NFKC')
    return [{ line, from, to, n, note: called, confidence: 1, why: 'said by hand at the import' }]
  })
  const taken = new Set(made.flatMap(({ note }) => (note === null ? [] : [note])))
  const callouts = [
    ...kept.map((one) =>
      one.note !== null && taken.has(one.note) ? { ...one, note: null, confidence: 0.3 } : one,
    ),
    ...made,
  ].sort((a, b) => a.line - b.line || a.from - b.from)
  return { ...reading, callouts }
}

/**
 * Puts what a person said of spans over what was found: the letter's parties, date, archive references and callouts follow. A span
 * of a line that is not in the letter is left aside.
 */
export function giveSpans(reading: LetterReading, spans: Given['spans']): LetterReading {
  const said = reading.content.flatMap(({ line }) =>
    (spans.get(line) ?? []).map((span): PlacedSpan => ({ ...span, line })),
  )
  if (said.length === 0) return reading
  const finds = giveFinds(reading, said)
  return giveCallouts(
    {
      ...reading,
      senders: giveParties(reading, said, finds, 'sender', reading.senders),
      recipients: giveParties(reading, said, finds, 'recipient', reading.recipients),
      date: giveDate(reading, said),
      archive: giveArchive(reading, said),
      finds,
    },
    said,
  )
}
