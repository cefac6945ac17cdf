import type { TeiProblem } from '../../shared/tei/tei-problem.ts'

/** What goes to the worker that validates, and what comes back; `id` pairs them. */
interface Answer {
  readonly id: number
  readonly problems: readonly TeiProblem[]
}

/** Validation of TEI beside the window: the grammar is loaded once, at the first question. */
export interface Validator {
  check(xml: string): Promise<readonly TeiProblem[]>
  /** Ends the worker; a question that was not answered rejects. */
  close(): void
}

interface Waiting {
  resolve(answer: Answer): void
  reject(cause: Error): void
}

/** Starts the worker that validates. */
export function startValidator(): Validator {
  // The bundler knows a worker by this very form.
  const worker = new Worker(new URL('../workers/validate-worker.ts', import.meta.url), {
    type: 'module',
  })
  const waiting = new Map<number, Waiting>()
  let ended: Error | null = null
  let next = 0
  const end = (cause: Error) => {
    ended = cause
    for (const { reject } of waiting.values()) reject(cause)
    waiting.clear()
  }
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    waiting.get(data.id)?.resolve(data)
    waiting.delete(data.id)
  }
  worker.onerror = (event) => end(new Error(event.message || 'The worker that validates failed'))
  return {
    async check(xml) {
      if (ended) throw ended
      const id = ++next
      const answer = await new Promise<Answer>((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, xml })
      })
      return answer.problems
    },
    close() {
      worker.terminate()
      end(new Error('Validation was ended'))
    },
  }
}
