import type { AlignSegment } from '../../shared/translate/align-costs.ts'
import { type AlignedPair, alignSegments } from '../../shared/translate/align-segments.ts'
import { applyPairChanges } from '../../shared/translate/pairs/pair-change.ts'
import { editPairs } from '../../shared/translate/pairs/pair-edits.ts'
import {
  type Pairs,
  type PairTexts,
  pairSequence,
} from '../../shared/translate/pairs/pair-sequence.ts'
import { realignPairs, settlePairs } from '../../shared/translate/pairs/realign-pairs.ts'
import { judgeSample } from '../support/sample-alignment.ts'
import { seededRandom, syntheticPairs } from '../support/synthetic-pairs.ts'
import { type Figure, medianTime } from './measure.ts'

const ORIGINAL = 100
const TRANSLATION = 160

/** Texts of 100 and 160 sentences: the machine has cut most sentences in two, dropped some and repeated others. `truth` names, for each of ours, the places of theirs. */
function longLetter() {
  const random = seededRandom(4)
  const sentences = syntheticPairs(200, 4).flatMap(({ original, translation }) =>
    original.lines.flatMap(({ text }, i) => {
      const [ours, theirs] = [text, translation.lines[i]?.text ?? ''].map((all) =>
        all.split(/(?<=\.) (?=\p{Lu})/u),
      )
      return ours?.length === theirs?.length
        ? (ours ?? []).map((one, k) => [one, theirs?.[k] ?? ''] as const)
        : []
    }),
  )
  const original: AlignSegment[] = []
  const translation: AlignSegment[] = []
  const truth: number[][] = []
  for (const [ours, theirs] of sentences.slice(0, ORIGINAL)) {
    const paragraph = Math.floor(original.length / 6)
    const words = theirs.split(' ')
    const left = ORIGINAL - original.length
    const isCut = random() < (TRANSLATION - translation.length - left) / left
    const isDropped = !isCut && random() < 0.1
    const isTwice = !isCut && random() < 0.1
    const at = 1 + Math.floor((0.3 + 0.4 * random()) * (words.length - 1))
    const parts = isDropped ? [] : isCut ? [words.slice(0, at), words.slice(at)] : [words]
    truth.push(parts.map((_, k) => translation.length + k))
    original.push({ text: ours, paragraph })
    for (const part of isTwice ? [...parts, ...parts] : parts)
      translation.push({ text: part.join(' '), paragraph })
  }
  return { original, translation, truth }
}

/** Gale and Church 1993, table 5: the shares of the kinds of pairs in what people translate. */
const PAPER = (
  [
    [1, 1, 0.89],
    [1, 0, 0.00495],
    [0, 1, 0.00495],
    [2, 1, 0.0445],
    [1, 2, 0.0445],
    [2, 2, 0.011],
  ] as const
).map(([original, translation, share]) => ({ original, translation, cost: -Math.log(share) }))

/** Gale and Church 1993 as it stands in their paper: lengths in letters alone, one best path, no confidence. */
function lengthsAlone(ours: readonly AlignSegment[], theirs: readonly AlignSegment[]) {
  const length = ({ text }: AlignSegment) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  const sums = (all: readonly AlignSegment[]) => {
    const found = [0]
    for (const one of all) found.push((found.at(-1) ?? 0) + length(one))
    return found
  }
  const [a, b] = [sums(ours), sums(theirs)]
  const ratio = (b.at(-1) ?? 1) / Math.max(1, a.at(-1) ?? 1)
  const [n, m] = [ours.length, theirs.length]
  const best = new Float64Array((n + 1) * (m + 1)).fill(Number.POSITIVE_INFINITY)
  const by = new Int8Array(best.length).fill(-1)
  best[0] = 0
  for (let i = 0; i <= n; i++)
    for (let j = 0; j <= m; j++)
      PAPER.forEach((bead, k) => {
        const [i2, j2] = [i + bead.original, j + bead.translation]
        if (i2 > n || j2 > m) return
        const [x, y] = [(a[i2] ?? 0) - (a[i] ?? 0), (b[j2] ?? 0) - (b[j] ?? 0)]
        const z = (y - x * ratio) / Math.sqrt(6.8 * Math.max(1, (x + y / ratio) / 2))
        const cost = (best[i * (m + 1) + j] ?? 0) + bead.cost + (z * z) / 2
        const to = i2 * (m + 1) + j2
        if (cost >= (best[to] ?? 0)) return
        best[to] = cost
        by[to] = k
      })
  const pairs: Pick<AlignedPair, 'original' | 'translation'>[] = []
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const bead = PAPER[by[i * (m + 1) + j] ?? 0]
    if (!bead) break
    const range = (end: number, count: number) =>
      Array.from({ length: count }, (_, k) => end - count + k)
    pairs.unshift({
      original: range(i, bead.original),
      translation: range(j, bead.translation),
    })
    i -= bead.original
    j -= bead.translation
  }
  return pairs
}

/** The share of the sentences of the original that stand with all they are translated by and nothing else. */
function shareRight(
  pairs: readonly Pick<AlignedPair, 'original' | 'translation'>[],
  truth: readonly (readonly number[])[],
): number {
  const right = pairs.filter(
    ({ original, translation }) =>
      original.length === 1 && String(truth[original[0] ?? 0]) === String(translation),
  )
  return right.length / truth.length
}

function asTexts(original: readonly AlignSegment[], translation: readonly AlignSegment[]) {
  const texts = (lang: string, all: readonly AlignSegment[]) => ({
    lang,
    blocks: all.map(({ text }, i) => ({ id: `b${i}`, kind: 'paragraph' as const, text })),
  })
  return { original: texts('ru', original), translation: texts('en', translation) }
}

/** One edit in the middle of a letter of which nothing is confirmed, with the alignment of all around it. */
function editAndRealign(texts: PairTexts, pairs: Pairs): Pairs {
  const { rows } = pairSequence(texts, pairs)
  const id = rows[Math.floor(rows.length / 2)]?.id ?? ''
  let ids = 0
  const newId = () => `n${++ids}`
  const decision = { by: 'ed-a', at: '2026-01-01T00:00:00Z' }
  const edit = { type: 'merge', id, with: 'next' } as const
  const changes = editPairs({ texts, pairs, decision, newId }, edit) ?? []
  const after = applyPairChanges(pairs, changes)
  return applyPairChanges(after, settlePairs(texts, after, realignPairs(texts, after), newId))
}

/** Aligning 100 × 160 sentences beside lengths alone: how long it takes, and how much of it is right; and one edit by hand. */
export async function alignFigures(): Promise<Figure[]> {
  const { original, translation, truth } = longLetter()
  const size = { original: original.length, translation: translation.length }
  const time = await medianTime(7, () => alignSegments(original, translation))
  const bare = await medianTime(7, () => lengthsAlone(original, translation))
  const texts = asTexts(original, translation)
  const pairs = applyPairChanges({}, settlePairs(texts, {}, realignPairs(texts, {}), idsFrom('p')))
  const edit = await medianTime(7, () => editAndRealign(texts, pairs))
  return [
    {
      name: 'align 100 × 160 sentences',
      value: time,
      unit: 'ms',
      baseline: { name: 'Gale and Church, lengths alone', value: bare },
      bar: 1000,
      details: size,
    },
    {
      name: 'align 100 × 160 sentences: sentences rightly paired',
      value: shareRight(alignSegments(original, translation), truth),
      unit: 'share',
      baseline: {
        name: 'Gale and Church, lengths alone',
        value: shareRight(lengthsAlone(original, translation), truth),
      },
    },
    {
      name: 'align the sample edition: pairs rightly found',
      value: shareOf(judgeSample((ours, theirs) => alignSegments(ours, theirs))),
      unit: 'share',
      baseline: {
        name: 'Gale and Church, lengths alone',
        value: shareOf(judgeSample(lengthsAlone)),
      },
    },
    {
      name: 'align 100 × 160 sentences: one edit by hand with the rest aligned anew',
      value: edit,
      unit: 'ms',
      baseline: { name: 'aligning all of it', value: time },
      bar: 1000,
    },
  ]
}

function shareOf(judged: readonly { readonly isRight: boolean }[]): number {
  return judged.filter(({ isRight }) => isRight).length / judged.length
}

function idsFrom(prefix: string): () => string {
  let ids = 0
  return () => `${prefix}${++ids}`
}
