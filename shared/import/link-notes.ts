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
import { countSupport, explainLink, findRepeated, fitPrinted, rateLink } from './rate-link.ts'
import { type WhyCode, type WhyPart, writeWhy } from './why-codes.ts'
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

/** A note that the format marks off: its first paragraph and the one behind its last, and the candidate that the format links to it. */
export interface GivenNote {
  readonly first: number
  readonly end: number
  readonly candidate: number | null
}

/** A link is kept where every assignment without it costs at least this much more, and where at least so many like it were right. */
const LEAST_MARGIN = 0.15
const LEAST_CONFIDENCE = 0.7
const LEAST_LOST = 12
const UNLINKED = 0.3
const OTHERS: readonly NoteSeries[] = ['star', 'dagger', 'letter']

const indicesOf = <T>(list: readonly T[], test: (item: T) => boolean): number[] =>
  list.flatMap((item, index) => (test(item) ? [index] : []))

/** Whether a paragraph or a candidate is left to be assigned. */
interface Left {
  readonly paragraph: (index: number) => boolean
  readonly candidate: (index: number) => boolean
}

/** What the format leaves open: all but the notes it links, the later paragraphs of those it marks off, and the marks it links. */
function findLeft(given: readonly GivenNote[]): Left {
  const paragraphs = new Set<number>()
  for (const { first, end, candidate } of given)
    for (let at = candidate === null ? first + 1 : first; at < end; at++) paragraphs.add(at)
  const marks = new Set(given.map(({ candidate }) => candidate))
  return { paragraph: (index) => !paragraphs.has(index), candidate: (index) => !marks.has(index) }
}

/** Parts notes and marks into series. Paragraphs without a number belong to the numbers, where there are any; else to the one series there is. */
function partSeries({ notes, candidates }: NoteSources, left: Left): Series[] {
  const printed = new Set(notes.flatMap(({ number }) => number?.series ?? []))
  const signs = OTHERS.filter((name) => printed.has(name))
  const main = printed.has('number') || signs.length !== 1 ? 'number' : (signs[0] ?? 'number')
  return [...new Set<NoteSeries>([main, 'number', ...signs])].flatMap((name): Series[] => {
    const isOwn = ({ number }: NoteText): boolean =>
      number === null ? name === main : number.series === name
    const paragraphs = indicesOf(notes, isOwn).filter(left.paragraph)
    if (name !== main && paragraphs.length === 0) return []
    const mayGoOn = (paragraphs[0] ?? 0) > 0
    const marks = indicesOf(candidates, (mark) => mark.series === name).filter(left.candidate)
    return [{ name, paragraphs, mayGoOn, candidates: marks }]
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

/** Marks that are printed for notes and for nothing else. */
const PRINTED_FOR_NOTES: ReadonlySet<WhyCode> = new Set([
  'bracketed-mark',
  'raised-number',
  'format-mark',
])
const SURELY_LINKED = 0.9
/** No page with gold has such marks, so that there is no share to count: sure enough to be kept, never near certain. */
const CALLED_AGAIN = 0.85

/**
 * Further marks of notes that are called already: printed as the first mark is, in brackets or raised, and behind it. Only where all
 * notes of the letter have different numbers and each is surely linked to a mark of its own number: then no other note is left that
 * such a mark could call.
 */
function findRepeatedCalls(
  { notes: paragraphs, candidates }: NoteSources,
  notes: readonly LinkedNote[],
  linked: readonly LinkedCallout[],
): LinkedCallout[] {
  const called = new Map<string, LinkedCallout>()
  for (const link of linked) {
    const n = candidates[link.candidate]?.n ?? ''
    const own = paragraphs[notes[link.note ?? -1]?.first ?? -1]?.number?.n
    if (own !== n || called.has(n) || link.confidence < SURELY_LINKED) return []
    called.set(n, link)
  }
  if (called.size === 0 || called.size < notes.length) return []
  const used = new Set(linked.map(({ candidate }) => candidate))
  return candidates.flatMap(({ n, shape, series }, candidate): LinkedCallout[] => {
    const first = called.get(n)
    if (first === undefined || used.has(candidate) || candidate < first.candidate) return []
    const known = candidates[first.candidate]
    const isAlike = known?.shape.name === shape.name && known.series === series
    if (!isAlike || series !== 'number' || !PRINTED_FOR_NOTES.has(shape.why)) return []
    const why = writeWhy([
      { code: shape.why, values: [] },
      { code: 'called-again', values: [n] },
    ])
    return [{ candidate, note: first.note, confidence: CALLED_AGAIN, why }]
  })
}

const FORMAT_WHY = writeWhy([
  { code: 'format-mark', values: [] },
  { code: 'format-link', values: [] },
])
const FORMAT_CONFIDENCE = 0.99
/** Where a number is printed twice in the text, nothing else can make one of them near certain. */
const REPEATED_SUPPORT = 1

/** A number of a series with how much speaks for its link besides its place. */
type Supported = Assigned & { readonly support: number }

/** A note with the callout that is sure enough to be kept, if there is one. */
function keepLink(
  { notes, candidates }: NoteSources,
  first: number,
  entry: Supported | undefined,
): Omit<LinkedCallout, 'note'> | null {
  const note = notes[first]
  const mark = candidates[entry?.candidate ?? -1]
  if (entry === undefined || note === undefined || mark === undefined) return null
  if (entry.candidate === null || entry.margin < LEAST_MARGIN) return null
  const fit = fitPrinted(note, entry.value)
  const confidence = rateLink({ margin: entry.margin, fit, support: entry.support })
  if (confidence < LEAST_CONFIDENCE) return null
  return {
    candidate: entry.candidate,
    confidence,
    why: writeWhy(explainLink(mark, note, fit, entry)),
  }
}

/**
 * Cuts the note block into notes and links each to the mark in the text that calls it. What is not sure enough stays unlinked: a
 * candidate that is a callout but has no note comes back with `note` null. `rarity` says how rare words are on the page; `given` are
 * notes that the format marks off, and its own links stand.
 */
export function linkNotes(
  paragraphs: readonly NoteText[],
  candidates: readonly PlacedCandidate[],
  rarity: Rarity = EVEN_RARITY,
  given: readonly GivenNote[] = [],
): Links {
  const sources: NoteSources = { notes: paragraphs, candidates, rarity }
  const left = findLeft(given)
  const repeated = findRepeated(candidates)
  const assigned = partSeries(sources, left).flatMap((series): Supported[] =>
    assignSeries(sources, series).map((entry, at, all) => ({
      ...entry,
      support: Math.min(
        countSupport(all, at),
        repeated.has(candidates[entry.candidate ?? -1]?.n ?? '') ? REPEATED_SUPPORT : 3,
      ),
    })),
  )
  const starts = assigned.flatMap(({ paragraph }) => (paragraph === null ? [] : [paragraph]))
  const own = paragraphs.length > 0 ? [0, ...starts, ...given.map(({ first }) => first)] : []
  const firsts = [...new Set(own)].sort((a, b) => a - b)
  const byFirst = new Map(assigned.map((entry) => [entry.paragraph, entry]))
  const linked = new Map(given.map(({ first, candidate }) => [first, candidate]))
  const callouts: LinkedCallout[] = []
  const notes = firsts.map((first, index): LinkedNote => {
    const end = firsts[index + 1] ?? paragraphs.length
    const candidate = linked.get(first) ?? null
    const link =
      candidate === null
        ? keepLink(sources, first, byFirst.get(first))
        : { candidate, confidence: FORMAT_CONFIDENCE, why: FORMAT_WHY }
    if (link === null) return { first, end, candidate: null, confidence: 0 }
    callouts.push({ ...link, note: index })
    return { first, end, candidate: link.candidate, confidence: link.confidence }
  })
  callouts.push(...findRepeatedCalls(sources, notes, callouts))
  callouts.push(...findUnlinked(sources, assigned, callouts))
  return { notes, callouts: callouts.sort((a, b) => a.candidate - b.candidate) }
}
