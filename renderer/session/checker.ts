import type { Problem } from '../../shared/check/problem.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import type { CheckAnswer, CheckKnowledge, CheckQuestion } from '../workers/check-messages.ts'
import { createSideSender } from '../workers/side-message.ts'

/** The checks of the text, in a worker of their own: they never hold up typing. */
export interface Checker {
  /** Tells what is known beside the letters; what is checked from now on is checked with it. */
  know(knowledge: CheckKnowledge): void
  /** What the checks notice in a letter; null where a later question has come meanwhile. Only what changed since the last question is checked again. */
  check(letter: CanonicalLetter): Promise<readonly Problem[] | null>
  /** Ends the worker; what was not answered rejects. */
  close(): void
}

interface Waiting {
  resolve(problems: readonly Problem[] | null): void
  reject(cause: Error): void
}

/** Starts the worker that checks. */
export function startChecker(): Checker {
  // The bundler knows a worker by this very form.
  const worker = new Worker(new URL('../workers/check-worker.ts', import.meta.url), {
    type: 'module',
  })
  const waiting = new Map<number, Waiting>()
  const send = { translation: createSideSender(), original: createSideSender() }
  let ended: Error | null = null
  let next = 0
  const end = (cause: Error) => {
    ended = cause
    for (const { reject } of waiting.values()) reject(cause)
    waiting.clear()
  }
  worker.onmessage = ({ data }: MessageEvent<CheckAnswer>) => {
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.kind === 'failed') asked?.reject(new Error(data.message))
    else asked?.resolve(data.kind === 'checked' ? data.problems : null)
    if (data.kind === 'checked' && data.fault !== undefined) reportError(new Error(data.fault))
  }
  worker.onerror = (event) => end(new Error(event.message || 'The worker that checks failed'))
  const post = (question: CheckQuestion) => worker.postMessage(question)
  return {
    know: (knowledge) => post({ kind: 'know', knowledge }),
    check(letter) {
      if (ended) return Promise.reject(ended)
      const id = ++next
      const translation = send.translation(letter.translation)
      const original = letter.original && send.original(letter.original)
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        post({ kind: 'check', id, letter: letter.id, translation, original })
      })
    },
    close() {
      worker.terminate()
      end(new Error('The checks were ended'))
    },
  }
}
