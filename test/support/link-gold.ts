import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { LetterReading, PageReading } from '../../shared/import/reading.ts'

/** A note of a gold file: its printed number, null where lost, and all its lines, the first first. */
export interface GoldNote {
  readonly n: string | null
  readonly lines: readonly number[]
}

/** A printed mark that surely calls a note; UTF-16 units of its line; `note` is an index into the letter's notes, null where a scholar cannot say. */
export interface GoldLink {
  readonly n: string
  readonly line: number
  readonly from: number
  readonly to: number
  readonly note: number | null
}

/** The notes and callouts of a letter by hand: what is not in `callouts` is none, notes without one cannot be linked. */
export interface GoldLinks {
  readonly line: number
  /** Whether rules may be tuned on this letter; the others are held back. */
  readonly tune: boolean
  readonly notes: readonly GoldNote[]
  readonly callouts: readonly GoldLink[]
}

/** A link of the program beside the gold. */
export interface JudgedLink {
  readonly where: string
  readonly right: boolean
  readonly confidence: number
}

/** How the links of a page stand to its gold. */
export interface LinkScore {
  readonly linkable: number
  readonly right: number
  readonly missed: readonly string[]
  readonly links: readonly JudgedLink[]
  /** Notes whose lines are not those of the gold. */
  readonly misread: readonly string[]
}

/** Reads the links of a page that lies outside the project; the file holds lines and offsets, no text. */
export function loadLinkGold(name: string): readonly GoldLinks[] {
  const folder = path.resolve(import.meta.dirname, '../fixtures/notes')
  const file = readFileSync(path.join(folder, `${name}.links.json`), 'utf8')
  return (JSON.parse(file) as { letters: readonly GoldLinks[] }).letters
}

function judge(gold: GoldLinks, letter: LetterReading): JudgedLink[] {
  return letter.callouts.flatMap(({ line, from, n, note, confidence }): JudgedLink[] => {
    if (note === null) return []
    const mark = gold.callouts.find((link) => link.line === line && link.from === from)
    if (mark !== undefined && mark.note === null) return []
    const wanted = mark === undefined ? null : gold.notes[mark.note ?? -1]?.lines[0]
    const right = wanted !== null && letter.notes[note]?.lines[0] === wanted
    return [{ where: `${line}:${from} ${n}`, right, confidence }]
  })
}

function findMisread({ notes, line }: GoldLinks, letter: LetterReading | undefined): string[] {
  const found = new Set(letter?.notes.map(({ lines }) => lines.join()))
  const wanted = new Set(notes.map(({ lines }) => lines.join()))
  const wrong = [...wanted].filter((lines) => !found.has(lines))
  const more = [...found].filter((lines) => !wanted.has(lines))
  return [...wrong.map((at) => `${line}: no note ${at}`), ...more.map((at) => `${line}: ${at}`)]
}

/** Judges every link of a page by the gold: which are right, which linkable notes were missed, which notes were cut wrongly. */
export function scoreLinks(page: PageReading, gold: readonly GoldLinks[]): LinkScore {
  const byLine = new Map(page.letters.map((letter) => [letter.line, letter]))
  const links = gold.flatMap((letter) => {
    const read = byLine.get(letter.line)
    return read === undefined ? [] : judge(letter, read)
  })
  const right = new Set(links.filter((link) => link.right).map(({ where }) => where))
  const linkable = gold.flatMap(({ callouts }) => callouts.filter(({ note }) => note !== null))
  const missed = linkable
    .map(({ line, from, n }) => `${line}:${from} ${n}`)
    .filter((where) => !right.has(where))
  const misread = gold.flatMap((letter) => findMisread(letter, byLine.get(letter.line)))
  return { linkable: linkable.length, right: right.size, missed, links, misread }
}
