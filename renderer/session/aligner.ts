import type { Pairs, PairTexts } from '../../shared/translate/pairs/pair-sequence.ts'
import type { AlignedRanges } from '../../shared/translate/pairs/realign-pairs.ts'

/** What comes back from the worker; `id` pairs it with its question. */
type Answer =
  | { readonly id: number; readonly aligned: readonly AlignedRanges[] }
  | { readonly id: number; readonly failed: string }

/** Aligning sentences beside the window. */
export interface Aligner {
  /** Aligns what nobody has confirmed between what is confirmed; rejects where the worker fails. */
  align(texts: PairTexts, pairs: Pairs): Promise<readonly AlignedRanges[]>
}

interface Waiting {
  resolve(aligned: readonly AlignedRanges[]): void
  reject(cause: Error): void
}

/** The worker that aligns, started at the first question and anew after a failure; it lives as long as the window. */
export function createAligner(): Aligner {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let next = 0
  const start = (): Worker => {
    // The bundler knows a worker by this very form.
    const started = new Worker(new URL('../workers/align-worker.ts', import.meta.url), {
      type: 'module',
    })
    started.onmessage = ({ data }: MessageEvent<Answer>) => {
      const asked = waiting.get(data.id)
      waiting.delete(data.id)
      if ('failed' in data) asked?.reject(new Error(data.failed))
      else asked?.resolve(data.aligned)
    }
    started.onerror = (event) => {
      worker = null
      started.terminate()
      for (const { reject } of waiting.values())
        reject(new Error(event.message || 'The worker that aligns failed'))
      waiting.clear()
    }
    return started
  }
  return {
    align: (texts, pairs) =>
      new Promise((resolve, reject) => {
        worker ??= start()
        const id = ++next
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, texts, pairs })
      }),
  }
}
