import { startReview } from '../../shared/import/review/review-draft.ts'
import type { ImportMessage, ImportQuestion, PageMessage } from '../workers/import-messages.ts'
import type { RefusedFile, ReviewFile, ReviewPage, ReviewReading } from './review-state.ts'

/** Files that are being read beside the window. */
export interface SourcesReading {
  /** Resolves when all is read, or when it was cancelled; rejects when the worker failed. */
  readonly end: Promise<void>
  /** Ends it at once; what was not reported yet is lost. */
  cancel(): void
}

/** How often the window is told of what was read, in milliseconds. */
const REPORT_MS = 160

function pageFrom(message: PageMessage, key: number, { rules }: ImportQuestion): ReviewPage {
  const { source, idName, outside, pairings } = message
  const { name, bytes, format, encoding, confidence, alternatives, text, hints, notes } = source
  const reading = { source: idName, letters: [], outside }
  const draft = startReview(text, reading, { hints, ...(rules && { rules }) })
  const opened = { key, name, bytes, encoding, notes }
  return { kind: 'page', ...opened, format, confidence, alternatives, draft, pairings }
}

type LettersMessage = Extract<ImportMessage, { type: 'letters' | 'tei-letters' }>

/** The file with more letters. Throws where the letters are not of its kind. */
function withLetters(file: ReviewFile | undefined, message: LettersMessage): ReviewFile {
  if (file?.kind === 'page' && message.type === 'letters') {
    const letters = [...file.draft.letters, ...message.letters]
    return { ...file, draft: { ...file.draft, letters } }
  }
  if (file?.kind === 'tei' && message.type === 'tei-letters')
    return { ...file, letters: [...file.letters, ...message.letters] }
  throw new Error('Letters came without their file')
}

/** Collects what the worker says into files, and gives them out at most every `REPORT_MS`. */
function collectFiles(
  question: ImportQuestion,
  keyOf: () => number,
  report: (files: readonly ReviewFile[], reading: ReviewReading) => void,
) {
  let fresh: ReviewFile[] = []
  let reading: ReviewReading = { done: 0, total: 0, name: '', letters: 0 }
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    // The last file may still grow: what is given out is replaced by its next form, under the same key.
    report(fresh, reading)
    fresh = fresh.slice(-1)
  }
  const soon = () => {
    timer ??= setTimeout(flush, REPORT_MS)
  }
  const take = (message: ImportMessage) => {
    if (message.type === 'progress') {
      const { done, total, name } = message
      reading = { ...reading, done, total, name }
    } else if (message.type === 'page') fresh.push(pageFrom(message, keyOf(), question))
    else if (message.type === 'tei')
      fresh.push({ kind: 'tei', key: keyOf(), ...message.file, letters: [] })
    else if (message.type === 'refused') {
      const refused: RefusedFile = { ...message.source, key: keyOf() }
      fresh.push(refused)
    } else if (message.type === 'letters' || message.type === 'tei-letters') {
      fresh[fresh.length - 1] = withLetters(fresh.at(-1), message)
      reading = { ...reading, letters: reading.letters + message.letters.length }
    }
    soon()
  }
  return { take, flush, stop: () => clearTimeout(timer) }
}

/**
 * Reads files in a worker. `report` gets what was read since the last time: new files, and the last one again in a fuller form under the
 * same key. Where the surroundings start no worker the end rejects.
 */
export function readSources(
  question: ImportQuestion,
  keyOf: () => number,
  report: (files: readonly ReviewFile[], reading: ReviewReading) => void,
): SourcesReading {
  // The bundler knows a worker by this very form.
  const worker = new Worker(new URL('../workers/import-worker.ts', import.meta.url), {
    type: 'module',
  })
  const files = collectFiles(question, keyOf, report)
  const { promise: end, resolve, reject } = Promise.withResolvers<void>()
  const close = () => {
    files.stop()
    worker.terminate()
  }
  worker.onmessage = ({ data }: MessageEvent<ImportMessage>) => {
    if (data.type === 'end' || data.type === 'failed') {
      files.flush()
      close()
      if (data.type === 'end') resolve()
      else reject(new Error(data.message))
    } else files.take(data)
  }
  worker.onerror = (event) => {
    close()
    reject(new Error(event.message || 'The worker that reads files failed'))
  }
  worker.postMessage(question)
  return {
    end,
    cancel() {
      close()
      resolve()
    },
  }
}
