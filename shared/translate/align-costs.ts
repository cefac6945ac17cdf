import { type Anchors, findAnchors } from './align-anchors.ts'

/** A sentence as the alignment sees it: its text and which paragraph of its text it stands in. */
export interface AlignSegment {
  readonly text: string
  readonly paragraph: number
}

/** How many sentences of each side a pair joins, with what that costs before the sentences are looked at: −ln of its share. */
export interface Bead {
  readonly original: number
  readonly translation: number
  readonly cost: number
}

/**
 * Shares of the kinds of pairs. Gale and Church 1993 (table 5) counted 0.89 of 1-1, 0.089 of 2-1 and 1-2 together and 0.0099 of 1-0
 * and 0-1 in what people translate; machines cut sentences as often, join fewer, and drop and repeat more.
 */
const SHARES: readonly (readonly [number, number, number])[] = [
  [1, 1, 0.89],
  [1, 0, 0.02],
  [0, 1, 0.02],
  [2, 1, 0.012],
  [1, 2, 0.045],
  [2, 2, 0.003],
  [3, 1, 0.002],
  [1, 3, 0.002],
  [4, 1, 0.0005],
  [1, 4, 0.0005],
]
export const BEADS: readonly Bead[] = SHARES.map(([original, translation, share]) => ({
  original,
  translation,
  cost: -Math.log(share),
}))

/** The variance of the length of a translation per letter: 6.8 for people (Gale and Church 1993, section 3.2), 2.9 for the machine of the sample edition; in between, nearer the machine. */
const VARIANCE = 3.5
/** English letters per Russian one, from the pairs of the sample edition; `TRUST` letters of belief in it. */
const RATIO = 1.17
const TRUST = 400
const [LEAST_RATIO, MOST_RATIO] = [0.7, 1.6]

const ACROSS_PARAGRAPHS = 2.5
const PARAGRAPHS_TOGETHER = -1
const PARAGRAPHS_APART = 0.8
/** A number without its like costs less than a shared one gains: machines lose and invent them. */
const UNMATCHED = 0.6
const MOST_GAIN = 14

/** All that the cost of a pair is made from. Lengths are running sums in letters and digits. */
export interface AlignCosts {
  readonly original: readonly AlignSegment[]
  readonly translation: readonly AlignSegment[]
  readonly anchors: Anchors
  readonly lengths: { readonly original: Float64Array; readonly translation: Float64Array }
  readonly ratio: number
}

/** Prepares the costs of aligning two texts. */
export function alignCosts(
  original: readonly AlignSegment[],
  translation: readonly AlignSegment[],
): AlignCosts {
  const lengths = { original: sums(original), translation: sums(translation) }
  const [all, other] = [lengths.original.at(-1) ?? 0, lengths.translation.at(-1) ?? 0]
  const ratio = (other + TRUST * RATIO) / (all + TRUST)
  return {
    original,
    translation,
    anchors: findAnchors(
      original.map(({ text }) => text),
      translation.map(({ text }) => text),
    ),
    lengths,
    ratio: Math.min(MOST_RATIO, Math.max(LEAST_RATIO, ratio)),
  }
}

function sums(segments: readonly AlignSegment[]): Float64Array {
  const found = new Float64Array(segments.length + 1)
  segments.forEach(({ text }, i) => {
    found[i + 1] = (found[i] ?? 0) + Math.max(1, text.match(/[\p{L}\p{N}]/gu)?.length ?? 0)
  })
  return found
}

/** −ln of the likelihood that sentences from `i` of the original and from `j` of the translation make this bead, against chance. */
export function beadCost(costs: AlignCosts, bead: Bead, i: number, j: number): number {
  const { original, translation } = bead
  const { lengths } = costs
  const ours = (lengths.original[i + original] ?? 0) - (lengths.original[i] ?? 0)
  const theirs = (lengths.translation[j + translation] ?? 0) - (lengths.translation[j] ?? 0)
  return (
    bead.cost +
    lengthCost(ours, theirs, costs.ratio) +
    anchorCost(costs, bead, i, j) +
    paragraphCost(costs, bead, i, j)
  )
}

// A sentence that was dropped says nothing by its length, but that long ones are dropped more rarely.
const PER_LETTER = 0.02
const MOST_ALONE = 4

/** Gale and Church 1993, section 3: the chance that lengths differ so much, from a normal distribution. */
function lengthCost(ours: number, theirs: number, ratio: number): number {
  if (ours === 0 || theirs === 0) return Math.min(MOST_ALONE, 1 + (ours + theirs) * PER_LETTER)
  const mean = (ours + theirs / ratio) / 2
  const z = Math.abs((ours * ratio - theirs) / Math.sqrt(VARIANCE * mean))
  return -lnTail(z)
}

/** ln of 2(1 − Φ(z)); Abramowitz and Stegun 26.2.17, beyond 6 by its asymptotic series 26.2.12. */
function lnTail(z: number): number {
  if (z > 6) return Math.log(2) - (z * z) / 2 - Math.log(z * Math.sqrt(2 * Math.PI))
  const t = 1 / (1 + 0.2316419 * z)
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  return Math.log(Math.max(1e-300, 2 * density * poly))
}

function anchorCost(
  { anchors, translation }: AlignCosts,
  bead: Bead,
  i: number,
  j: number,
): number {
  let shared = 0
  let values = 0
  let ours = 0
  let theirs = 0
  for (let a = i; a < i + bead.original; a++) {
    ours += anchors.mass.original[a] ?? 0
    for (let b = j; b < j + bead.translation; b++) {
      shared += anchors.shared[a * translation.length + b] ?? 0
      values += anchors.values[a * translation.length + b] ?? 0
    }
  }
  for (let b = j; b < j + bead.translation; b++) theirs += anchors.mass.translation[b] ?? 0
  const most = Math.min(ours, theirs)
  const left = ours + theirs - 2 * Math.min(values, most)
  return UNMATCHED * Math.min(left, MOST_GAIN) - Math.min(shared, MOST_GAIN)
}

function paragraphCost(costs: AlignCosts, bead: Bead, i: number, j: number): number {
  const across =
    bordersWithin(costs.original, i, bead.original) +
    bordersWithin(costs.translation, j, bead.translation)
  const apart = ACROSS_PARAGRAPHS * across
  if (bead.original === 0 || bead.translation === 0) return apart
  const ours = isStart(costs.original, i)
  const theirs = isStart(costs.translation, j)
  if (ours && theirs) return apart + PARAGRAPHS_TOGETHER
  return ours || theirs ? apart + PARAGRAPHS_APART : apart
}

function bordersWithin(segments: readonly AlignSegment[], from: number, count: number): number {
  let found = 0
  for (let at = from + 1; at < from + count; at++) if (isStart(segments, at)) found++
  return found
}

function isStart(segments: readonly AlignSegment[], at: number): boolean {
  return at === 0 || segments[at]?.paragraph !== segments[at - 1]?.paragraph
}
