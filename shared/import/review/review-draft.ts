import type { PageHints } from '../page-text.ts'
import type { PageLine } from '../read-letter.ts'
import { findLines } from '../read-page.ts'
import type { FindKind, LetterReading, LineKind, OutsideReading, PageReading } from '../reading.ts'
import type { RuleSet } from '../rules/rule.ts'

/** What a person may say that a span of a line is: something that is found, a mark that calls a note, or nothing (null). */
export type SpanKind = FindKind | 'callout'

/**
 * What a person said of the characters `from`..`to` of a line (UTF-16 units): what they are, null for nothing. `note` is the first line
 * (1-based) of the note that a callout calls, null for none.
 */
export interface GivenSpan {
  readonly from: number
  readonly to: number
  readonly is: SpanKind | null
  readonly note?: number | null
}

/** What a person decided on single lines (1-based). Recognition takes it as fact. */
export interface Given {
  readonly kinds: ReadonlyMap<number, LineKind>
  readonly spans: ReadonlyMap<number, readonly GivenSpan[]>
}

/**
 * A page as it stands in the review: its non-blank lines, the letters as they are now read, the lines that belong to none, and what a
 * person decided. Every non-blank line is in exactly one letter or outside, whatever was done.
 */
export interface ReviewDraft {
  readonly source: string
  readonly lines: readonly PageLine[]
  readonly letters: readonly LetterReading[]
  readonly outside: readonly OutsideReading[]
  readonly given: Given
  readonly hints?: PageHints
  readonly rules?: RuleSet
}

/** What a review of a page starts with, beside its text and its reading. */
export interface ReviewOptions {
  readonly hints?: PageHints
  readonly rules?: RuleSet
}

/** The review of a page as recognition read it: nothing decided yet. `text` is the decoded page that `reading` was made from. */
export function startReview(
  text: string,
  reading: Pick<PageReading, 'source' | 'letters' | 'outside'>,
  options: ReviewOptions = {},
): ReviewDraft {
  const { source, letters, outside } = reading
  const given: Given = { kinds: new Map(), spans: new Map() }
  return { source, lines: findLines(text), letters, outside, given, ...options }
}

const indexes = new WeakMap<readonly PageLine[], ReadonlyMap<number, number>>()

/** Where the line of this number stands among the non-blank lines of the draft; -1 where it is blank or not there. */
export function indexOfLine({ lines }: Pick<ReviewDraft, 'lines'>, line: number): number {
  let index = indexes.get(lines)
  if (index === undefined) {
    index = new Map(lines.map((one, at) => [one.line, at]))
    indexes.set(lines, index)
  }
  return index.get(line) ?? -1
}

const owners = new WeakMap<readonly LetterReading[], ReadonlyMap<number, number>>()

/** The index of the letter that holds each line, by line number (1-based); lines outside are not in the map. */
export function ownersOf({ letters }: Pick<ReviewDraft, 'letters'>): ReadonlyMap<number, number> {
  let owner = owners.get(letters)
  if (owner === undefined) {
    const made = new Map<number, number>()
    letters.forEach(({ content }, at) => {
      for (const { line } of content) made.set(line, at)
    })
    owner = made
    owners.set(letters, owner)
  }
  return owner
}
