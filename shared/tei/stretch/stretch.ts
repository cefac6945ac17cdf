import type { Side } from '../../letter/canonical.ts'

/** Blocks that follow each other: `count` of them from `b<first>` on. */
export interface BlockRun {
  readonly first: number
  readonly count: number
}

/**
 * A stretch of a TEI file that can be left out of it without anything else being read otherwise: whole lines, of `from`..`to` (UTF-16
 * offsets in the file), and the blocks of one side of a letter that are read out of them, those of the notes within the lines apart.
 */
export interface Stretch {
  /** The 1-based index of the letter's TEI element. */
  readonly unit: number
  readonly side: Side
  readonly from: number
  readonly to: number
  readonly lines: BlockRun
  readonly notes: BlockRun
}

/** A note of a source that says which stretches of it can be left out. */
export interface StretchNote {
  readonly code: 'tei-stretches'
  readonly message: string
  readonly count: number
}

const CODE = 'tei-stretches'
const SIDES: Readonly<Record<string, Side>> = { t: 'translation', o: 'original' }

/** The stretches of a file that can be left out of it, in the order of the file, and how many letters it holds. */
export interface FileStretches {
  readonly letters: number
  readonly stretches: readonly Stretch[]
}

/** What is kept with a source of its stretches; none where it has none. */
export function stretchNotes({ letters, stretches }: FileStretches): StretchNote[] {
  if (stretches.length === 0) return []
  const words = [letters.toString(36)]
  let place = 0
  for (const { unit, side, from, to, lines, notes } of stretches) {
    const numbers = [unit, from - place, to - from, lines.first, lines.count]
    const all = notes.count === 0 ? numbers : [...numbers, notes.first, notes.count]
    words.push(side.charAt(0) + all.map((number) => number.toString(36)).join('.'))
    place = to
  }
  return [{ code: CODE, message: words.join(' '), count: stretches.length }]
}

/** The stretches that the notes of a source name; null where they name none, or something that is no list of stretches. */
export function stretchesIn(
  notes: readonly { readonly code: string; readonly message: string }[],
): FileStretches | null {
  const said = notes.find(({ code }) => code === CODE)
  if (!said) return null
  const [letters = '', ...words] = said.message.split(' ')
  const stretches: Stretch[] = []
  let place = 0
  for (const word of words) {
    const side = SIDES[word.charAt(0)]
    const numbers = word.slice(1).split('.').map(numberOf)
    const [unit, gap, length, first, count, note = 0, noteCount = 0] = numbers
    const isWhole = numbers.every((number) => number >= 0)
    if (!side || !isWhole || !unit || gap === undefined || !length || !first || !count) return null
    const from = place + gap
    place = from + length
    const lines = { first, count }
    stretches.push({ unit, side, from, to: place, lines, notes: { first: note, count: noteCount } })
  }
  return { letters: numberOf(letters), stretches }
}

function numberOf(word: string): number {
  return /^[0-9a-z]{1,7}$/.test(word) ? Number.parseInt(word, 36) : -1
}

/** The ids of the blocks that are read out of a stretch. */
export function blocksOf({ lines, notes }: Pick<Stretch, 'lines' | 'notes'>): string[] {
  return [lines, notes].flatMap(({ first, count }) =>
    Array.from({ length: count }, (_, index) => `b${first + index}`),
  )
}
