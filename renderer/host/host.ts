import type { Desktop } from '../../shared/ipc.ts'
import type { SafetyCalls } from '../../shared/safety/safety-calls.ts'

/** What the surroundings lend to the window: files, menu, theme, the system's browser. Desktop and plain browser each give one. */
export interface Host extends Omit<Desktop, keyof SafetyCalls> {
  readonly kind: 'desktop' | 'browser'
  /** What keeps safety copies of the library outside the browser's store; null where nothing does. */
  readonly safety: SafetyCalls | null
}
