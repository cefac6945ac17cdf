import { useMemo, useState } from 'react'
import { hitKey, type SpreadHit } from '../../../shared/translate/spread/spread-hit.ts'

/** Which hits are ticked, and how that is changed. */
export interface Ticks {
  readonly ticked: ReadonlySet<string>
  change(ticked: ReadonlySet<string>): void
  /** Forgets what was chosen: again as it is at first. */
  reset(): void
}

/** Ticks over hits: at first those that `isUsual` says, until a person chooses. */
export function useTicks(hits: readonly SpreadHit[], isUsual: (hit: SpreadHit) => boolean): Ticks {
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const usual = useMemo(() => new Set(hits.filter(isUsual).map(hitKey)), [hits, isUsual])
  return { ticked: chosen ?? usual, change: setChosen, reset: () => setChosen(null) }
}

/** Places that are the same words and that the original does not speak against. */
export function isUsualHit({ rank, guard, after }: SpreadHit): boolean {
  return after !== null && rank === 'identical' && guard !== 'missing'
}

/** Places where something is put. */
export function isReplaced({ after }: SpreadHit): boolean {
  return after !== null
}
