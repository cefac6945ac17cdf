import type { SpreadHit } from '../../shared/translate/spread/spread-hit.ts'
import type { BulkAnswer, BulkEnd, BulkJob, BulkQuestion } from '../workers/bulk-messages.ts'

/** Hears of hits while a job runs, and how far it is. */
export type HitListener = (hits: readonly SpreadHit[], done: number, total: number) => void

/** A job that runs beside the window: its end, null where it was cancelled; a fault of the program rejects. */
export interface RunningJob<E> {
  readonly end: Promise<E | null>
  cancel(): void
}

/** The end of a kind of job. */
export type EndOf<K extends BulkJob['kind']> = Extract<
  BulkEnd,
  { readonly kind: K extends 'correct' | 'take-back' ? 'actions' : K }
>

/** The worker for whole libraries, started at the first job and kept with its index. */
export interface BulkClient {
  run<J extends BulkJob>(job: J, listen?: HitListener): RunningJob<EndOf<J['kind']>>
}

interface Waiting {
  readonly listen: HitListener
  resolve(end: BulkEnd | null): void
  reject(cause: Error): void
}

/** A worker that does not hear of a cancelling (a pattern that never ends) is ended after so many milliseconds. */
const DEAF_MS = 1500

/** Makes the client; nothing is started yet. */
export function createBulkClient(): BulkClient {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let next = 0
  const endWith = (cause: Error | null) => {
    worker?.terminate()
    worker = null
    const all = [...waiting.values()]
    waiting.clear()
    for (const one of all) cause ? one.reject(cause) : one.resolve(null)
  }
  const start = (): Worker => {
    // The bundler knows a worker by this very form.
    const started = new Worker(new URL('../workers/bulk-worker.ts', import.meta.url), {
      type: 'module',
    })
    started.onmessage = ({ data }: MessageEvent<BulkAnswer>) => hear(waiting, data)
    started.onerror = (event) => endWith(new Error(event.message || 'The worker failed'))
    return started
  }
  const post = (question: BulkQuestion) => {
    worker ??= start()
    worker.postMessage(question)
  }
  return {
    run<J extends BulkJob>(job: J, listen: HitListener = () => undefined) {
      const id = ++next
      const end = new Promise<BulkEnd | null>((resolve, reject) => {
        waiting.set(id, { listen, resolve, reject })
        post({ id, job })
      }) as Promise<EndOf<J['kind']> | null>
      const cancel = () => {
        if (!waiting.has(id)) return
        post({ id, cancel: true })
        setTimeout(() => waiting.has(id) && endWith(null), DEAF_MS)
      }
      return { end, cancel }
    },
  }
}

function hear(waiting: Map<number, Waiting>, answer: BulkAnswer): void {
  const one = waiting.get(answer.id)
  if (!one) return
  if (answer.type === 'part') {
    one.listen(answer.hits, answer.done, answer.total)
    return
  }
  waiting.delete(answer.id)
  if (answer.type === 'failed') one.reject(new Error(answer.message))
  else one.resolve(answer.type === 'end' ? answer.end : null)
}
