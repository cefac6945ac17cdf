import type { CorrectionRecord } from '../../letter/records.ts'
import { wordLikeness } from '../spread/word-distance.ts'
import { createWordIndex } from '../spread/word-index.ts'
import { stemmedWords } from '../spread/word-stem.ts'

/** A segment that somebody has corrected: the letter it stands in, its two readings, its original where there is one, and the correction where it is one alone. */
export interface MemoryLine {
  readonly letter: string
  readonly machine: string
  readonly corrected: string
  readonly original: string | null
  readonly correction?: CorrectionRecord
}

/** A corrected segment that is like the one asked about: `likeness` 0–1 of the machine words, `original` whether both have the same original. */
export interface MemoryHit extends MemoryLine {
  readonly likeness: number
  readonly isSameOriginal: boolean
}

/** The segment one is at. */
export interface MemoryQuestion {
  readonly letter: string
  readonly machine: string
  readonly original: string | null
}

/** Corrected segments of a collection, found by what the machine wrote: the translation memory. */
export interface Memory {
  /** Takes in the corrected segments of a letter; what was known of it before is forgotten. */
  put(letter: string, lines: readonly MemoryLine[]): void
  remove(letter: string): void
  /** The most alike segments of other letters, at most `most`, one for each way of correcting. */
  find(question: MemoryQuestion, most: number): readonly MemoryHit[]
}

/** What is less alike helps nobody; candidates share half of the words. */
const LIKE_ENOUGH = 0.6
const SHARE = 0.5
/** Longer segments are compared by their beginning: the distance of two lists grows with the product of their lengths. */
const LONGEST = 120

/** A memory of nothing. Likeness is that of the stems, word by word (Levenshtein), as OmegaT's first pass has it. */
export function createMemory(): Memory {
  const index = createWordIndex()
  const lines = new Map<string, MemoryLine>()
  const ofLetter = new Map<string, readonly string[]>()
  const remove = (letter: string) => {
    for (const key of ofLetter.get(letter) ?? []) {
      index.remove(key)
      lines.delete(key)
    }
    ofLetter.delete(letter)
  }
  return {
    remove,
    put(letter, fresh) {
      remove(letter)
      const keys = fresh.map((line, i) => {
        const key = `${letter} ${i}`
        lines.set(key, line)
        index.put(key, [line.machine])
        return key
      })
      if (keys.length > 0) ofLetter.set(letter, keys)
    },
    find({ letter, machine, original }, most) {
      const wanted = stemsOf(machine)
      if (wanted.length === 0) return []
      const hits = index.candidates(machine, SHARE).flatMap((key): MemoryHit[] => {
        const line = lines.get(key)
        if (!line || line.letter === letter) return []
        const likeness = wordLikeness(wanted, stemsOf(line.machine))
        if (likeness < LIKE_ENOUGH) return []
        const isSameOriginal = original !== null && original === line.original
        return [{ ...line, likeness, isSameOriginal }]
      })
      return distinct(hits.toSorted(compareHits)).slice(0, most)
    },
  }
}

function stemsOf(text: string): readonly string[] {
  return stemmedWords(text)
    .slice(0, LONGEST)
    .map(({ stem }) => stem)
}

function compareHits(a: MemoryHit, b: MemoryHit): number {
  return b.likeness - a.likeness || Number(b.isSameOriginal) - Number(a.isSameOriginal)
}

// The same sentence corrected in the same way in a hundred letters is one offer.
function distinct(hits: readonly MemoryHit[]): readonly MemoryHit[] {
  const known = new Set<string>()
  return hits.filter(({ machine, corrected }) => {
    const key = `${machine}\n${corrected}`
    if (known.has(key)) return false
    known.add(key)
    return true
  })
}
