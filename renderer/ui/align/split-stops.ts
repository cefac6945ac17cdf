import type { Side } from '../../../shared/letter/canonical.ts'
import type { PairRecord } from '../../../shared/letter/records.ts'
import type { SplitPoint } from '../../../shared/translate/pairs/pair-edits.ts'
import type { PairTexts } from '../../../shared/translate/pairs/pair-sequence.ts'
import type { SplitMark } from './align-place.ts'

/** A place where one side of a pair can be cut; `share` (0–1) is how much of its text lies before. */
export interface SplitStop {
  readonly point: SplitPoint
  readonly share: number
  /** 2 between two sentences, 1 behind a comma or the like, 0 before any other word or at an end. */
  readonly weight: 0 | 1 | 2
}

/** All places where one side of a pair can be cut, in order: before each word, and behind the last. */
export function splitStops(texts: PairTexts, pair: PairRecord, side: Side): readonly SplitStop[] {
  const ranges = pair[side]
  const total = Math.max(
    1,
    ranges.reduce((sum, { from, to }) => sum + to - from, 0),
  )
  const stops: SplitStop[] = []
  let done = 0
  ranges.forEach(({ block, from, to }, segment) => {
    const text = texts[side].blocks.find(({ id }) => id === block)?.text.slice(from, to) ?? ''
    stops.push({ point: { segment }, share: done / total, weight: segment > 0 ? 2 : 0 })
    for (const { index } of text.matchAll(/(?<=\s)\S/gu)) {
      const isPause = /[,;:.!?—–)]["'»”]?\s+$/u.test(text.slice(0, index))
      const share = (done + index) / total
      stops.push({ point: { segment, offset: from + index }, share, weight: isPause ? 1 : 0 })
    }
    done += to - from
  })
  return [...stops, { point: { segment: ranges.length }, share: 1, weight: 0 }]
}

/** Where a pair is most likely to be split: between sentences near the middle, else at a pause; the other side at the like share. */
export function firstMark(texts: PairTexts, pair: PairRecord): SplitMark {
  const stops = {
    original: splitStops(texts, pair, 'original'),
    translation: splitStops(texts, pair, 'translation'),
  }
  const hasBorder = (side: Side) => stops[side].some(({ weight }) => weight === 2)
  const leader: Side =
    hasBorder('translation') || !hasBorder('original') ? 'translation' : 'original'
  const follower: Side = leader === 'translation' ? 'original' : 'translation'
  const lead = nearest(stops[leader], 0.5)
  const share = stops[leader][lead]?.share ?? 0.5
  const follow = nearest(stops[follower], share)
  return leader === 'translation'
    ? { translation: lead, original: follow }
    : { original: lead, translation: follow }
}

function nearest(stops: readonly SplitStop[], share: number): number {
  // A border between sentences may lie further away than a pause, and that further than a word.
  const cost = (stop: SplitStop) => Math.abs(stop.share - share) - stop.weight * 0.2
  return stops.reduce((best, stop, i) => (cost(stop) < cost(stops[best] ?? stop) ? i : best), 0)
}
