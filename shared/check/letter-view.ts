import type { CanonicalLetter, CanonicalText, Side } from '../letter/canonical.ts'
import type { MachineRange } from '../letter/place.ts'
import type { PairRecord, Records } from '../letter/records.ts'
import { alignLetter } from '../translate/align-letter.ts'
import type { CheckContext } from './check-context.ts'
import type { CheckMemo } from './check-memo.ts'
import { type CorrectedBlock, correctedBlocks } from './corrected-block.ts'
import { type Passage, passageOf } from './passage.ts'
import { isSameBlock, isSameBody, isSameList } from './same-parts.ts'

/** What a pair of the alignment says as the corrections leave it. */
export interface PairBody {
  readonly pair: PairRecord
  readonly confidence: number
  readonly original: Passage
  readonly translation: Passage
}

/** One pair of the alignment. `before` and `after` are its neighbours; `key` is the same object for the same pair between the same neighbours, from run to run. */
export interface Segment extends PairBody {
  readonly before: Segment | null
  readonly after: Segment | null
  readonly key: object
}

/** One side of a letter as the corrections leave it. */
export interface SideView {
  readonly text: CanonicalText
  readonly blocks: readonly CorrectedBlock[]
  readonly byId: ReadonlyMap<string, CorrectedBlock>
}

/** A letter as the checks see it: both texts corrected, and the pairs in the order of the translation. */
export interface LetterView {
  readonly letter: CanonicalLetter
  readonly context: CheckContext
  readonly memo: CheckMemo
  readonly translation: SideView
  readonly original: SideView | null
  readonly segments: readonly Segment[]
  /** The pairs that have text of a block of the translation. */
  readonly segmentsIn: (block: string) => readonly Segment[]
  readonly isEnglish: boolean
}

/** Prepares a letter. Where it has an original but no pairs, it is aligned here. */
export function viewLetter(
  letter: CanonicalLetter,
  context: CheckContext,
  memo: CheckMemo,
): LetterView {
  const translation = sideOf('translation', letter.translation, memo)
  const original = letter.original && sideOf('original', letter.original, memo)
  const segments = original ? segmentsOf(letter, translation, original, memo) : []
  const inBlock = byBlock(segments)
  return {
    letter,
    context,
    memo,
    translation,
    original,
    segments,
    segmentsIn: (block) => inBlock.get(block) ?? NONE,
    isEnglish: /^en(?:-|$)/i.test(letter.translation.machine.lang),
  }
}

const NONE: readonly Segment[] = []

function byBlock(segments: readonly Segment[]): ReadonlyMap<string, readonly Segment[]> {
  const found = new Map<string, Segment[]>()
  for (const segment of segments)
    for (const { block } of segment.pair.translation) {
      const known = found.get(block)
      if (!known) found.set(block, [segment])
      else if (known.at(-1) !== segment) known.push(segment)
    }
  return found
}

/** The letter as if it had no original. */
export function withoutOriginal(view: LetterView): LetterView {
  return { ...view, original: null, segments: [], segmentsIn: () => NONE }
}

function sideOf(side: Side, text: CanonicalText, memo: CheckMemo): SideView {
  const blocks = correctedBlocks(text).map((block) =>
    memo.keep(`block of the ${side}`, block.id, block, isSameBlock),
  )
  return { text, blocks, byId: new Map(blocks.map((block) => [block.id, block])) }
}

function segmentsOf(
  letter: CanonicalLetter,
  translation: SideView,
  original: SideView,
  memo: CheckMemo,
): Segment[] {
  const pairs = inOrder(pairsOf(letter, memo), translation, original)
  const bodies = pairs.map((pair) => {
    const body: PairBody = {
      pair,
      confidence: pair.confirmed ? 1 : pair.confidence,
      original: passageOf(pair.original, original.byId),
      translation: passageOf(pair.translation, translation.byId),
    }
    return memo.keep('pair', pair.id, body, isSameBody)
  })
  const made = bodies.map((body, at) => ({
    ...body,
    before: null as Segment | null,
    after: null as Segment | null,
    key: memo.keep(
      'pair and neighbours',
      body.pair.id,
      [bodies[at - 1], body, bodies[at + 1]],
      isSameList,
    ),
  }))
  made.forEach((one, at) => {
    one.before = made[at - 1] ?? null
    one.after = made[at + 1] ?? null
  })
  return made
}

function pairsOf(letter: CanonicalLetter, memo: CheckMemo): readonly PairRecord[] {
  const pairs = Object.values(letter.translation.records.pairs)
  if (pairs.length > 0 || !letter.original) return pairs
  const { original, translation } = letter
  const key = [original, translation]
    .map(({ machine }) =>
      machine.blocks.map(({ id, kind, text }) => `${id} ${kind} ${text}`).join('\n'),
    )
    .join('\n\n')
  const made = memo.get('alignment', key, (): Records['pairs'] =>
    alignLetter(original.machine, translation.machine),
  )
  return Object.values(made)
}

/** By the translation; a pair without one stands behind the pair with the sentence of the original before its own. */
function inOrder(
  pairs: readonly PairRecord[],
  translation: SideView,
  original: SideView,
): readonly PairRecord[] {
  const theirs = ranker(translation)
  const ours = ranker(original)
  const full = pairs
    .filter((pair) => pair.translation.length > 0)
    .toSorted((a, b) => theirs(a.translation[0]) - theirs(b.translation[0]))
  const alone = pairs
    .filter((pair) => pair.translation.length === 0)
    .toSorted((a, b) => ours(b.original[0]) - ours(a.original[0]))
  const order = [...full]
  for (const pair of alone) {
    const rank = ours(pair.original[0])
    const at = full.findLastIndex((one) => one.original[0] && ours(one.original[0]) < rank)
    order.splice(at < 0 ? 0 : order.indexOf(full[at] as PairRecord) + 1, 0, pair)
  }
  return order
}

/** Blocks of a letter are shorter than this: the order of places is that of these numbers. */
const LONGEST_BLOCK = 1e7

function ranker({ blocks }: SideView): (range: MachineRange | undefined) => number {
  const at = new Map(blocks.map(({ id }, i) => [id, i]))
  return (range) => (range ? (at.get(range.block) ?? -1) * LONGEST_BLOCK + range.from : -1)
}
