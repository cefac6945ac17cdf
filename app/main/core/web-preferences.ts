import type { WebPreferences } from 'electron'

/** How every window's page runs: sandboxed, in a world of its own, without Node; written out although most are the defaults. */
export function webPreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // Chromium's own checker would fetch its dictionaries from the network.
    spellcheck: false,
  }
}
