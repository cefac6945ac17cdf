import type { LetterReading, PageReading } from '../../shared/import/reading.ts'
import type { PlantedLetter, PlantedPage } from './note-letters.ts'

/** A link of the program in an invented letter: whether it is the planted one, how sure it is said to be, why, and what was done there. */
export interface ScoredLink {
  readonly right: boolean
  readonly confidence: number
  readonly why: string
  readonly line: number
  readonly damage: string
  readonly traits: string
}

/** The links of invented letters beside the planted ones. */
export interface PlantedScore {
  /** Notes that are in the page and whose mark is in the text. */
  linkable: number
  right: number
  readonly links: ScoredLink[]
  readonly missed: { readonly line: number; readonly damage: string; readonly traits: string }[]
}

function scoreLetter(score: PlantedScore, planted: PlantedLetter, read: LetterReading): void {
  const linked = new Set<number>()
  for (const { line, from, note, confidence, why } of read.callouts) {
    if (note === null) continue
    const mark = planted.marks.find((one) => one.line === line && one.from === from)
    const wanted = planted.notes[mark?.note ?? -1]?.lines[0]
    const right = wanted !== undefined && read.notes[note]?.lines[0] === wanted
    if (right && mark?.note != null) linked.add(mark.note)
    score.links.push({
      right,
      confidence,
      why,
      line,
      damage: mark?.damage ?? 'none',
      traits: planted.traits,
    })
  }
  const linkable = new Map(
    planted.marks.flatMap((mark) => (mark.note === null ? [] : [[mark.note, mark]])),
  )
  score.linkable += linkable.size
  score.right += linked.size
  for (const [note, { line, damage }] of linkable)
    if (!linked.has(note)) score.missed.push({ line, damage, traits: planted.traits })
}

/** Adds the links of a page to a score. */
export function scorePlanted(score: PlantedScore, planted: PlantedPage, page: PageReading): void {
  const byLine = new Map(page.letters.map((letter) => [letter.line, letter]))
  for (const letter of planted.letters) {
    const read = byLine.get(letter.line)
    if (read !== undefined) scoreLetter(score, letter, read)
    else throw new RangeError(`No letter was read in line ${letter.line}`)
  }
}

/** A score with nothing in it. */
export const emptyScore = (): PlantedScore => ({ linkable: 0, right: 0, links: [], missed: [] })
