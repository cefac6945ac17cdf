import type { Assigned, NoteText, PlacedCandidate } from './assign-series.ts'
import { readDisplacedNumber } from './find-notes.ts'
import { LINK_CALIBRATION, MARGIN_STEPS } from './link-calibration.ts'
import type { WhyPart } from './why-codes.ts'

/** How the printed number of a note stands to the mark that is said to call it. */
export type PrintedFit = 'same' | 'slid' | 'lost' | 'other'

/** What a link rests on: the extra cost of the best assignment without it, the printed number, and how much else speaks for it (0–3). */
export interface LinkEvidence {
  readonly margin: number
  readonly fit: PrintedFit
  readonly support: number
}

/** How the number printed at a note fits the number it is taken for. */
export function fitPrinted({ text, number }: NoteText, value: number): PrintedFit {
  if (number !== null) return number.value === value ? 'same' : 'other'
  return readDisplacedNumber(text) === value ? 'slid' : 'lost'
}

const isWhole = (entry: Assigned | undefined): boolean =>
  entry !== undefined && entry.paragraph !== null && entry.candidate !== null

/** A place in which a mark is likely one. */
const LIKELY = 1

/** The values that several marks of a letter have, in likely places: one of them is not what it seems. */
export function findRepeated(candidates: readonly PlacedCandidate[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const { n, series, shape } of candidates) {
    if (shape.unused < LIKELY || series !== 'number') continue
    if (seen.has(n)) repeated.add(n)
    seen.add(n)
  }
  return repeated
}

/**
 * How much speaks for a link besides its own number and place: the number before it is linked too (or it is the first), the one after it
 * is (or it is the last), and the note shares words with the place or names it. `series` are the numbers of its series in order.
 */
export function countSupport(series: readonly Assigned[], at: number): number {
  const entry = series[at]
  if (entry === undefined) return 0
  const before = series[at - 1]
  const after = series[at + 1]
  const first = entry.value === 1 && (before === undefined || before.value !== 0)
  const led = first || (before?.value === entry.value - 1 && isWhole(before))
  const followed = after === undefined || (after.value === entry.value + 1 && isWhole(after))
  const told = entry.words.length > 0 || entry.isPlaceNamed
  return Number(led) + Number(followed) + Number(told)
}

/** The share of links with such evidence that were right when they were counted: see `LINK_CALIBRATION`. */
export function rateLink({ margin, fit, support }: LinkEvidence): number {
  const step = MARGIN_STEPS.findLastIndex((least) => margin >= least)
  return LINK_CALIBRATION[fit][support]?.[Math.max(0, step)] ?? 0.5
}

function explainFit(fit: PrintedFit, n: string, note: NoteText): WhyPart {
  if (fit === 'same') return { code: 'same-number', values: [n] }
  if (fit === 'slid') return { code: 'slid-number', values: [n] }
  if (fit === 'lost') return { code: 'lost-number', values: [n] }
  return { code: 'other-number', values: [n, note.number?.n ?? ''] }
}

/** Why a mark is said to call a note: its place, the number at the note, what the words of both say. */
export function explainLink(
  { shape, n }: PlacedCandidate,
  note: NoteText,
  fit: PrintedFit,
  { words, isPlaceNamed }: Assigned,
): WhyPart[] {
  const said: WhyPart[] = [{ code: shape.why, values: [] }, explainFit(fit, n, note)]
  if (isPlaceNamed) said.push({ code: 'fitting-place', values: [] })
  if (words.length > 0) said.push({ code: 'words', values: words })
  return said
}
