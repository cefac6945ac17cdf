import { assignNotes, type NumberAssignment } from './assign-notes.ts'
import type { CalloutCandidate } from './assignment.ts'
import type { CalloutCandidateText } from './find-callouts.ts'
import { type PrintedNumber, readDisplacedNumber } from './find-notes.ts'
import { NOTE_PLACES, type NotePlace } from './note-patterns.ts'
import { findPattern } from './pattern.ts'

/** A paragraph of the note block: its text and its printed number. */
export interface NoteText {
  readonly text: string
  readonly number: PrintedNumber | null
}

/** A candidate with its place: the text of its line, the order of the line, and whether it stands at the foot of the letter. */
export interface PlacedCandidate extends CalloutCandidateText {
  readonly text: string
  readonly order: number
  readonly foot: boolean
}

/** A note as linked: first paragraph and the one behind its last, the candidate that calls it, how sure and why. */
export interface LinkedNote {
  readonly first: number
  readonly end: number
  readonly candidate: number | null
  readonly confidence: number
}

/** A candidate that was taken for a callout, with the index of its note or null. */
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

const CHUNK = 40
const PER_NUMBER = 6
const LOOKED_AT = 48
/** A link is kept where every assignment without it costs at least this much more. */
const LEAST_MARGIN = 0.3
const LOST_BEFORE_NEXT = 12
/** Numbers so far beyond the last note may still be callouts, where their place is sure: leaving it unused costs so much. */
const BEYOND = 2
const SURE = 2

/** Quotation marks left open at the end of a text. */
function countOpen(text: string): number {
  const straight = (text.match(/"/g)?.length ?? 0) % 2
  const curly = (text.match(/[“«„]/g)?.length ?? 0) - (text.match(/[”»]/g)?.length ?? 0)
  return Math.max(straight, curly)
}

/** What beginning a note here and going on with the last one cost, from the words and the quotation marks. */
function rateStart(text: string, quoted: boolean): { start: number; goOn: number } {
  const opens = /^\s*["“«„]/.test(text)
  const dated = /^\s*(?:On|In|By)\s+\p{Lu}/u.test(text)
  // Machines lose closing marks; a date at the beginning outweighs an open quotation.
  const doubt = quoted ? (dated ? 0.4 : 1.2) : 0
  const start = 0.3 + doubt + (opens ? 0.8 : 0)
  const goOn = 1.4 - doubt * 0.8 - (opens ? 0.5 : 0) + (dated ? 1 : 0)
  return { start, goOn: Math.max(0.1, goOn) }
}

function rateParagraphs(notes: readonly NoteText[]): { start: number; goOn: number }[] {
  let quoted = false
  return notes.map(({ text, number }) => {
    const before = quoted
    // A note that ends with its source is finished, whatever its quotation marks say.
    const finished = /\)\s*\.?\s*$/.test(text)
    const still = before && !/[”"»]/.test(text)
    quoted = !finished && (still || countOpen(text) > 0)
    return number === null ? rateStart(text, before) : { start: 0, goOn: 6 }
  })
}

const STOP = new Set(
  'about above after again also been before being could decision decided first from have indicated into letter members more should such that their them then there these they this those through under were which while will with would your october november december january february march april june july august september'.split(
    ' ',
  ),
)

/** Word stems of five letters that say something. */
function findStems(text: string): Set<string> {
  const stems = new Set<string>()
  for (const [word] of text.matchAll(/\p{L}{4,}/gu)) {
    const lower = word.toLowerCase()
    if (!STOP.has(lower)) stems.add(lower.slice(0, 5))
  }
  return stems
}

function isPlace({ place }: NotePlace, { text, from, foot }: PlacedCandidate): boolean {
  return place === 'foot' ? foot : place.test(text.slice(Math.max(0, from - 40), from))
}

const NOWHERE = { text: '', from: 0, to: 0 }

/** A function of an index below `size` that works out each value once, when it is first asked for. */
function remember<T>(size: number, work: (index: number) => T): (index: number) => T {
  const known = new Array<T | undefined>(size)
  return (index) => {
    const value = known[index] ?? work(index)
    known[index] = value
    return value
  }
}

/** Negative where the words of a note fit the place of a candidate, positive where they contradict it. */
function makeAffinity(
  notes: readonly NoteText[],
  candidates: readonly PlacedCandidate[],
): (paragraph: number, candidate: number) => number {
  const stemsOfNote = remember(notes.length, (index) =>
    findStems(notes[index]?.text.slice(0, 500) ?? ''),
  )
  const stemsOfPlace = remember(candidates.length, (index) => {
    const { text, from, to } = candidates[index] ?? NOWHERE
    return findStems(text.slice(Math.max(0, from - 220), to + 60))
  })
  const rows = notes.map(({ text }) => findPattern(NOTE_PLACES, text.slice(0, 200)))
  const rate = (paragraph: number, candidate: number): number => {
    const place = candidates[candidate]
    const row = rows[paragraph] ?? null
    const told =
      row === null || place === undefined ? 0 : isPlace(row, place) ? row.fit : row.misfit
    if (row?.place === 'foot') return told
    let shared = 0
    for (const stem of stemsOfPlace(candidate)) if (stemsOfNote(paragraph).has(stem)) shared++
    return told - Math.min(1, 0.3 * shared)
  }
  const width = candidates.length
  const rated = remember(notes.length * width, (at) => rate(Math.floor(at / width), at % width))
  return (paragraph, candidate) => rated(paragraph * width + candidate)
}

type ByNumber = ReadonlyMap<number, readonly number[]>

function groupByNumber(candidates: readonly PlacedCandidate[]): ByNumber {
  const groups = new Map<number, number[]>()
  candidates.forEach(({ n }, index) => {
    const group = groups.get(n)
    if (group === undefined) groups.set(n, [index])
    else group.push(index)
  })
  return groups
}

/** Where the first index behind `after` stands in an ascending list. */
function findBehind(list: readonly number[], after: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] ?? 0) > after) high = middle
    else low = middle + 1
  }
  return low
}

/** The best few candidates of each number that a note could have, in the order of the text. */
function pruneCandidates(
  candidates: readonly PlacedCandidate[],
  groups: ByNumber,
  least: number,
  most: number,
  after: number,
): number[] {
  const price = (index: number): number => {
    const shape = candidates[index]?.shape
    return (shape?.use ?? 0) - (shape?.unused ?? 0)
  }
  const kept: number[] = []
  for (let n = least; n <= most + BEYOND; n++) {
    const group = groups.get(n) ?? []
    const start = findBehind(group, after)
    const near = group
      .slice(start, start + LOOKED_AT)
      .filter((index) => n <= most || (candidates[index]?.shape.unused ?? 0) >= SURE)
    kept.push(...near.sort((a, b) => price(a) - price(b) || a - b).slice(0, PER_NUMBER))
  }
  return kept.sort((a, b) => a - b)
}

interface Assigned {
  readonly choice: NumberAssignment
  readonly paragraph: number | null
  readonly candidate: number | null
}

/** Assigns one run of paragraphs; indices of the result are those of the whole letter. */
function assignChunk(
  notes: readonly NoteText[],
  candidates: readonly PlacedCandidate[],
  groups: ByNumber,
  from: number,
  least: number,
  after: number,
): Assigned[] {
  const chunk = notes.slice(from, from + CHUNK)
  const printed = chunk.flatMap(({ number }) => (number === null ? [] : [number.value]))
  const low = Math.max(least, Math.min(...printed, least + CHUNK) - chunk.length)
  const most = Math.max(low - 1 + chunk.length, ...printed.filter((n) => n < low + CHUNK + 10))
  const kept = pruneCandidates(
    candidates,
    groups,
    least,
    chunk.length === 0 ? LOST_BEFORE_NEXT : most,
    after,
  )
  const chosen = kept.flatMap((index) => candidates[index] ?? [])
  const costs = rateParagraphs(chunk)
  const affinity = makeAffinity(chunk, chosen)
  const choices = assignNotes({
    paragraphs: chunk.map(({ text, number }, index) => ({
      printed: number?.value ?? null,
      hint: number === null ? readDisplacedNumber(text) : null,
      start: costs[index]?.start ?? 0,
      goOn: costs[index]?.goOn ?? 0,
    })),
    candidates: chosen.map(
      ({ n, shape }): CalloutCandidate => ({ n, use: shape.use, unused: shape.unused }),
    ),
    affinity,
  })
  return choices.map((choice) => ({
    choice,
    paragraph: choice.paragraph === null ? null : choice.paragraph + from,
    candidate: choice.candidate === null ? null : (kept[choice.candidate] ?? null),
  }))
}

function assignAll(notes: readonly NoteText[], candidates: readonly PlacedCandidate[]): Assigned[] {
  const all: Assigned[] = []
  const groups = groupByNumber(candidates)
  let after = -1
  let least = 1
  for (let from = 0; from === 0 || from < notes.length; from += CHUNK) {
    const assigned = assignChunk(notes, candidates, groups, from, least, after)
    all.push(...assigned)
    for (const { candidate, choice } of assigned) {
      if (candidate !== null) after = Math.max(after, candidate)
      least = Math.max(least, choice.v + 1)
    }
  }
  return all
}

/** A place where a number is hardly anything but a callout. */
const isSure = ({ shape }: PlacedCandidate): boolean => shape.unused >= SURE

/**
 * Callouts without a note: candidates that the assignment used but could not link, and those it left although their place is sure (a
 * number printed twice, one out of order, one whose note is lost), no greater than the letter's numbers reach.
 */
function findUnlinked(
  paragraphs: readonly NoteText[],
  candidates: readonly PlacedCandidate[],
  assigned: readonly Assigned[],
  linked: readonly LinkedCallout[],
): LinkedCallout[] {
  const used = new Set(linked.map(({ candidate }) => candidate))
  const chosen = new Set(assigned.map(({ candidate }) => candidate))
  const called = new Set(linked.map(({ candidate }) => candidates[candidate]?.n))
  const known = [
    ...paragraphs.map(({ number }) => number?.value ?? 0),
    ...assigned.map(({ choice }) => choice.v),
  ]
  const least = paragraphs.length === 0 ? LOST_BEFORE_NEXT : paragraphs.length
  const most = known.reduce((a, b) => Math.max(a, b), least) + BEYOND
  return candidates.flatMap((place, candidate): LinkedCallout[] => {
    if (used.has(candidate)) return []
    if (!chosen.has(candidate) && !(isSure(place) && place.n <= most)) return []
    const reason = called.has(place.n)
      ? `another ${place.n} already calls the note`
      : 'no note for it is sure enough'
    return [{ candidate, note: null, confidence: 0.3, why: `${place.shape.why}; ${reason}` }]
  })
}

type Printed = 'same' | 'lost' | 'other'

const TRUST: Readonly<Record<Printed, number>> = { same: 1, lost: 0.9, other: 0.7 }

/** From the margin of a link to a confidence: no margin is a toss-up, three are near certainty. */
function rateConfidence(margin: number, printed: Printed): number {
  const sure = margin === Infinity ? 0.9 : 1 - 0.5 * Math.exp(-margin)
  return Math.round(sure * TRUST[printed] * 100) / 100
}

function explain(shape: string, printed: Printed, n: number, note: NoteText): string {
  if (printed === 'same') return `${shape}; the note is printed with the number ${n}`
  if (printed === 'lost')
    return `${shape}; the note has lost its number and stands where note ${n} belongs`
  return `${shape}; the note in the place of ${n} is printed with the number ${note.number?.n ?? ''}`
}

/**
 * Cuts the note block into notes and links each to the number in the text that calls it. What is not sure enough stays unlinked: a
 * candidate that is a callout but has no note comes back with `note` null.
 */
export function linkNotes(
  paragraphs: readonly NoteText[],
  candidates: readonly PlacedCandidate[],
): Links {
  const assigned = assignAll(paragraphs, candidates)
  const starts = assigned.flatMap(({ paragraph }) => (paragraph === null ? [] : [paragraph]))
  const firsts = [...new Set(paragraphs.length > 0 ? [0, ...starts] : [])].sort((a, b) => a - b)
  const byFirst = new Map(assigned.map((entry) => [entry.paragraph, entry]))
  const callouts: LinkedCallout[] = []
  const notes = firsts.map((first, index): LinkedNote => {
    const entry = byFirst.get(first)
    const candidate = entry?.candidate ?? null
    const linked = candidate !== null && (entry?.choice.margin ?? 0) >= LEAST_MARGIN
    const end = firsts[index + 1] ?? paragraphs.length
    const note = paragraphs[first]
    if (!linked || entry === undefined || note === undefined)
      return { first, end, candidate: null, confidence: 0 }
    const printed: Printed =
      note.number === null ? 'lost' : note.number.value === entry.choice.v ? 'same' : 'other'
    const confidence = rateConfidence(entry.choice.margin, printed)
    const why = explain(candidates[candidate]?.shape.why ?? '', printed, entry.choice.v, note)
    callouts.push({ candidate, note: index, confidence, why })
    return { first, end, candidate, confidence }
  })
  callouts.push(...findUnlinked(paragraphs, candidates, assigned, callouts))
  return { notes, callouts: callouts.sort((a, b) => a.candidate - b.candidate) }
}
