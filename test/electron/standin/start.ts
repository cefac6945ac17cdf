import path from 'node:path'
import { appendedSwitches, becomeReady, standinApp } from './app.ts'
import { cdp, startBrowser } from './browser-process.ts'
import { serveSchemes } from './protocol.ts'
import { openWindows } from './windows.ts'

/** Starts the browser once the app's bundle has run, then lets the app be ready. */
export async function start(): Promise<void> {
  await startBrowser({
    profile: path.join(standinApp.getPath('userData'), 'chromium'),
    port: await serveSchemes(),
    switches: appendedSwitches,
  })
  cdp().on<{ targetId: string }>('', 'Target.targetDestroyed', ({ targetId }) => {
    openWindows()
      .find((window) => window.webContents.target === targetId)
      ?.pageGone()
  })
  await cdp().send('Target.setDiscoverTargets', { discover: true })
  becomeReady()
}
