import { Dexie } from 'dexie'

/** Why the world did not keep something. `no-answer`: nothing came back in time; `frozen`: an earlier failure still stands. */
export type FailureCause = 'quota' | 'closed' | 'no-answer' | 'frozen' | 'second-copy' | 'unknown'

/** What a write came to after all; `rev` and `seq` where an append was saved. */
export interface LateEnd {
  readonly status: string
  readonly rev?: number
  readonly seq?: number
}

/**
 * A write that is not known to be kept. `message` is the browser's own, for the details of a report. After `no-answer`
 * `late` settles with the true end, if one comes.
 */
export interface Failed {
  readonly status: 'failed'
  readonly cause: FailureCause
  readonly message: string
  readonly late?: Promise<LateEnd>
}

/** An error of the database as a failure; any other error is a bug and is thrown again. */
export function failureOf(error: unknown): Failed {
  if (!isDatabaseError(error)) throw error
  const names = [error.name, innerName(error)]
  const message = `${error.name}: ${error.message}`
  if (names.includes('QuotaExceededError')) return { status: 'failed', cause: 'quota', message }
  const closed = ['DatabaseClosedError', 'InvalidStateError', 'OpenFailedError']
  if (names.some((name) => closed.includes(name)))
    return { status: 'failed', cause: 'closed', message }
  return { status: 'failed', cause: 'unknown', message }
}

function isDatabaseError(error: unknown): error is Error {
  return error instanceof Dexie.DexieError || error instanceof DOMException
}

function innerName(error: Error): string {
  const inner = (error as { readonly inner?: unknown }).inner
  return inner instanceof Error || inner instanceof DOMException ? inner.name : ''
}
