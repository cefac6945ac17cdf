import type { Failed } from './failure.ts'

/** Whether the store takes writes; after a failure it takes none until somebody has said to try again. */
export type HealthState =
  | { readonly status: 'well' }
  | { readonly status: 'frozen'; readonly failure: Failed }

/** The health of a store, and who is told when it changes. */
export interface Health {
  state(): HealthState
  freeze(failure: Failed): void
  thaw(): void
  /** Calls back at each change; gives the function that ends it. */
  subscribe(listener: (state: HealthState) => void): () => void
}

/** A store that is well. */
export function createHealth(): Health {
  let now: HealthState = { status: 'well' }
  const listeners = new Set<(state: HealthState) => void>()
  const set = (next: HealthState) => {
    now = next
    for (const listener of listeners) listener(now)
  }
  return {
    state: () => now,
    freeze: (failure) => set({ status: 'frozen', failure }),
    thaw: () => {
      if (now.status !== 'well') set({ status: 'well' })
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
