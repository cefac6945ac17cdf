import type { Side } from '../../../shared/letter/canonical.ts'
import type { PairRecord } from '../../../shared/letter/records.ts'

/** The aligned pair that holds a machine offset (UTF-16) of one side; at a border the pair that begins there; null where there is none. */
export function pairAt(
  pairs: Readonly<Record<string, PairRecord>>,
  side: Side,
  at: { readonly block: string; readonly offset: number },
): PairRecord | null {
  let touching: PairRecord | null = null
  for (const pair of Object.values(pairs))
    for (const range of pair[side]) {
      if (range.block !== at.block || at.offset < range.from || at.offset > range.to) continue
      if (at.offset < range.to) return pair
      touching ??= pair
    }
  return touching
}
