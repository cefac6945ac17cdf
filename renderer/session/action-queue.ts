import type { EditorAction } from '../editor/letter-editor.ts'

/** How long typing is gathered into one journal row, in milliseconds. */
const GATHER_MS = 100

/**
 * What keeping a batch of actions came to. `slow` is no answer in time: `late` is the true end, if one ever comes.
 * `refused` stops the queue until `retry`; `lost` ends it for good: nothing more can be written. The message says why.
 */
export type KeepResult =
  | { readonly status: 'kept' }
  | { readonly status: 'slow'; readonly message: string; readonly late: Promise<KeepResult> }
  | { readonly status: 'refused' | 'lost'; readonly message: string }

/** What the person is told: `saved` only when all that was added is kept. */
export type QueueState = 'saved' | 'saving' | { readonly failed: string }

/** The way of actions from the editors into the journal: gathered for at most 100 ms, written one batch after another. */
export interface ActionQueue {
  /** Takes an action; one that `extends` the last joins its row as long as that has not been handed over. */
  add(action: EditorAction, extendsLast: boolean): void
  /** Resolves when all that was added before is kept, or the queue has stopped. */
  flush(): Promise<void>
  /** Goes on after a refusal with all that is not kept yet, in its order. */
  retry(): void
  /** Whether something is not kept yet. */
  isPending(): boolean
  /** Whether nothing more is written, for good or until `retry`; what is pending then is in memory alone. */
  hasStopped(): boolean
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
  let stopped: 'refused' | 'lost' | null = null

  const run = async (): Promise<void> => {
    while (waiting.length > 0 && !stopped) {
      const actions = waiting
      waiting = []
      const end = await endOf(() => keep(actions), onState)
      if (end.status === 'kept') continue
      stopped = end.status
      waiting = [...actions, ...waiting]
      onState({ failed: end.message })
    }
  }
  const start = (): Promise<void> => {
    if (timer) clearTimeout(timer)
    timer = null
    if (stopped || (waiting.length === 0 && !running)) return Promise.resolve()
    // What has run to its end is forgotten after it is remembered, never before.
    running ??= run().finally(() => {
      running = null
      if (stopped) return
      if (waiting.length === 0) onState('saved')
      else void start()
    })
    return running
  }

  return {
    add(action, extendsLast) {
      const last = waiting.at(-1)
      if (extendsLast && last?.side === action.side && last.author === action.author)
        waiting[waiting.length - 1] = { ...last, steps: [...last.steps, ...action.steps] }
      else waiting.push(action)
      if (stopped) return
      if (!running) onState('saving')
      timer ??= setTimeout(() => void start(), GATHER_MS)
    },
    async flush() {
      while (!stopped && (waiting.length > 0 || running)) await start()
    },
    retry() {
      if (stopped !== 'refused') return
      stopped = null
      if (waiting.length > 0) onState('saving')
      void start()
    },
    isPending: () => waiting.length > 0 || running !== null,
    hasStopped: () => stopped !== null,
  }
}

// The true end of keeping a batch, however late; a fault of the program is an end too, and never a good one.
async function endOf(
  keep: () => Promise<KeepResult>,
  onState: (state: QueueState) => void,
): Promise<Exclude<KeepResult, { readonly status: 'slow' }>> {
  try {
    let result = await keep()
    while (result.status === 'slow') {
      onState({ failed: result.message })
      result = await result.late
    }
    return result
  } catch (fault) {
    return { status: 'lost', message: fault instanceof Error ? fault.message : String(fault) }
  }
}
