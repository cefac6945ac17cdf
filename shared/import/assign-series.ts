import { assignNotes } from './assign-notes.ts'
import type { CalloutCandidate, NoteParagraph } from './assignment.ts'
import type { CalloutCandidateText } from './find-callouts.ts'
import { type PrintedNumber, readDisplacedNumber } from './find-notes.ts'
import type { NoteSeries } from './note-marks.ts'
import { type MarkPlace, makeAffinity } from './rate-affinity.ts'
import { rateParagraphs } from './rate-paragraphs.ts'
import type { Rarity } from './word-rarity.ts'

/** A paragraph of the note block: its text and its printed number. */
export interface NoteText {
  readonly text: string
  readonly number: PrintedNumber | null
}

/** A candidate with its place: the text of its line, the order of the line, and whether it stands at the foot of the letter. */
export interface PlacedCandidate extends CalloutCandidateText, MarkPlace {
  readonly order: number
}

/** A number of a series with the paragraph its note begins with and the candidate that calls it, indices or null, and what the words of the two say. */
export interface Assigned {
  readonly value: number
  readonly paragraph: number | null
  readonly candidate: number | null
  readonly margin: number
  readonly words: readonly string[]
  readonly isPlaceNamed: boolean
}

/** The notes and marks of one series: indices of paragraphs and candidates, ascending. */
export interface Series {
  readonly name: NoteSeries
  readonly paragraphs: readonly number[]
  readonly candidates: readonly number[]
  /** Whether the first paragraph may belong to a note of another series. */
  readonly mayGoOn: boolean
}

/** What all series of a letter are assigned from. */
export interface NoteSources {
  readonly notes: readonly NoteText[]
  readonly candidates: readonly PlacedCandidate[]
  readonly rarity: Rarity
}

const CHUNK = 40
const CHUNK_RUNS = 6
const PER_NUMBER = 6
const LOOKED_AT = 48
const LOST_BEFORE_NEXT = 12
/** Numbers so far beyond the last note may still be callouts, where their place is sure: leaving it unused costs so much. */
export const BEYOND = 2
export const SURE = 2

type ByValue = ReadonlyMap<number, readonly number[]>

function groupByValue({ candidates }: NoteSources, series: Series): ByValue {
  const groups = new Map<number, number[]>()
  for (const index of series.candidates) {
    const value = candidates[index]?.value ?? 0
    const group = groups.get(value)
    if (group === undefined) groups.set(value, [index])
    else group.push(index)
  }
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

/** The numbers a run of paragraphs could have, and how many runs of numbers are in it. */
interface Span {
  readonly least: number
  readonly most: number
  readonly runs: number
}

function findSpan(chunk: readonly NoteText[], least: number, repeats: boolean): Span {
  if (chunk.length === 0) return { least, most: LOST_BEFORE_NEXT, runs: 1 }
  const printed = chunk.flatMap(({ number }) => (number === null ? [] : [number.value]))
  const isAgain = (n: number, index: number): boolean => {
    const before = printed[index - 1] ?? (index === 0 ? least - 1 : 0)
    return repeats ? n <= before : n < before
  }
  const again = printed.filter(isAgain).length
  const low = again > 0 ? 1 : Math.max(least, Math.min(...printed, least + CHUNK) - chunk.length)
  const most = Math.max(low - 1 + chunk.length, ...printed.filter((n) => n < low + CHUNK + 10))
  return { least: again > 0 ? 1 : least, most, runs: again + 1 }
}

/** Where a run of paragraphs that is assigned together ends: after so many, or so many new beginnings of the numbers. */
function findChunkEnd({ notes }: NoteSources, { paragraphs }: Series, from: number): number {
  let runs = 0
  let before = 0
  const limit = Math.min(paragraphs.length, from + CHUNK)
  for (let at = from; at < limit; at++) {
    const value = notes[paragraphs[at] ?? -1]?.number?.value
    if (value === undefined) continue
    if (value <= before) runs++
    if (runs >= CHUNK_RUNS) return at
    before = value
  }
  return limit
}

/** The best few candidates of each number that a note could have, in the order of the text. */
function pruneCandidates(
  { candidates }: NoteSources,
  groups: ByValue,
  { least, most, runs }: Span,
  after: number,
): number[] {
  const price = (index: number): number => {
    const shape = candidates[index]?.shape
    return (shape?.use ?? 0) - (shape?.unused ?? 0)
  }
  const kept: number[] = []
  for (let value = least; value <= most + BEYOND; value++) {
    const group = groups.get(value) ?? []
    const start = findBehind(group, after)
    const near = group
      .slice(start, start + LOOKED_AT * runs)
      .filter((index) => value <= most || (candidates[index]?.shape.unused ?? 0) >= SURE)
    kept.push(...near.sort((a, b) => price(a) - price(b) || a - b).slice(0, PER_NUMBER * runs))
  }
  return kept.sort((a, b) => a - b)
}

/** Assigns one run of paragraphs of a series with the candidates that could call them. */
function assignChunk(
  { notes, candidates, rarity }: NoteSources,
  members: readonly number[],
  kept: readonly number[],
  mayGoOn: boolean,
  repeats: boolean,
): Assigned[] {
  const chunk = members.flatMap((index) => notes[index] ?? [])
  const chosen = kept.flatMap((index) => candidates[index] ?? [])
  const costs = rateParagraphs(chunk)
  const affinity = makeAffinity(chunk, chosen, rarity)
  const paragraphs = chunk.map(
    ({ text, number }, index): NoteParagraph => ({
      printed: number?.value ?? null,
      hint: number === null ? readDisplacedNumber(text) : null,
      start: costs[index]?.start ?? 0,
      goOn: costs[index]?.goOn ?? 0,
    }),
  )
  const marks = chosen.map(
    ({ value, shape }): CalloutCandidate => ({ n: value, use: shape.use, unused: shape.unused }),
  )
  const { rate } = affinity
  const input = { paragraphs, candidates: marks, affinity: rate, mayGoOn, repeats }
  return assignNotes(input).map(({ v, paragraph, candidate, margin }): Assigned => {
    const both = paragraph !== null && candidate !== null
    return {
      value: v,
      paragraph: paragraph === null ? null : (members[paragraph] ?? null),
      candidate: candidate === null ? null : (kept[candidate] ?? null),
      margin,
      words: both ? affinity.sharedWords(paragraph, candidate) : [],
      isPlaceNamed: both && affinity.isPlaceNamed(paragraph, candidate),
    }
  })
}

/** Assigns the notes of one series to their marks, in runs of a limited length: time about linear in notes and marks. */
export function assignSeries(sources: NoteSources, series: Series): Assigned[] {
  const groups = groupByValue(sources, series)
  const repeats = series.name !== 'number'
  const all: Assigned[] = []
  let after = -1
  let least = 1
  let from = 0
  do {
    const end = findChunkEnd(sources, series, from)
    const members = series.paragraphs.slice(from, end)
    const chunk = members.flatMap((index) => sources.notes[index] ?? [])
    const kept = pruneCandidates(sources, groups, findSpan(chunk, least, repeats), after)
    const mayGoOn = from === 0 ? series.mayGoOn : true
    for (const entry of assignChunk(sources, members, kept, mayGoOn, repeats)) {
      all.push(entry)
      after = Math.max(after, entry.candidate ?? -1)
      least = entry.value + 1
    }
    from = end
  } while (from < series.paragraphs.length)
  return all
}
