import type { Desktop } from '../../shared/ipc.ts'

/** The members of Desktop that ask the shell for something and get an answer. */
export type DesktopCall = {
  [K in keyof Desktop]: Desktop[K] extends (...args: never[]) => Promise<unknown> ? K : never
}[keyof Desktop]

// A record, so that the compiler asks for each new member of Desktop and refuses one that is gone.
const calls: Record<DesktopCall, true> = {
  info: true,
  openFiles: true,
  saveFile: true,
  saveFiles: true,
  setMenu: true,
  setTheme: true,
  openExternal: true,
  safety: true,
  keepLedger: true,
  copyPart: true,
  keepCopy: true,
  readCopy: true,
  showCopies: true,
  closingDone: true,
}

/** The name of each call of Desktop. */
export const desktopCalls = Object.keys(calls) as readonly DesktopCall[]

/** The channel on which a call of Desktop goes to the shell. */
export function callChannel(call: DesktopCall): string {
  return `desktop:${call}`
}

/** The channel on which the shell sends the id of a chosen menu command. */
export const COMMAND_CHANNEL = 'desktop:onCommand'

/** The channel on which the shell says that files wait to be taken. */
export const FILES_CHANNEL = 'desktop:onFiles'

/** The channel on which the page takes the files that wait; each is given out once. */
export const TAKE_FILES_CHANNEL = 'desktop:onFiles:take'

/** The channel on which the shell says that the window is about to close. */
export const CLOSING_CHANNEL = 'desktop:onClosing'

/** How an answer crosses: a failure keeps its plain message, without the words that the transport adds. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string }
