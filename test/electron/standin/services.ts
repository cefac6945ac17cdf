import { EventEmitter } from 'node:events'
import type { Dialog, Display, Screen, Shell } from 'electron'
import { recordedCalls, recorder } from './state.ts'

// A dialog waits for a person: without a test that plays one the app would hang, and nobody would see why.
function unscripted(name: string) {
  return async (...args: unknown[]): Promise<never> => {
    recordedCalls.push({ what: name, args })
    process.stderr.write(`[stand-in] ${name} was not scripted: ${JSON.stringify(args.at(-1))}\n`)
    throw new Error(`${name} was not scripted by the test`)
  }
}

/** Electron's `dialog`; tests put their own answers in its place. */
export const standinDialog = {
  showOpenDialog: unscripted('dialog.showOpenDialog'),
  showSaveDialog: unscripted('dialog.showSaveDialog'),
  showMessageBox: unscripted('dialog.showMessageBox'),
  showErrorBox: recorder('dialog.showErrorBox'),
} satisfies Partial<Dialog>

/** Electron's `shell`: nothing leaves the test. */
export const standinShell = {
  openExternal: async (...args: unknown[]) => recorder('shell.openExternal')(...args),
  showItemInFolder: recorder('shell.showItemInFolder'),
  openPath: async (...args: unknown[]) => {
    recorder('shell.openPath')(...args)
    return ''
  },
} satisfies Partial<Shell>

const display = { id: 1, scaleFactor: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }

/** Electron's `screen`: one screen of 1920 × 1040. */
export const standinScreen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => display as Display,
  getAllDisplays: () => [display as Display],
} satisfies Partial<Screen>)
