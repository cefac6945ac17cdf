import { EventEmitter } from 'node:events'
import { openWindows } from './windows.ts'

type Source = 'system' | 'light' | 'dark'

class StandinTheme extends EventEmitter {
  #source: Source = 'system'
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark'
  }
  get themeSource(): Source {
    return this.#source
  }
  set themeSource(source: Source) {
    this.#source = source
    for (const window of openWindows()) void window.webContents.applyTheme()
    this.emit('updated')
  }
  get mediaFeatures() {
    const value = this.#source
    return value === 'system' ? [] : [{ name: 'prefers-color-scheme', value }]
  }
}

/** Electron's `nativeTheme`: the source chosen is what pages see as the preferred colour scheme. */
export const standinTheme = new StandinTheme()
