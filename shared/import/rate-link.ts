import type { Assigned, NoteText, PlacedCandidate } from './assign-series.ts'
import { readDisplacedNumber } from './find-notes.ts'
import type { WhyPart } from './why-codes.ts'

/** How the printed number of a note stands to the mark that is said to call it. */
export type PrintedFit = 'same' | 'slid' | 'lost' | 'other'

/** How the number printed at a note fits the number it is taken for. */
export function fitPrinted({ text, number }: NoteText, value: number): PrintedFit {
  if (number !== null) return number.value === value ? 'same' : 'other'
  return readDisplacedNumber(text) === value ? 'slid' : 'lost'
}

const TRUST: Readonly<Record<PrintedFit, number>> = { same: 1, slid: 0.95, lost: 0.9, other: 0.7 }

/** From the margin of a link to a confidence: no margin is a toss-up, three are near certainty. */
export function rateLink(margin: number, fit: PrintedFit): number {
  const sure = margin === Infinity ? 0.9 : 1 - 0.5 * Math.exp(-margin)
  return Math.round(sure * TRUST[fit] * 100) / 100
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
