/** Which reading of a letter something was found in. */
export const TEXT_LAYERS = ['machine', 'corrected', 'original'] as const
export type TextLayer = (typeof TEXT_LAYERS)[number]

/** How like the words sought a place is: the same words, or by what they differ; `words` are some other words among them. */
export const SPREAD_REASONS = ['same', 'case', 'space', 'inflection', 'words'] as const
export type SpreadReason = (typeof SPREAD_REASONS)[number]

/** Whether the aligned original has the words it must have: `unseen` where there is no original, `none` where nothing is asked of it. */
export type SpreadGuard = 'met' | 'missing' | 'unseen' | 'none'

/** A place in a letter: UTF-16 offsets into the text of one of its blocks in one of its readings. */
export interface TextPlace {
  readonly letter: string
  readonly layer: TextLayer
  readonly block: string
  readonly from: number
  readonly to: number
}

/** A place that was found, in its context and with what would come of it. */
export interface SpreadHit extends TextPlace {
  readonly words: string
  readonly left: string
  readonly right: string
  /** What would read there; null where nothing is to be put (only found, or of the original). */
  readonly after: string | null
  /** The aligned passage of the other side, null where there is none; where text is sought, as the corrections leave it. */
  readonly aligned: string | null
  readonly rank: 'identical' | 'similar'
  readonly reason: SpreadReason
  readonly guard: SpreadGuard
  /** 0–1: how alike words and neighbours are; the list is sorted by it within its rank. */
  readonly score: number
}

/** A key of a hit, unique in its list. */
export function hitKey({ letter, layer, block, from, to }: TextPlace): string {
  return `${letter} ${layer} ${block} ${from} ${to}`
}

/** Orders hits: identical first, those that the original speaks against last in their rank, then the most alike. */
export function compareHits(a: SpreadHit, b: SpreadHit): number {
  return rankOf(a) - rankOf(b) || b.score - a.score
}

function rankOf({ rank, guard }: SpreadHit): number {
  return (rank === 'identical' ? 0 : 2) + (guard === 'missing' ? 1 : 0)
}
