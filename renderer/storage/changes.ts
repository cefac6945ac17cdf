/** What a committed write changed: a kind of thing, and which of them (empty: any); `counts` is what was counted of letters, and nothing in them. */
export interface Change {
  readonly kind: 'letters' | 'counts' | 'entities' | 'imports' | 'meta'
  readonly ids: readonly string[]
}

/** Tells of changes, in this window and in the others of the same library. */
export interface Changes {
  announce(change: Change): void
  /** Calls back after each committed change; `elsewhere` says that another window made it. Gives the function that ends it. */
  subscribe(listener: (change: Change, elsewhere: boolean) => void): () => void
  close(): void
}

/** Changes over a broadcast channel of the given name. */
export function createChanges(name: string): Changes {
  const channel = new BroadcastChannel(name)
  const listeners = new Set<(change: Change, elsewhere: boolean) => void>()
  const tell = (change: Change, elsewhere: boolean) => {
    for (const listener of listeners) listener(change, elsewhere)
  }
  channel.onmessage = (event: MessageEvent<Change>) => tell(event.data, true)
  return {
    announce: (change) => {
      channel.postMessage(change)
      tell(change, false)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => channel.close(),
  }
}
