import type { PlacedCandidate } from './assign-series.ts'
import { findCallouts } from './find-callouts.ts'
import {
  rateNoteHeading,
  rateParagraph,
  readPrintedNumber,
  readPrintedNumbers,
} from './find-notes.ts'
import { DATE_BEFORE } from './line-patterns.ts'
import { type Links, linkNotes } from './link-notes.ts'
import type { PageHints } from './page-text.ts'
import type { Rarity } from './word-rarity.ts'

interface Line {
  readonly line: number
  readonly text: string
}

/** The lines of a letter, its heading first; `notes` are lines that are surely notes, null where recognition is to find them. */
export interface SharedLines<L extends Line> {
  readonly lines: readonly L[]
  readonly notes: ReadonlySet<number> | null
}

/** Each line that belongs to another letter than the one it stands in: line → index of the letter. */
type Moves = ReadonlyMap<number, number>

/** Where the heading of notes stands that the whole page shares: once in the page, in its last letter, below all other headings. */
function findSharedHeading(letters: readonly (readonly Line[])[]): number {
  const heads = (lines: readonly Line[]): number =>
    lines.findLastIndex(({ text }, at) => at > 0 && rateNoteHeading(text) > 0)
  const last = letters.at(-1)
  if (last === undefined || letters.length < 2) return -1
  return letters.slice(0, -1).some((lines) => heads(lines) > 0) ? -1 : heads(last)
}

function placeMarks(
  letters: readonly (readonly Line[])[],
): (PlacedCandidate & { letter: number })[] {
  return letters.flatMap((lines, letter) =>
    lines.slice(1).flatMap(({ line, text }) =>
      findCallouts(text).map((found) => {
        const foot = DATE_BEFORE.test(text.slice(Math.max(0, found.from - 40), found.from))
        return { ...found, letter, text, order: line, foot }
      }),
    ),
  )
}

/** A line that can hardly be anything but a note: a letter that has one has its own notes. */
const OWN_NOTE = 4

const hasOwnNotes = (lines: readonly Line[]): boolean =>
  lines.some(
    ({ text }, at) =>
      at > 0 && readPrintedNumber(text, false) !== null && rateParagraph(text) >= OWN_NOTE,
  )

const countLinked = ({ notes }: Links): number =>
  notes.filter(({ candidate }) => candidate !== null).length

/** Gives the notes at the end of a page to the letters that call them; a note that none calls goes with the one before it. */
function shareNumbered(letters: readonly (readonly Line[])[], rarity: Rarity): Moves | null {
  const head = findSharedHeading(letters)
  const last = letters.at(-1)
  if (head < 0 || last === undefined || letters.slice(0, -1).some(hasOwnNotes)) return null
  const block = last.slice(head + 1)
  const marks = placeMarks([...letters.slice(0, -1), last.slice(0, head)])
  const numbers = readPrintedNumbers(block, true)
  const paragraphs = block.map((line, at) => ({ ...line, number: numbers[at] ?? null }))
  const links = linkNotes(paragraphs, marks, rarity)
  const own = marks.filter(({ letter }) => letter === letters.length - 1)
  if (countLinked(links) <= countLinked(linkNotes(paragraphs, own, rarity)) + 1) return null
  const { notes } = links
  const owners = notes.map(({ candidate }) => marks[candidate ?? -1]?.letter ?? null)
  const others = owners.filter((owner) => owner !== null && owner < letters.length - 1)
  if (others.length === 0) return null
  const moves = new Map<number, number>()
  let owner = owners.find((one) => one !== null) ?? 0
  notes.forEach(({ first, end }, index) => {
    owner = owners[index] ?? owner
    for (const { line } of block.slice(first, end)) moves.set(line, owner)
  })
  return moves
}

/** Gives the notes that the format marks off to the letters whose marks the format links to them. */
function shareHinted(letters: readonly (readonly Line[])[], hints: PageHints): Moves {
  const letterOf = new Map(
    letters.flatMap((lines, letter) => lines.map(({ line }): [number, number] => [line, letter])),
  )
  const called = new Map(hints.callouts.map(({ target, line }) => [target, letterOf.get(line)]))
  const moves = new Map<number, number>()
  for (const { key, lines } of hints.notes)
    for (const line of lines) {
      const letter = called.get(key) ?? letterOf.get(line)
      if (letter !== undefined) moves.set(line, letter)
    }
  return moves
}

/**
 * Gives each letter of a page the notes that stand at the end of the page for all of them: by links of the format, else by their
 * numbers where one heading of notes stands in the last letter. Every line stays in exactly one letter, in the order of the page.
 */
export function shareEndnotes<L extends Line>(
  letters: readonly (readonly L[])[],
  rarity: Rarity,
  hints?: PageHints,
): SharedLines<L>[] {
  const hasHints = hints !== undefined && hints.notes.length > 0
  const moves = hasHints ? shareHinted(letters, hints) : shareNumbered(letters, rarity)
  if (moves === null) return letters.map((lines) => ({ lines, notes: null }))
  const given = new Map<number, L[]>()
  for (const line of letters.flat()) {
    const owner = moves.get(line.line)
    if (owner === undefined) continue
    const own = given.get(owner)
    if (own === undefined) given.set(owner, [line])
    else own.push(line)
  }
  return letters.map((lines, letter) => {
    const own = given.get(letter) ?? []
    const left = lines.filter(({ line }) => !moves.has(line))
    const all = own.length === 0 ? left : [...left, ...own].sort((a, b) => a.line - b.line)
    return { lines: all, notes: new Set(own.map(({ line }) => line)) }
  })
}
