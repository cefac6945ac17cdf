import { NOTE_PLACES, type NotePlace } from './note-patterns.ts'
import { findPattern } from './pattern.ts'
import { findStems, type Rarity } from './word-rarity.ts'

/** The place of a candidate: the text of its line, where it stands in it, whether the line is the foot of the letter. */
export interface MarkPlace {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly foot: boolean
}

/** How well the words of notes fit the places of candidates; indices into the lists they were made from. */
export interface Affinity {
  /** A cost: negative where the words of the note fit the place, positive where they contradict it. */
  readonly rate: (note: number, candidate: number) => number
  /** Words that note and place share, the rarest first, at most three. */
  readonly sharedWords: (note: number, candidate: number) => string[]
  /** Whether the note says where its mark stands, and it stands there. */
  readonly isPlaceNamed: (note: number, candidate: number) => boolean
}

const BEFORE = 220
const BEHIND = 60
const NOTE_REACH = 500
const WORTH = 0.9
const MOST = 2.4
const STRANGE = 0.1
const TELLING = 0.6

/** A function of an index below `size` that works out each value once, when it is first asked for. */
function remember<T>(size: number, work: (index: number) => T): (index: number) => T {
  const known = new Array<T | undefined>(size)
  return (index) => {
    const value = known[index] ?? work(index)
    known[index] = value
    return value
  }
}

function isPlace({ place }: NotePlace, { text, from, foot }: MarkPlace): boolean {
  return place === 'foot' ? foot : place.test(text.slice(Math.max(0, from - 40), from))
}

const NOWHERE: MarkPlace = { text: '', from: 0, to: 0, foot: false }

/** Compares the words of notes with the places of candidates: shared words count by how rare they are on the page. */
export function makeAffinity(
  notes: readonly { readonly text: string }[],
  candidates: readonly MarkPlace[],
  rarity: Rarity,
): Affinity {
  const stemsOfNote = remember(notes.length, (index) =>
    findStems(notes[index]?.text.slice(0, NOTE_REACH) ?? ''),
  )
  const stemsOfPlace = remember(candidates.length, (index) => {
    const { text, from, to } = candidates[index] ?? NOWHERE
    return findStems(
      `${text.slice(Math.max(0, from - BEFORE), from)} ${text.slice(to, to + BEHIND)}`,
    )
  })
  const told = notes.map(({ text }) => findPattern(NOTE_PLACES, text.slice(0, 200)))
  const listOfPlace = remember(candidates.length, (index) => [...stemsOfPlace(index).keys()])
  const worthOf = (stem: string): number => rarity(stem) ** 2
  const weigh = (note: number, candidate: number): number => {
    const known = stemsOfNote(note)
    let sum = 0
    for (const stem of listOfPlace(candidate)) if (known.has(stem)) sum += worthOf(stem)
    return sum
  }
  const rate = (note: number, candidate: number): number => {
    const row = told[note] ?? null
    const place = candidates[candidate] ?? NOWHERE
    const fit = row === null ? 0 : isPlace(row, place) ? row.fit : row.misfit
    if (row?.place === 'foot') return fit
    const worth = weigh(note, candidate)
    if (worth === 0 && stemsOfNote(note).size > 2) return fit + STRANGE
    return fit - Math.min(MOST, WORTH * worth)
  }
  const width = candidates.length
  const rated = remember(notes.length * width, (at) => rate(Math.floor(at / width), at % width))
  return {
    rate: (note, candidate) => rated(note * width + candidate),
    sharedWords: (note, candidate) =>
      listOfPlace(candidate)
        .filter((stem) => stemsOfNote(note).has(stem))
        .map((stem) => ({ stem, worth: worthOf(stem) }))
        .filter(({ worth }) => worth >= TELLING ** 2)
        .sort((a, b) => b.worth - a.worth)
        .slice(0, 3)
        .map(({ stem }) => stemsOfPlace(candidate).get(stem) ?? stem),
    isPlaceNamed: (note, candidate) => {
      const row = told[note] ?? null
      return row !== null && isPlace(row, candidates[candidate] ?? NOWHERE)
    },
  }
}
