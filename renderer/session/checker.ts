import type { Problem } from '../../shared/check/problem.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import type { CheckAnswer, CheckKnowledge, CheckQuestion } from '../workers/check-messages.ts'
import { createSideSender } from '../workers/side-message.ts'

/** The checks of the text, in a worker of their own: they never hold up typing. */
export interface Checker {
  /** Tells what is known beside the letters; what is checked from now on is checked with it. */
  know(knowledge: CheckKnowledge): void
  /** What the checks notice in a letter; null where a later question has come meanwhile. Only what changed since the last question is checked again. Rejects where the worker fails; the next question starts another. */
  check(letter: CanonicalLetter): Promise<readonly Problem[] | null>
  /** Calls back when other letters have said something by which the letter asked about last is to be checked again; gives how to end that. */
  onLearnt(tell: () => void): () => void
  /** Ends the worker; what was not answered rejects. */
  close(): void
}

interface Waiting {
  resolve(problems: readonly Problem[] | null): void
  reject(cause: Error): void
}

/** A worker and what was sent to it: it is never sent again. */
interface Running {
  readonly worker: Worker
  readonly send: Readonly<Record<'translation' | 'original', ReturnType<typeof createSideSender>>>
}

/**
 * The worker that checks, started at the first question and anew after a failure. One that is patient answers when it has read the other
 * letters of the library, else it reads them when nothing is asked.
 */
export function startChecker(isPatient = false): Checker {
  const waiting = new Map<number, Waiting>()
  let running: Running | null = null
  let known: CheckKnowledge | null = null
  let isClosed = false
  let next = 0
  const stop = (cause: Error) => {
    running?.worker.terminate()
    running = null
    for (const { reject } of waiting.values()) reject(cause)
    waiting.clear()
  }
  const listeners = new Set<() => void>()
  const onAnswer = (data: CheckAnswer) => {
    if (data.kind === 'learnt') {
      for (const tell of listeners) tell()
      return
    }
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.kind === 'failed') asked?.reject(new Error(data.message))
    else asked?.resolve(data.kind === 'checked' ? data.problems : null)
    if (data.kind === 'checked' && data.fault !== undefined) reportError(new Error(data.fault))
  }
  const start = (): Running => {
    // The bundler knows a worker by this very form.
    const worker = new Worker(new URL('../workers/check-worker.ts', import.meta.url), {
      type: 'module',
    })
    worker.onmessage = ({ data }: MessageEvent<CheckAnswer>) => onAnswer(data)
    worker.onerror = (event) => stop(new Error(event.message || 'The worker that checks failed'))
    if (known) post(worker, { kind: 'know', knowledge: known })
    return { worker, send: { translation: createSideSender(), original: createSideSender() } }
  }
  return {
    know(knowledge) {
      known = knowledge
      if (running) post(running.worker, { kind: 'know', knowledge })
    },
    check(letter) {
      if (isClosed) return Promise.reject(new Error('The checks were ended'))
      running ??= start()
      const { worker, send } = running
      const id = ++next
      const translation = send.translation(letter.translation)
      const original = letter.original && send.original(letter.original)
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        post(worker, { kind: 'check', id, letter: letter.id, isPatient, translation, original })
      })
    },
    onLearnt(tell) {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    close() {
      isClosed = true
      stop(new Error('The checks were ended'))
    },
  }
}

function post(worker: Worker, question: CheckQuestion): void {
  worker.postMessage(question)
}
