import type { PlacedCandidate } from './assign-series.ts'
import { isUnit, type MarkShape } from './find-callouts.ts'
import type { GivenNote } from './link-notes.ts'
import { nameMark, readNoteMark } from './note-marks.ts'
import type { CalloutHint, PageHints } from './page-text.ts'

interface Line {
  readonly line: number
  readonly text: string
}

const FORMAT: MarkShape = { name: 'format', use: -0.5, unused: 3, why: 'format-mark' }

/** The digits, sign or letter of a mark that a format shows, which may have brackets around it; null where it is no mark. */
function readHintedMark(
  { text }: Line,
  { line, from, to, target }: CalloutHint,
): PlacedCandidate | null {
  if (target === null && isUnit(text.slice(0, from))) return null
  const shown = text.slice(from, to)
  const found = /[\d¹²³⁰⁴-⁹]+|[*＊†‡]+|\p{L}/u.exec(shown)
  const mark = found === null ? null : readNoteMark(found[0].toLowerCase())
  if (found === null || mark === null || /\p{L}{2}/u.test(shown)) return null
  const start = from + found.index
  const n = nameMark(found[0], mark)
  const end = start + found[0].length
  return { from: start, to: end, n, ...mark, shape: FORMAT, text, order: line, foot: false }
}

/** The candidates of a letter with the marks that the format shows: surer where they were found already, added where they were not. */
export function addHintedMarks(
  found: readonly PlacedCandidate[],
  lines: readonly Line[],
  hints: PageHints | undefined,
): PlacedCandidate[] {
  if (hints === undefined || hints.callouts.length === 0) return [...found]
  const textOf = new Map(lines.map((line) => [line.line, line]))
  const shown = hints.callouts.flatMap((hint) => {
    const line = textOf.get(hint.line)
    return (line === undefined ? null : readHintedMark(line, hint)) ?? []
  })
  const isSame = (one: PlacedCandidate, other: PlacedCandidate): boolean =>
    one.order === other.order && one.from < other.to && other.from < one.to
  const marks = shown.map((mark) => {
    const known = found.find((one) => isSame(one, mark))
    return known === undefined ? mark : { ...mark, foot: known.foot }
  })
  const others = found.filter((one) => !marks.some((mark) => isSame(one, mark)))
  return [...others, ...marks].sort((a, b) => a.order - b.order || a.from - b.from)
}

/** The notes that the format marks off, as paragraphs of the block, each with the mark that the format links to it. */
export function findGivenNotes(
  paragraphs: readonly { readonly line: number }[],
  candidates: readonly PlacedCandidate[],
  hints: PageHints | undefined,
): GivenNote[] {
  if (hints === undefined || hints.notes.length === 0) return []
  const indexOf = new Map(paragraphs.map(({ line }, index) => [line, index]))
  const targets = new Map(hints.callouts.map((hint) => [hint.target, hint]))
  return hints.notes.flatMap(({ key, lines }): GivenNote[] => {
    const own = lines.flatMap((line) => indexOf.get(line) ?? []).sort((a, b) => a - b)
    const first = own[0]
    if (first === undefined) return []
    const hint = targets.get(key)
    const at = candidates.findIndex(
      ({ order, from, to }) => hint?.line === order && from < hint.to && hint.from < to,
    )
    return [{ first, end: (own.at(-1) ?? first) + 1, candidate: at < 0 ? null : at }]
  })
}
