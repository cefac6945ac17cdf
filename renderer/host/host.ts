import type { Desktop } from '../../shared/ipc.ts'

/** What the surroundings lend to the window: files, menu, theme, the system's browser. Desktop and plain browser each give one. */
export interface Host extends Desktop {
  readonly kind: 'desktop' | 'browser'
}
