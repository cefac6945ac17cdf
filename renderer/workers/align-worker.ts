import type { Pairs, PairTexts } from '../../shared/translate/pairs/pair-sequence.ts'
import { type AlignedRanges, realignPairs } from '../../shared/translate/pairs/realign-pairs.ts'

/** What the worker that aligns is asked: two texts, and the pairs of which the confirmed ones stay. */
export interface AlignQuestion {
  readonly id: number
  readonly texts: PairTexts
  readonly pairs: Pairs
}

/** What it answers to the question of the same id; `failed` is a fault of the program. */
export type AlignAnswer =
  | { readonly id: number; readonly aligned: readonly AlignedRanges[] }
  | { readonly id: number; readonly failed: string }

function answerTo({ id, texts, pairs }: AlignQuestion): AlignAnswer {
  try {
    return { id, aligned: realignPairs(texts, pairs) }
  } catch (cause) {
    return { id, failed: String(cause) }
  }
}

self.addEventListener('message', ({ data }: MessageEvent<AlignQuestion>) => {
  self.postMessage(answerTo(data))
})
