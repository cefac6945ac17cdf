import type { StoreApi } from 'zustand/vanilla'
import type { SessionState } from './session.ts'

/** Says that something was done: what was done before over many letters, or with whole ones, is not the last thing any more. */
export function noteWork(state: StoreApi<SessionState>): void {
  const { bulkStep, lastChange } = state.getState()
  if (bulkStep) state.setState({ bulkStep: null })
  if (lastChange && !lastChange.isPast)
    state.setState({ lastChange: { ...lastChange, isPast: true } })
}
