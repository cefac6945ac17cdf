import type { StandinWindow } from './browser-window.ts'

const windows = new Set<StandinWindow>()

/** The windows that are open, in the order of their making. */
export function openWindows(): StandinWindow[] {
  return [...windows]
}

/** Adds a window that was made. */
export function addWindow(window: StandinWindow): void {
  windows.add(window)
}

/** Takes a window away that is gone. */
export function dropWindow(window: StandinWindow): void {
  windows.delete(window)
}
