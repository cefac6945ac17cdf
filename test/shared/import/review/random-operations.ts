import fc from 'fast-check'
import type { LineKind } from '../../../../shared/import/reading.ts'
import { applyOperation } from '../../../../shared/import/review/apply-operation.ts'
import type { ReviewDraft, SpanKind } from '../../../../shared/import/review/review-draft.ts'
import type { ReviewOperation } from '../../../../shared/import/review/review-operation.ts'

const KINDS: readonly (LineKind | null)[] = [
  'heading',
  'archive',
  'opener',
  'paragraph',
  'closer',
  'postscript',
  'separator',
  'note',
  null,
]
const SPANS: readonly (SpanKind | null)[] = [
  'sender',
  'recipient',
  'date',
  'archive',
  'callout',
  null,
]

/** What a hand could do, told by four numbers; which page it is done to is not known yet. */
export interface Gesture {
  readonly what: number
  readonly where: number
  readonly whom: number
  readonly how: number
}

/** Any sequence of gestures. */
export const anyGestures: fc.Arbitrary<readonly Gesture[]> = fc.array(
  fc.record({ what: fc.nat(7), where: fc.nat(9999), whom: fc.nat(9999), how: fc.nat(9999) }),
  { minLength: 1, maxLength: 14 },
)

interface Aim extends Gesture {
  readonly draft: ReviewDraft
  readonly letter: string
  readonly line: number
  readonly lines: readonly number[]
}

function spanOf({ draft, line, whom, how }: Aim): ReviewOperation {
  const length = draft.lines.find((one) => one.line === line)?.text.length ?? 1
  const from = whom % length
  const to = Math.min(length, from + 1 + (how % 12))
  const note = draft.letters.flatMap((one) => one.notes)[how % 7]?.lines[0]
  const is = SPANS[how % SPANS.length] ?? null
  return { type: 'span', line, from, to, is, ...(note ? { note } : {}) }
}

const kindOf = ({ lines, how }: Aim): ReviewOperation => ({
  type: 'kind',
  lines,
  kind: KINDS[how % KINDS.length] ?? null,
})

const MEANINGS: readonly ((aim: Aim) => ReviewOperation)[] = [
  ({ letter, how }) => {
    return { type: 'move-border', letter, edge: how % 2 ? 'start' : 'end', by: how % 3 ? 1 : -1 }
  },
  ({ line }) => ({ type: 'split', line }),
  ({ letter, how }) => ({ type: 'join', letter, with: how % 2 ? 'next' : 'previous' }),
  ({ lines, how, letter }) => ({ type: 'assign', lines, to: how % 3 ? letter : null }),
  kindOf,
  kindOf,
  spanOf,
  spanOf,
]

/** The operation that a gesture means on this page. */
export function operationOf(draft: ReviewDraft, gesture: Gesture): ReviewOperation {
  const { what, where, whom, how } = gesture
  const at = where % draft.lines.length
  const lines = draft.lines.slice(at, at + 1 + (how % 4)).map((one) => one.line)
  const letter = draft.letters[whom % Math.max(1, draft.letters.length)]?.id ?? ''
  const meaning = MEANINGS[what] ?? kindOf
  return meaning({ ...gesture, draft, letter, lines, line: lines[0] ?? 1 })
}

/** The page after all of it; what cannot be done is left out. */
export function doAll(draft: ReviewDraft, gestures: readonly Gesture[]): ReviewDraft {
  return gestures.reduce((now, one) => applyOperation(now, operationOf(now, one)) ?? now, draft)
}
