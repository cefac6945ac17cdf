/** Paths of files that the app was asked to open, kept until the page takes them. */
export interface WaitingFiles {
  readonly add: (paths: readonly string[]) => void
  /** Gives out what waits, each path once. */
  readonly take: () => readonly string[]
  /** Calls back whenever files were added; one listener. */
  readonly onAdded: (listener: () => void) => void
}

/** Starts with no file waiting. */
export function keepWaitingFiles(): WaitingFiles {
  let waiting: readonly string[] = []
  let told: () => void = () => undefined
  return {
    add(paths) {
      if (paths.length === 0) return
      waiting = [...waiting, ...paths]
      told()
    },
    take() {
      const taken = waiting
      waiting = []
      return taken
    },
    onAdded(listener) {
      told = listener
    },
  }
}
