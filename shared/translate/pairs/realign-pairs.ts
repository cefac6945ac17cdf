import type { Side } from '../../letter/canonical.ts'
import type { MachineRange } from '../../letter/place.ts'
import type { PairRecord } from '../../letter/records.ts'
import { alignSegments, type PinnedPair } from '../align-segments.ts'
import { type PairChange, pairDifference } from './pair-change.ts'
import { type Pairs, type PairTexts, pairSequence } from './pair-sequence.ts'

/** Sentences of both texts that seem to translate each other, with the confidence (0–1) in it. */
export type AlignedRanges = Pick<PairRecord, Side | 'confidence'>

/** A smaller change of a confidence is not worth a line in the journal. */
const SEEN = 0.02

interface Sentence {
  readonly range: MachineRange
  readonly text: string
  readonly paragraph: number
}

/**
 * Aligns anew all that nobody has confirmed, between the confirmed pairs, which stay. The sentences are those the pairs have, so that
 * what a person has cut or joined is kept; where there are none yet they are found. Takes about as long as `alignSegments`.
 */
export function realignPairs(texts: PairTexts, pairs: Pairs): AlignedRanges[] {
  const { rows } = pairSequence(texts, pairs)
  const original = sentencesOf(texts, rows, 'original')
  const translation = sentencesOf(texts, rows, 'translation')
  const index = { original: indexOf(original), translation: indexOf(translation) }
  const indexes = (pair: PairRecord, side: Side) =>
    pair[side].flatMap((range) => index[side].get(keyOf(range)) ?? [])
  const pins = rows
    .filter(({ confirmed }) => confirmed)
    .map((pair) => ({
      original: indexes(pair, 'original'),
      translation: indexes(pair, 'translation'),
    }))
  const isPinned = ({ original: [ours], translation: [theirs] }: PinnedPair) =>
    pins.some((pin) => pin.original[0] === ours && pin.translation[0] === theirs)
  return alignSegments(original, translation, pins)
    .filter((pair) => !isPinned(pair))
    .map((pair) => ({
      original: pair.original.flatMap((at) => original[at]?.range ?? []),
      translation: pair.translation.flatMap((at) => translation[at]?.range ?? []),
      confidence: pair.confidence,
    }))
}

function sentencesOf(texts: PairTexts, rows: readonly PairRecord[], side: Side): Sentence[] {
  const rank = new Map(texts[side].blocks.map(({ id }, i) => [id, i]))
  const textOf = new Map(texts[side].blocks.map(({ id, text }) => [id, text]))
  return rows
    .flatMap((row) => row[side])
    .map((range) => ({
      range,
      text: (textOf.get(range.block) ?? '').slice(range.from, range.to),
      paragraph: rank.get(range.block) ?? 0,
    }))
    .sort((a, b) => a.paragraph - b.paragraph || a.range.from - b.range.from)
}

function indexOf(sentences: readonly Sentence[]): ReadonlyMap<string, number> {
  return new Map(sentences.map(({ range }, i) => [keyOf(range), i]))
}

function keyOf({ block, from }: MachineRange): string {
  return `${block}:${from}`
}

/**
 * The changes that put what was aligned anew in the place of the pairs that nobody has confirmed. A pair that stands keeps its id, and
 * so does, as far as it can, one that only lost or won sentences.
 */
export function settlePairs(
  texts: PairTexts,
  pairs: Pairs,
  aligned: readonly AlignedRanges[],
  newId: () => string,
): readonly PairChange[] {
  const open = pairSequence(texts, pairs).rows.filter(({ confirmed }) => !confirmed)
  const known = new Map(open.map((pair) => [pairKey(pair), pair]))
  const fresh = aligned.filter((pair) => !known.has(pairKey(pair)))
  const standing = aligned.flatMap((pair) => {
    const old = known.get(pairKey(pair))
    return old ? [withConfidence(old, pair.confidence)] : []
  })
  const free = new Map<string, string>()
  const stays = new Set(standing.map(({ id }) => id))
  for (const pair of open)
    if (!stays.has(pair.id)) for (const key of sideKeys(pair)) free.set(key, pair.id)
  const used = new Set<string>()
  const named = fresh.map((pair) => {
    const heir = sideKeys(pair)
      .map((key) => free.get(key))
      .find((id) => id !== undefined && !used.has(id))
    const id = heir ?? newId()
    used.add(id)
    return { id, ...pair, confirmed: false }
  })
  const next: Record<string, PairRecord> = { ...pairs }
  for (const { id } of open) delete next[id]
  for (const pair of [...standing, ...named]) next[pair.id] = pair
  return pairDifference(pairs, next)
}

function withConfidence(pair: PairRecord, confidence: number): PairRecord {
  return Math.abs(pair.confidence - confidence) < SEEN ? pair : { ...pair, confidence }
}

function pairKey({ original, translation }: Pick<PairRecord, Side>): string {
  return `${original.map(rangeKey).join(' ')}|${translation.map(rangeKey).join(' ')}`
}

function rangeKey({ block, from, to }: MachineRange): string {
  return `${block}:${from}-${to}`
}

function sideKeys({ original, translation }: Pick<PairRecord, Side>): string[] {
  return [
    ...original.map((range) => `o ${keyOf(range)}`),
    ...translation.map((range) => `t ${keyOf(range)}`),
  ]
}
