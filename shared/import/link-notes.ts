import {
  type Assigned,
  assignSeries,
  BEYOND,
  type NoteSources,
  type NoteText,
  type PlacedCandidate,
  type Series,
  SURE,
} from './assign-series.ts'
import type { NoteSeries } from './note-marks.ts'
import { explainLink, fitPrinted, rateLink } from './rate-link.ts'
import { type WhyPart, writeWhy } from './why-codes.ts'
import { EVEN_RARITY, type Rarity } from './word-rarity.ts'

/** A note as linked: first paragraph and the one behind its last, the candidate that calls it, how sure. */
export interface LinkedNote {
  readonly first: number
  readonly end: number
  readonly candidate: number | null
  readonly confidence: number
}

/** A candidate that was taken for a callout, with the index of its note or null; `why` as `writeWhy` writes it. */
export interface LinkedCallout {
  readonly candidate: number
  readonly note: number | null
  readonly confidence: number
  readonly why: string
}

/** Notes and callouts of a letter, each in its order. */
export interface Links {
  readonly notes: readonly LinkedNote[]
  readonly callouts: readonly LinkedCallout[]
}

/** A link is kept where every assignment without it costs at least this much more. */
const LEAST_MARGIN = 0.3
const LEAST_LOST = 12
const UNLINKED = 0.3
const OTHERS: readonly NoteSeries[] = ['star', 'dagger', 'letter']

const indicesOf = <T>(list: readonly T[], test: (item: T) => boolean): number[] =>
  list.flatMap((item, index) => (test(item) ? [index] : []))

/** Parts notes and marks into series. Paragraphs without a number belong to the numbers, where there are any; else to the one series there is. */
function partSeries({ notes, candidates }: NoteSources): Series[] {
  const printed = new Set(notes.flatMap(({ number }) => number?.series ?? []))
  const signs = OTHERS.filter((name) => printed.has(name))
  const main = printed.has('number') || signs.length !== 1 ? 'number' : (signs[0] ?? 'number')
  return [...new Set<NoteSeries>([main, 'number', ...signs])].flatMap((name): Series[] => {
    const isOwn = ({ number }: NoteText): boolean =>
      number === null ? name === main : number.series === name
    const paragraphs = indicesOf(notes, isOwn)
    if (name !== main && paragraphs.length === 0) return []
    const mayGoOn = (paragraphs[0] ?? 0) > 0
    return [
      {
        name,
        paragraphs,
        mayGoOn,
        candidates: indicesOf(candidates, (mark) => mark.series === name),
      },
    ]
  })
}

/** A place where a number is hardly anything but a callout. */
const isSure = ({ shape }: PlacedCandidate): boolean => shape.unused >= SURE

/** The greatest value that each series reaches with its notes and the marks used for them. */
function findReach(
  { notes, candidates }: NoteSources,
  assigned: readonly Assigned[],
): Map<NoteSeries, number> {
  const reach = new Map<NoteSeries, number>([
    ['number', notes.length === 0 ? LEAST_LOST : notes.length],
  ])
  const raise = (series: NoteSeries | undefined, value: number): void => {
    if (series !== undefined) reach.set(series, Math.max(reach.get(series) ?? 0, value))
  }
  for (const { number } of notes) raise(number?.series, number?.value ?? 0)
  for (const { candidate, value } of assigned) raise(candidates[candidate ?? -1]?.series, value)
  return reach
}

/**
 * Callouts without a note: candidates that the assignment used but could not link, and those it left although their place is sure (a
 * number printed twice, one out of order, one whose note is lost), no greater than the letter's numbers reach.
 */
function findUnlinked(
  sources: NoteSources,
  assigned: readonly Assigned[],
  linked: readonly LinkedCallout[],
): LinkedCallout[] {
  const { candidates } = sources
  const used = new Set(linked.map(({ candidate }) => candidate))
  const chosen = new Set(assigned.map(({ candidate }) => candidate))
  const called = new Set(linked.map(({ candidate }) => candidates[candidate]?.n))
  const reach = findReach(sources, assigned)
  return candidates.flatMap((place, candidate): LinkedCallout[] => {
    if (used.has(candidate)) return []
    const isNear = place.value <= (reach.get(place.series) ?? 1) + BEYOND
    if (!chosen.has(candidate) && !(isSure(place) && isNear)) return []
    const reason: WhyPart = called.has(place.n)
      ? { code: 'already-called', values: [place.n] }
      : { code: 'not-sure', values: [] }
    const why = writeWhy([{ code: place.shape.why, values: [] }, reason])
    return [{ candidate, note: null, confidence: UNLINKED, why }]
  })
}

/**
 * Cuts the note block into notes and links each to the mark in the text that calls it. What is not sure enough stays unlinked: a
 * candidate that is a callout but has no note comes back with `note` null. `rarity` says how rare words are on the page.
 */
export function linkNotes(
  paragraphs: readonly NoteText[],
  candidates: readonly PlacedCandidate[],
  rarity: Rarity = EVEN_RARITY,
): Links {
  const sources: NoteSources = { notes: paragraphs, candidates, rarity }
  const assigned = partSeries(sources).flatMap((series) => assignSeries(sources, series))
  const starts = assigned.flatMap(({ paragraph }) => (paragraph === null ? [] : [paragraph]))
  const firsts = [...new Set(paragraphs.length > 0 ? [0, ...starts] : [])].sort((a, b) => a - b)
  const byFirst = new Map(assigned.map((entry) => [entry.paragraph, entry]))
  const callouts: LinkedCallout[] = []
  const notes = firsts.map((first, index): LinkedNote => {
    const end = firsts[index + 1] ?? paragraphs.length
    const entry = byFirst.get(first)
    const note = paragraphs[first]
    const mark = candidates[entry?.candidate ?? -1]
    if (entry === undefined || note === undefined || mark === undefined || entry.candidate === null)
      return { first, end, candidate: null, confidence: 0 }
    if (entry.margin < LEAST_MARGIN) return { first, end, candidate: null, confidence: 0 }
    const fit = fitPrinted(note, entry.value)
    const confidence = rateLink(entry.margin, fit)
    const why = writeWhy(explainLink(mark, note, fit, entry))
    callouts.push({ candidate: entry.candidate, note: index, confidence, why })
    return { first, end, candidate: entry.candidate, confidence }
  })
  callouts.push(...findUnlinked(sources, assigned, callouts))
  return { notes, callouts: callouts.sort((a, b) => a.candidate - b.candidate) }
}
