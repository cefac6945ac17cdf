const KEY = 'epistula.recent-commands'
const KEPT = 6

/** Ids of the commands last run from the palette, the last one first. Kept on this device as a convenience: an empty list where it cannot be read. */
export function recentCommands(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

/** Remembers that a command was run. */
export function rememberCommand(id: string): void {
  const kept = [id, ...recentCommands().filter((one) => one !== id)].slice(0, KEPT)
  localStorage.setItem(KEY, JSON.stringify(kept))
}
