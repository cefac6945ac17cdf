import type { EditorAction } from '../editor/letter-editor.ts'

/** How long typing is gathered into one journal row, in milliseconds. */
const GATHER_MS = 100

/**
 * What keeping a batch of actions came to. `slow` is no answer in time: `late` is the true end, if one ever comes.
 * `lost` ends the queue: nothing more is written, and the message says why.
 */
export type KeepResult =
  | { readonly status: 'kept' }
  | { readonly status: 'slow'; readonly message: string; readonly late: Promise<KeepResult> }
  | { readonly status: 'lost'; readonly message: string }

/** What the person is told: `saved` only when all that was added is kept. */
export type QueueState = 'saved' | 'saving' | { readonly failed: string }

/** The way of actions from the editors into the journal: gathered for at most 100 ms, written one batch after another. */
export interface ActionQueue {
  /** Takes an action; one that `extends` the last joins its row as long as that has not been handed over. */
  add(action: EditorAction, extendsLast: boolean): void
  /** Resolves when all that was added before is kept, or the queue has ended. */
  flush(): Promise<void>
  /** Whether something is not kept yet. */
  isPending(): boolean
}

/** Makes the queue of one open letter over the function that keeps a batch. */
export function createActionQueue(options: {
  readonly keep: (actions: readonly EditorAction[]) => Promise<KeepResult>
  readonly onState: (state: QueueState) => void
}): ActionQueue {
  const { keep, onState } = options
  let waiting: EditorAction[] = []
  let timer: ReturnType<typeof setTimeout> | null = null
  let running: Promise<void> | null = null
  let ended = false

  const keepBatch = async (actions: readonly EditorAction[]): Promise<boolean> => {
    let result = await keep(actions)
    while (result.status === 'slow') {
      onState({ failed: result.message })
      result = await result.late
    }
    if (result.status === 'lost') onState({ failed: result.message })
    return result.status === 'kept'
  }
  const run = async (): Promise<void> => {
    while (waiting.length > 0 && !ended) {
      const actions = waiting
      waiting = []
      if (await keepBatch(actions)) continue
      ended = true
      waiting = [...actions, ...waiting]
    }
  }
  const start = (): Promise<void> => {
    if (timer) clearTimeout(timer)
    timer = null
    if (ended || (waiting.length === 0 && !running)) return Promise.resolve()
    // What has run to its end is forgotten after it is remembered, never before.
    running ??= run().finally(() => {
      running = null
      if (!ended && waiting.length === 0) onState('saved')
    })
    return running
  }

  return {
    add(action, extendsLast) {
      const last = waiting.at(-1)
      if (extendsLast && last?.side === action.side && last.author === action.author)
        waiting[waiting.length - 1] = { ...last, steps: [...last.steps, ...action.steps] }
      else waiting.push(action)
      if (ended) return
      if (!running) onState('saving')
      timer ??= setTimeout(() => void start(), GATHER_MS)
    },
    async flush() {
      while (!ended && (waiting.length > 0 || running)) await start()
    },
    isPending: () => waiting.length > 0 || running !== null,
  }
}
