import type { Desktop } from '../../shared/ipc.ts'
import { createBrowserHost } from './browser.ts'
import { createDesktopHost } from './desktop.ts'
import type { Host } from './host.ts'

declare global {
  interface Window {
    readonly epistulaDesktop?: Desktop
  }
}

/** What surrounds this window: the desktop shell where its bridge is there, else a plain browser. */
export function findHost(): Host {
  return window.epistulaDesktop ? createDesktopHost(window.epistulaDesktop) : createBrowserHost()
}
