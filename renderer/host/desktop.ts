import type { Desktop } from '../../shared/ipc.ts'
import type { Host } from './host.ts'

/** The host that the desktop shell gives through its preload bridge. */
export function createDesktopHost(desktop: Desktop): Host {
  return {
    kind: 'desktop',
    info: () => desktop.info(),
    openFiles: (purpose) => desktop.openFiles(purpose),
    saveFile: (file) => desktop.saveFile(file),
    saveFiles: (files) => desktop.saveFiles(files),
    setMenu: (groups) => desktop.setMenu(groups),
    setTheme: (theme) => desktop.setTheme(theme),
    openExternal: (url) => desktop.openExternal(url),
    onCommand: (listener) => desktop.onCommand(listener),
    onFiles: (listener) => desktop.onFiles(listener),
    safety: desktop,
  }
}
