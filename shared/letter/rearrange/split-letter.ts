import type { CanonicalLetter, CanonicalText } from '../canonical.ts'
import type { Block } from '../machine-text.ts'
import type { Records } from '../records.ts'
import { composeLetters } from './compose-letters.ts'
import type { LineRef, Rearranged } from './letter-plan.ts'

/**
 * Where a letter is split: `at` is the first line of the second part; `original` the first line of the second part in the
 * original, `first` or `second` where the original goes whole with a part. Notes go where they are called (`follow`) or stay
 * where they are printed (`stay`). `header` is that of the second part; the first keeps the letter's.
 */
export interface SplitPlan {
  readonly at: string
  readonly original: 'first' | 'second' | { readonly at: string }
  readonly notes: 'follow' | 'stay'
  readonly ids: readonly [string, string]
  readonly header: Records['header']
}

/** Makes two letters of one. Throws a RangeError where one of them would have no line. */
export function splitLetter(letter: CanonicalLetter, plan: SplitPlan): Rearranged {
  const { id, translation, original } = letter
  const [first, second] = shareLines(translation, plan)
  const lines = (blocks: readonly Block[]): LineRef[] =>
    blocks.map((block) => ({ letter: id, block: block.id }))
  const [early, late] = original ? shareOriginal(original, plan.original) : [null, null]
  return composeLetters(
    [letter],
    [
      {
        id: plan.ids[0],
        header: translation.records.header,
        translation: lines(first),
        original: early && lines(early),
      },
      {
        id: plan.ids[1],
        header: plan.header,
        translation: lines(second),
        original: late && lines(late),
      },
    ],
  )
}

type Shares = readonly [readonly Block[], readonly Block[]]

function shareLines(text: CanonicalText, { at, notes }: SplitPlan): Shares {
  const { blocks } = text.machine
  const cut = indexOf(blocks, at)
  const isFirst = (block: Block, index: number) => {
    const called =
      notes === 'follow' && block.note !== undefined && partOfNote(text, block.note, cut)
    return called ? called === 'first' : index < cut
  }
  return [blocks.filter(isFirst), blocks.filter((block, i) => !isFirst(block, i))]
}

function partOfNote(text: CanonicalText, note: string, cut: number): 'first' | 'second' | null {
  const place = placeOfNote(text, note)
  if (place === null) return null
  return indexOf(text.machine.blocks, place) < cut ? 'first' : 'second'
}

/** The line in which a note is called, or in which the passage begins that it is about; null where nothing says so. */
export function placeOfNote({ anchors, records }: CanonicalText, note: string): string | null {
  const callout = Object.values(records.callouts).find(
    (one) => one.role === 'callout' && one.note === note,
  )
  const passage = Object.values(records.passages).find((one) => one.note === note)
  const anchor = callout && anchors.callouts[callout.id]
  const span = passage && anchors.passages[passage.id]
  const printed = anchor && ('point' in anchor ? anchor.point.at.block : anchor.printed[0]?.block)
  return printed ?? span?.from.block ?? null
}

function shareOriginal(
  { machine: { blocks } }: CanonicalText,
  where: SplitPlan['original'],
): readonly [readonly Block[] | null, readonly Block[] | null] {
  if (where === 'first') return [blocks, null]
  if (where === 'second') return [null, blocks]
  const cut = indexOf(blocks, where.at)
  return [cut > 0 ? blocks.slice(0, cut) : null, blocks.slice(cut)]
}

function indexOf(blocks: readonly Block[], id: string): number {
  const index = blocks.findIndex((block) => block.id === id)
  if (index < 0) throw new RangeError(`No line ${id} in the letter`)
  return index
}

/**
 * Where the original would be split, by the pairs of sentences: the first of its lines that is paired with the second part
 * only; null where no pair says so or all of it goes with one part.
 */
export function findOriginalCut(letter: CanonicalLetter, at: string): string | null {
  const { translation, original } = letter
  if (!original) return null
  const cut = indexOf(translation.machine.blocks, at)
  const { blocks } = original.machine
  let last = -1
  let next = blocks.length
  for (const pair of Object.values(translation.records.pairs)) {
    const isLate = pair.translation.some(
      ({ block }) => indexOf(translation.machine.blocks, block) >= cut,
    )
    for (const { block } of pair.original) {
      const index = indexOf(blocks, block)
      if (isLate) next = Math.min(next, index)
      else last = Math.max(last, index)
    }
  }
  return next > last && next > 0 ? (blocks[next]?.id ?? null) : null
}
