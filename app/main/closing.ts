import { app, type BrowserWindow } from 'electron'
import { CLOSING_CHANNEL } from '../ipc/channels.ts'
import type { ShellModule } from './shell-context.ts'

/** How long a window that is to close waits for its page to bring in what is left to do. */
const PATIENCE_MS = 5000

/** Lets the page make a last safety copy before its window closes, and waits no longer than five seconds for it. */
export const closing: ShellModule = {
  enable({ answerCall }) {
    let isQuitting = false
    let release: (() => void) | null = null
    app.on('before-quit', () => {
      isQuitting = true
    })
    answerCall('closingDone', async () => release?.())
    app.on('browser-window-created', (_event, window) => {
      hold(window, (go) => {
        release = go
        return () => {
          release = null
          if (isQuitting) app.quit()
          else window.close()
          isQuitting = false
        }
      })
    })
  },
}

// Each asking to close is held once; what the page does after that is between it and the person.
function hold(window: BrowserWindow, begin: (go: () => void) => () => void): void {
  let state: 'open' | 'held' | 'released' = 'open'
  let isGone = false
  window.webContents.on('render-process-gone', () => {
    isGone = true
  })
  window.webContents.on('did-finish-load', () => {
    isGone = false
  })
  window.on('close', (event) => {
    if (isGone) return
    if (state === 'released') {
      state = 'open'
      return
    }
    event.preventDefault()
    if (state === 'held') return
    state = 'held'
    const go = () => {
      clearTimeout(late)
      if (state !== 'held' || window.isDestroyed()) return
      state = 'released'
      end()
    }
    const end = begin(go)
    const late = setTimeout(go, PATIENCE_MS)
    window.webContents.send(CLOSING_CHANNEL)
  })
}
