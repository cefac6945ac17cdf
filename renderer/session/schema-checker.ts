import type { CompiledSchema } from '../../shared/tei/schema/compile-schema.ts'
import type { TeiProblem } from '../../shared/tei/tei-problem.ts'
import type { SchemaAnswer, SchemaQuestion } from '../workers/schema-worker.ts'

/** Schemas beside the window: compiling one and checking files against several. */
export interface SchemaChecker {
  compile(rng: string): Promise<CompiledSchema>
  /** Makes a compiled schema known under a name. */
  take(schema: string, json: string): Promise<void>
  /** What a schema (`profile`, or one that was taken up) finds wrong in a file. */
  check(schema: string, xml: string): Promise<readonly TeiProblem[]>
  /** Ends the worker; what was not answered rejects. */
  close(): void
}

type Asked = SchemaQuestion extends infer Q
  ? Q extends { id: number }
    ? Omit<Q, 'id'>
    : never
  : never

/** Starts the worker that compiles schemas and checks files against them. */
export function startSchemaChecker(): SchemaChecker {
  // The bundler knows a worker by this very form.
  const worker = new Worker(new URL('../workers/schema-worker.ts', import.meta.url), {
    type: 'module',
  })
  const waiting = new Map<
    number,
    { resolve(answer: SchemaAnswer): void; reject(cause: Error): void }
  >()
  let next = 0
  let ended: Error | null = null
  const end = (cause: Error) => {
    ended = cause
    for (const { reject } of waiting.values()) reject(cause)
    waiting.clear()
  }
  worker.onmessage = ({ data }: MessageEvent<SchemaAnswer>) => {
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.kind === 'failed') asked?.reject(new Error(data.message))
    else asked?.resolve(data)
  }
  worker.onerror = (event) => end(new Error(event.message || 'The worker for schemas failed'))
  const ask = (question: Asked): Promise<SchemaAnswer> => {
    if (ended) return Promise.reject(ended)
    const id = ++next
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      worker.postMessage({ ...question, id })
    })
  }
  return {
    async compile(rng) {
      const answer = await ask({ kind: 'compile', rng })
      if (answer.kind !== 'compiled') throw new Error(`Asked to compile, answered ${answer.kind}`)
      return answer.compiled
    },
    async take(schema, json) {
      await ask({ kind: 'take', schema, json })
    },
    async check(schema, xml) {
      const answer = await ask({ kind: 'check', schema, xml })
      return answer.kind === 'checked' ? answer.problems : []
    },
    close() {
      worker.terminate()
      end(new Error('The checks were ended'))
    },
  }
}
