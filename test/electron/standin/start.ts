import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { appendedSwitches, becomeReady, standinApp } from './app.ts'
import { cdp, startBrowser } from './browser-process.ts'
import { serveSchemes } from './protocol.ts'
import { openWindows } from './windows.ts'

// Electron's databases lie in the data folder itself; the shell looks for them there.
function keepDatabasesIn(data: string, own: string): void {
  const [place, link] = [path.join(data, 'IndexedDB'), path.join(own, 'IndexedDB')]
  mkdirSync(place, { recursive: true })
  mkdirSync(own, { recursive: true })
  if (!existsSync(link)) symlinkSync(place, link, 'junction')
}

/** Starts the browser once the app's bundle has run, then lets the app be ready. */
export async function start(): Promise<void> {
  const data = standinApp.getPath('userData')
  const profile = path.join(data, 'chromium')
  keepDatabasesIn(data, path.join(profile, 'Default'))
  await startBrowser({
    profile,
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
