import type { PairRecord } from '../../letter/records.ts'
import type { Pairs } from './pair-sequence.ts'

/** What becomes of one pair record; null: it goes. */
export interface PairChange {
  readonly id: string
  readonly pair: PairRecord | null
}

/** The pairs after changes, made one after another. */
export function applyPairChanges(pairs: Pairs, changes: readonly PairChange[]): Pairs {
  const next: Record<string, PairRecord> = { ...pairs }
  for (const { id, pair } of changes) {
    if (pair) next[id] = pair
    else delete next[id]
  }
  return next
}

/** The fewest changes that make one set of pairs another. */
export function pairDifference(before: Pairs, after: Pairs): PairChange[] {
  const gone = Object.keys(before)
    .filter((id) => !(id in after))
    .map((id) => ({ id, pair: null }))
  const now = Object.values(after).filter((pair) => !isSamePair(before[pair.id], pair))
  return [...gone, ...now.map((pair) => ({ id: pair.id, pair }))]
}

function isSamePair(a: PairRecord | undefined, b: PairRecord): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
