import { findShortLine } from '../classify-line.ts'
import { readHeading } from '../read-heading.ts'
import type { LetterReading, LineKind, PageReading } from '../reading.ts'
import { readGiven } from '../review/read-given.ts'
import type { ReviewDraft } from '../review/review-draft.ts'
import { LEFT_OUT } from '../review/take-letters.ts'

/** One text of a page that may be the original of a letter, and the lines of the page that do not belong to it. */
export interface OriginalReading {
  readonly reading: LetterReading
  readonly outside: PageReading['outside']
}

/**
 * The texts of a page that was opened to find originals in it: its letters, or, where no heading is recognised, all its lines as one
 * text. Every non-blank line is in the text or outside. None for a page without any line.
 */
export function readOriginals(draft: ReviewDraft): OriginalReading[] {
  if (draft.letters.length === 0) return readWhole(draft)
  return draft.letters.map((reading) => {
    const own = new Set(reading.content.map(({ line }) => line))
    const others = draft.letters
      .filter(({ id }) => id !== reading.id)
      .flatMap(({ content }) => content)
      .filter(({ line }) => !own.has(line))
      .map(({ line, text }) => ({ line, text, kind: LEFT_OUT }))
    const outside = [...draft.outside, ...others].toSorted((a, b) => a.line - b.line)
    return { reading, outside }
  })
}

function readWhole(draft: ReviewDraft): OriginalReading[] {
  const [first] = draft.lines
  if (!first) return []
  const kinds = new Map<number, LineKind>()
  // The first line of a bare text greets or tells; it is no title.
  if (readHeading(first.text) === null)
    kinds.set(first.line, findShortLine(first.text) ? 'opener' : 'paragraph')
  const given = { ...draft.given, kinds }
  return [{ reading: readGiven(draft, draft.lines, new Set(), given), outside: [] }]
}
