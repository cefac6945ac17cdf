import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type {
  CalloutReading,
  LetterReading,
  NoteReading,
  PageReading,
} from '../../shared/import/reading.ts'

/** A callout of a gold file: its number, its line, the text before it, and, where the gold says so, the number of its note. */
export interface GoldCallout {
  readonly n: number
  readonly line: number
  readonly before: string
}

/** A letter of a gold file; the optional parts are compared only where they are there. */
export interface GoldLetter {
  readonly line: number
  readonly senders: readonly string[]
  readonly recipients: readonly string[]
  readonly date: string
  readonly dateKind: 'when' | 'notBefore' | 'notAfter'
  readonly dateText: string
  readonly editorial: boolean
  readonly noteParagraphs?: number
  readonly noteNumbers?: readonly number[]
  readonly callouts?: readonly GoldCallout[]
  readonly archiveText?: string
  readonly archiveRefs?: readonly {
    readonly fond: string
    readonly opis: string
    readonly delo: string
    readonly leaf: string
    readonly opisPrinted?: string
  }[]
}

/** A gold file: the letters a page holds, by hand. */
export interface Gold {
  readonly source: string
  readonly letters: readonly GoldLetter[]
}

/** Reads a page and the gold beside it; `name` is the base name of both. */
export function loadGold(folder: string, name: string): { text: string; gold: Gold } {
  const text = readFileSync(path.join(folder, `${name}.txt`), 'utf8')
  const gold = JSON.parse(readFileSync(path.join(folder, `${name}.gold.json`), 'utf8')) as Gold
  return { text, gold }
}

/** The folder of the pages that lie outside the project, or null (with the reason printed) where `EPISTULA_MATERIAL` names none. */
export function findCorpus(): string | null {
  const material = process.env.EPISTULA_MATERIAL
  const corpus = material === undefined ? null : path.join(material, 'corpus')
  if (corpus !== null && existsSync(corpus)) return corpus
  process.stdout.write(
    'skipped: no pages, EPISTULA_MATERIAL does not name a folder with a corpus\n',
  )
  return null
}

type Header = Pick<
  GoldLetter,
  'line' | 'senders' | 'recipients' | 'date' | 'dateKind' | 'dateText' | 'editorial'
>

/** What the gold says about the heading of a letter. */
export function goldHeader(letter: GoldLetter): Header {
  const { line, senders, recipients, date, dateKind, dateText, editorial } = letter
  return { line, senders, recipients, date, dateKind, dateText, editorial }
}

/** What was read from the heading of a letter, in the words of the gold. */
export function readHeader(letter: LetterReading): Header {
  const { line, senders, recipients, date } = letter
  const dateKind =
    date?.when !== undefined ? 'when' : date?.notBefore !== undefined ? 'notBefore' : 'notAfter'
  return {
    line,
    senders,
    recipients,
    date: date?.[dateKind] ?? '',
    dateKind,
    dateText: date?.text ?? '',
    editorial: date?.supplied ?? false,
  }
}

/** The archive references of a letter as gold has them. */
export function readArchiveRefs({ archive }: LetterReading): readonly object[] {
  return archive.map(({ fond, opis, delo, leaf }) => ({ fond, opis, delo, leaf }))
}

/** The printed numbers of a letter's notes. */
export function readNoteNumbers({ notes }: LetterReading): number[] {
  return notes.flatMap(({ n }) => (n === null ? [] : [Number(n)]))
}

/** The callout that stands where the gold says, white space before the mark allowed; undefined where none was found. */
export function findGoldCallout(
  letter: LetterReading,
  gold: GoldCallout,
): CalloutReading | undefined {
  const text = letter.content.find(({ line }) => line === gold.line)?.text ?? ''
  return letter.callouts.find(
    ({ line, from, n }) =>
      line === gold.line &&
      n === String(gold.n) &&
      text.slice(0, from).trimEnd().endsWith(gold.before),
  )
}

/**
 * Whether number `n` may call the note at `index`, from the printed numbers alone: the note of that number; or, where no note has it,
 * one that lost its number, between those with smaller and those with greater numbers; or a misprinted one that is the n-th of all.
 */
export function isRightNote(notes: readonly NoteReading[], index: number, n: number): boolean {
  const printed = notes.map((note) => (note.n === null ? null : Number(note.n)))
  const own = printed[index]
  if (own === n) return true
  if (own === undefined || printed.includes(n)) return false
  if (own !== null) return index === n - 1
  const smaller = printed.slice(0, index).every((number) => number === null || number < n)
  const greater = printed.slice(index + 1).every((number) => number === null || number > n)
  return smaller && greater && index <= n - 1
}

/** How the callouts of a page stand to its gold: found and linked rightly, linked wrongly (any callout, also outside the gold), missed. */
export interface CalloutScore {
  readonly total: number
  readonly right: number
  readonly wrong: readonly string[]
  readonly missed: readonly string[]
}

const findWrong = ({ callouts, notes }: LetterReading): string[] =>
  callouts
    .filter(({ note, n }) => note !== null && !isRightNote(notes, note, Number(n)))
    .map(({ line, n }) => `${line}: ${n}`)

const isLinked = (letter: LetterReading | undefined, gold: GoldCallout): boolean =>
  letter !== undefined && (findGoldCallout(letter, gold)?.note ?? null) !== null

/** Scores all callouts of a page: what is linked is right unless it is named as wrong. */
export function scoreCallouts(page: PageReading, gold: Gold): CalloutScore {
  const wrong = page.letters.flatMap(findWrong)
  const byLine = new Map(page.letters.map((letter) => [letter.line, letter]))
  const wanted = gold.letters.flatMap(({ line, callouts = [] }) =>
    callouts.map((callout) => ({ callout, letter: byLine.get(line) })),
  )
  const missed = wanted
    .filter(({ callout, letter }) => !isLinked(letter, callout))
    .map(({ callout }) => `${callout.line}: ${callout.n}`)
  const mistaken = wanted.filter(
    ({ callout }) =>
      wrong.includes(`${callout.line}: ${callout.n}`) &&
      !missed.includes(`${callout.line}: ${callout.n}`),
  )
  const right = wanted.length - missed.length - mistaken.length
  return { total: wanted.length, right, wrong, missed }
}
