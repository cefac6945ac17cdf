import { useEffect, useState } from 'react'
import type { SpreadHit } from '../../../shared/translate/spread/spread-hit.ts'
import type { HitListener, Search } from '../../session/spread-state.ts'

/** What is known of a search so far; `end` null as long as it runs. */
export interface Searching<E> {
  readonly hits: readonly SpreadHit[]
  readonly done: number
  readonly total: number
  readonly isRunning: boolean
  /** Whether the hits are still those of what was sought before: the search that was last asked for has not begun. */
  readonly isStale: boolean
  readonly end: (E & { readonly more: boolean }) | null
}

// What was found, and by which search.
type Found<E> = Omit<Searching<E>, 'isStale'> & { readonly start: unknown }

const NOTHING = { hits: [], done: 0, total: 0, isRunning: false, end: null, start: null } as const

/**
 * Runs a search, and another one when `start` is another function (keep it with `useCallback`): what ran before is ended,
 * and it waits `delay` milliseconds in case more is typed. Null: nothing is sought.
 */
export function useSearch<E>(
  start: ((listen: HitListener) => Search<E>) | null,
  delay = 0,
): Searching<E> {
  const [found, setFound] = useState<Found<E>>(NOTHING)
  useEffect(() => {
    if (!start) {
      setFound(NOTHING)
      return
    }
    let search: Search<E> | null = null
    let hits: readonly SpreadHit[] = []
    const begin = () => {
      setFound({ ...NOTHING, start, isRunning: true })
      const mine = start((more, done, total) => {
        if (search !== mine) return
        hits = more.length > 0 ? [...hits, ...more] : hits
        setFound({ hits, done, total, isRunning: true, end: null, start })
      })
      search = mine
      void mine.end.then((end) => {
        if (search === mine) setFound((now) => ({ ...now, hits, isRunning: false, end }))
      })
    }
    const timer = setTimeout(begin, delay)
    return () => {
      clearTimeout(timer)
      search?.cancel()
      search = null
    }
  }, [start, delay])
  const { start: by, ...rest } = found
  return { ...rest, isStale: by !== start }
}
