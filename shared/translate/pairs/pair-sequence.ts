import type { MachineText } from '../../letter/machine-text.ts'
import type { MachineRange } from '../../letter/place.ts'
import type { PairRecord, Records } from '../../letter/records.ts'
import { blocksToAlign } from '../align-letter.ts'
import { splitSegments } from '../split-segments.ts'

/** The two texts of a letter whose sentences stand in pairs. */
export interface PairTexts {
  readonly original: MachineText
  readonly translation: MachineText
}

/** The pairs of a letter by id. */
export type Pairs = Records['pairs']

const SIDES = ['original', 'translation'] as const

/** A pair with where it stands in each text (UTF-16 offsets from the beginning of the text; null where that side is empty). */
interface Placed {
  readonly pair: PairRecord
  readonly original: Extent | null
  readonly translation: Extent | null
}

interface Extent {
  readonly from: number
  readonly to: number
}

/** All sentences of two texts in pairs, in reading order of both. */
export interface PairSequence {
  /** Sentences that stand in no record yet are rows of their own, with confidence 0 and an id made from their place. */
  readonly rows: readonly PairRecord[]
  /** Ids of rows that cross others, as only files of others bring them. */
  readonly crossing: ReadonlySet<string>
}

/**
 * Puts the pairs of two texts in order. Pairs that lie over others (paragraphs over their sentences) are left out: the confirmed ones,
 * then the shorter ones stay. Sentences without counterpart stand where their neighbours are, by turns.
 */
export function pairSequence(texts: PairTexts, pairs: Pairs): PairSequence {
  const starts = { original: startsOf(texts.original), translation: startsOf(texts.translation) }
  const place = (pair: PairRecord): Placed => ({
    pair,
    original: extentOf(pair.original, starts.original),
    translation: extentOf(pair.translation, starts.translation),
  })
  const known = withoutOverlaps(texts, Object.values(pairs)).map((pair) =>
    place(inReadingOrder(pair, starts)),
  )
  const lone = SIDES.flatMap((side) => uncovered(texts, known, side)).map(place)
  const all = [...known, ...lone]
  const chain = longestChain(all.filter((one) => one.original && one.translation))
  const inChain = new Set(chain)
  const rest = all.filter((one) => !inChain.has(one))
  const loose = rest.filter((one) => !(one.original && one.translation) && fits(one, chain, all))
  const crossing = rest.filter((one) => !loose.includes(one))
  return {
    rows: weave(chain, loose, crossing).map(({ pair }) => pair),
    crossing: new Set(crossing.map(({ pair }) => pair.id)),
  }
}

function startsOf({ blocks }: MachineText): ReadonlyMap<string, number> {
  const starts = new Map<string, number>()
  let at = 0
  for (const { id, text } of blocks) {
    starts.set(id, at)
    at += text.length + 1
  }
  return starts
}

function placeOf({ block, from }: MachineRange, starts: ReadonlyMap<string, number>): number {
  return (starts.get(block) ?? 0) + from
}

function inReadingOrder(
  pair: PairRecord,
  starts: Readonly<Record<'original' | 'translation', ReadonlyMap<string, number>>>,
): PairRecord {
  const sorted = (side: 'original' | 'translation') =>
    pair[side].every(
      (range, i) =>
        i === 0 ||
        placeOf(pair[side][i - 1] as MachineRange, starts[side]) < placeOf(range, starts[side]),
    )
      ? pair[side]
      : pair[side].toSorted((a, b) => placeOf(a, starts[side]) - placeOf(b, starts[side]))
  const [original, translation] = [sorted('original'), sorted('translation')]
  const isSame = original === pair.original && translation === pair.translation
  return isSame ? pair : { ...pair, original, translation }
}

function extentOf(
  ranges: readonly MachineRange[],
  starts: ReadonlyMap<string, number>,
): Extent | null {
  const [first, last] = [ranges[0], ranges.at(-1)]
  if (!first || !last) return null
  return { from: placeOf(first, starts), to: placeOf(last, starts) + last.to - last.from }
}

function withoutOverlaps(texts: PairTexts, pairs: readonly PairRecord[]): PairRecord[] {
  const taken = { original: new Map<string, Extent[]>(), translation: new Map<string, Extent[]>() }
  const lengths = {
    original: new Map(texts.original.blocks.map(({ id, text }) => [id, text.length])),
    translation: new Map(texts.translation.blocks.map(({ id, text }) => [id, text.length])),
  }
  const isFree = (pair: PairRecord) =>
    SIDES.every((side) =>
      pair[side].every(
        ({ block, from, to }) =>
          from >= 0 &&
          from < to &&
          to <= (lengths[side].get(block) ?? -1) &&
          (taken[side].get(block) ?? []).every((other) => to <= other.from || from >= other.to),
      ),
    )
  const kept = new Set<PairRecord>()
  for (const pair of pairs.toSorted(byRight)) {
    if (pair.original.length + pair.translation.length === 0 || !isFree(pair)) continue
    kept.add(pair)
    for (const side of SIDES)
      for (const { block, from, to } of pair[side]) {
        const extents = taken[side].get(block) ?? []
        extents.push({ from, to })
        taken[side].set(block, extents)
      }
  }
  return pairs.filter((pair) => kept.has(pair))
}

function byRight(a: PairRecord, b: PairRecord): number {
  return Number(b.confirmed) - Number(a.confirmed) || lengthOf(a) - lengthOf(b)
}

function lengthOf(pair: PairRecord): number {
  return SIDES.reduce((sum, side) => pair[side].reduce((n, { from, to }) => n + to - from, sum), 0)
}

/** The sentences of one text that stand in no pair, each as a pair of its own. */
function uncovered(
  texts: PairTexts,
  known: readonly Placed[],
  side: 'original' | 'translation',
): PairRecord[] {
  const ranges = new Map<string, MachineRange[]>()
  for (const { pair } of known)
    for (const range of pair[side]) {
      const inBlock = ranges.get(range.block) ?? []
      inBlock.push(range)
      ranges.set(range.block, inBlock)
    }
  const { lang } = texts[side]
  return blocksToAlign(texts[side]).flatMap(({ id, text }) =>
    gaps(text, ranges.get(id) ?? []).flatMap((gap) =>
      splitSegments(text.slice(gap.from, gap.to), lang)
        .filter(({ from, to }) => /[\p{L}\p{N}]/u.test(text.slice(gap.from + from, gap.from + to)))
        .map(({ from, to }): PairRecord => {
          const range = { block: id, from: gap.from + from, to: gap.from + to }
          const none = { original: [], translation: [], confidence: 0, confirmed: false }
          return { id: `un-${side}-${id}-${range.from}`, ...none, [side]: [range] }
        }),
    ),
  )
}

function gaps(text: string, taken: readonly Extent[]): Extent[] {
  const found: Extent[] = []
  let at = 0
  for (const { from, to } of taken.toSorted((a, b) => a.from - b.from)) {
    if (from > at) found.push({ from: at, to: from })
    at = to
  }
  if (at < text.length) found.push({ from: at, to: text.length })
  return found
}

function follows(a: Placed, b: Placed): boolean {
  return SIDES.every((side) => (a[side]?.to ?? 0) <= (b[side]?.from ?? 0))
}

/** The longest run of pairs that follow each other in both texts. */
function longestChain(pairs: readonly Placed[]): readonly Placed[] {
  const sorted = pairs.toSorted((a, b) => (a.original?.from ?? 0) - (b.original?.from ?? 0))
  if (sorted.every((one, i) => i === 0 || follows(sorted[i - 1] as Placed, one))) return sorted
  const best: { readonly length: number; readonly before: number }[] = []
  sorted.forEach((one, i) => {
    let found = { length: 1, before: -1 }
    for (let k = 0; k < i; k++) {
      const length = (best[k]?.length ?? 0) + 1
      if (length > found.length && follows(sorted[k] as Placed, one)) found = { length, before: k }
    }
    best.push(found)
  })
  const chain: Placed[] = []
  let at = best.reduce((most, { length }, i) => (length > (best[most]?.length ?? 0) ? i : most), 0)
  for (; at >= 0; at = best[at]?.before ?? -1) chain.unshift(sorted[at] as Placed)
  return chain
}

/** Whether a pair with one side only lies between others, not around them. */
function fits(one: Placed, chain: readonly Placed[], all: readonly Placed[]): boolean {
  if (one.pair.original.length + one.pair.translation.length === 1) {
    const side = one.original ? 'original' : 'translation'
    return chain.every((other) => isApart(one[side], other[side]))
  }
  const side = one.original ? 'original' : 'translation'
  return all.every((other) => other === one || isApart(one[side], other[side]))
}

function isApart(a: Extent | null, b: Extent | null): boolean {
  return !a || !b || a.to <= b.from || b.to <= a.from
}

/** The chain with what has no counterpart between: those of the original and of the translation by turns. */
function weave(
  chain: readonly Placed[],
  loose: readonly Placed[],
  crossing: readonly Placed[],
): readonly Placed[] {
  const queue = (side: 'original' | 'translation', ones: readonly Placed[]) =>
    ones.filter((one) => one[side]).toSorted((a, b) => (a[side]?.from ?? 0) - (b[side]?.from ?? 0))
  const ours = queue('original', [...loose, ...crossing.filter((one) => !one.translation)])
  const theirs = queue('translation', [...loose, ...crossing.filter((one) => one.translation)])
  const woven: Placed[] = []
  for (const border of [...chain, null]) {
    const before = (side: 'original' | 'translation', list: Placed[]) => {
      const end = border?.[side]?.from ?? Number.POSITIVE_INFINITY
      const count = list.findIndex((one) => (one[side]?.from ?? 0) >= end)
      return list.splice(0, count < 0 ? list.length : count)
    }
    const [a, b] = [before('original', ours), before('translation', theirs)]
    for (let i = 0; i < Math.max(a.length, b.length); i++)
      woven.push(...[a[i], b[i]].filter((one) => one !== undefined))
    if (border) woven.push(border)
  }
  return woven
}
