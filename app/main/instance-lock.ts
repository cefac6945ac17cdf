import { app } from 'electron'

/** What a second start tells the first: the words after its program, and the folder it was started in. */
export interface StartWords {
  readonly args: readonly string[]
  readonly folder: string
}

/** The words this process was started with, without the program and, where it is not packaged, without the app's folder. */
export function startWords(): StartWords {
  return { args: process.argv.slice(app.isPackaged ? 1 : 2), folder: process.cwd() }
}

/**
 * Takes the lock of the data folder: two programs that write one library would lose edits. False means that another
 * one has it and has been told of this start.
 */
export function takeInstanceLock(): boolean {
  return app.requestSingleInstanceLock({ ...startWords() })
}

/** Reads what a second start told us; anything else counts as a start without words. */
export function readStartWords(data: unknown): StartWords {
  const told = (data ?? {}) as { args?: unknown; folder?: unknown }
  const args = Array.isArray(told.args) ? told.args.filter((arg) => typeof arg === 'string') : []
  return { args, folder: typeof told.folder === 'string' ? told.folder : process.cwd() }
}
