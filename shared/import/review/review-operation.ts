import type { LineKind } from '../reading.ts'
import type { SpanKind } from './review-draft.ts'

/** One thing a person does to a page under review. Letters are named by id, lines by number (1-based), places in a line by UTF-16 units. */
export type ReviewOperation =
  | {
      readonly type: 'move-border'
      readonly letter: string
      readonly edge: 'start' | 'end'
      readonly by: 1 | -1
    }
  | { readonly type: 'split'; readonly line: number }
  | { readonly type: 'join'; readonly letter: string; readonly with: 'next' | 'previous' }
  | { readonly type: 'assign'; readonly lines: readonly number[]; readonly to: string | null }
  | { readonly type: 'kind'; readonly lines: readonly number[]; readonly kind: LineKind | null }
  | {
      readonly type: 'span'
      readonly line: number
      readonly from: number
      readonly to: number
      readonly is: SpanKind | null
      readonly note?: number | null
    }
