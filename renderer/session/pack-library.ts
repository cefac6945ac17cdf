import type { CopyAnswer, CopyQuestion } from '../workers/copy-messages.ts'

/** Packs the whole library in a worker of its own, which ends with it; a fault of the worker is a failure. */
export function packLibrary(question: CopyQuestion): Promise<CopyAnswer> {
  // The bundler knows a worker by this very form.
  const worker = new Worker(new URL('../workers/copy-worker.ts', import.meta.url), {
    type: 'module',
  })
  const end = new Promise<CopyAnswer>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<CopyAnswer>) => resolve(data)
    worker.onerror = (event) =>
      resolve({ status: 'failed', message: event.message || 'The worker failed' })
    worker.postMessage(question)
  })
  return end.finally(() => worker.terminate())
}
