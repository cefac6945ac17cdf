/** So long, in milliseconds, work may hold the window before it pauses. */
const HELD_MS = 30

/** Makes a function that long work calls after each of its steps: it waits for the window's turn whenever it held the window for long. */
export function makeTurns(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < HELD_MS) return
    await new Promise((resolve) => setTimeout(resolve))
    since = performance.now()
  }
}
