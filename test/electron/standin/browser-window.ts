import { EventEmitter } from 'node:events'
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { standinApp } from './app.ts'
import { cdp } from './browser-process.ts'
import { life, preventable } from './state.ts'
import { StandinContents } from './web-contents.ts'
import { addWindow, dropWindow, openWindows } from './windows.ts'

type Used =
  | 'loadURL'
  | 'close'
  | 'isDestroyed'
  | 'show'
  | 'hide'
  | 'isVisible'
  | 'focus'
  | 'isMinimized'
  | 'isMaximized'
  | 'maximize'
  | 'minimize'
  | 'restore'
  | 'getBounds'
  | 'getNormalBounds'
  | 'setBounds'
  | 'getMinimumSize'
  | 'getBackgroundColor'

let made = 0

/** Electron's `BrowserWindow` over a page of the browser; its place on the screen is only remembered. */
export class StandinWindow extends EventEmitter implements Pick<BrowserWindow, Used> {
  readonly id = ++made
  readonly webContents: StandinContents
  readonly #options: BrowserWindowConstructorOptions
  #bounds: Rectangle
  #state: 'normal' | 'maximized' | 'minimized' = 'normal'
  #isVisible: boolean
  #isDestroyed = false
  #wasShown = false

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    if (!life.isReady) throw new Error('Cannot create BrowserWindow before app is ready')
    const { width = 800, height = 600, x = 0, y = 0 } = options
    this.#options = options
    this.#bounds = { x, y, width, height }
    this.#isVisible = options.show !== false
    this.webContents = new StandinContents(this, {
      width,
      height,
      webPreferences: options.webPreferences ?? {},
    })
    addWindow(this)
    standinApp.emit('browser-window-created', {}, this)
  }

  static getAllWindows(): StandinWindow[] {
    return openWindows()
  }
  static getFocusedWindow(): StandinWindow | null {
    return openWindows().at(-1) ?? null
  }
  static fromWebContents(contents: StandinContents): StandinWindow | null {
    return openWindows().find((window) => window.webContents === contents) ?? null
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }
  /** The page has been painted: the window may be shown. */
  pageShown(): void {
    if (this.#wasShown) return
    this.#wasShown = true
    this.emit('ready-to-show', {})
  }
  /** Asks to close as a person does; false where the app prevents it. */
  async closeAsked(): Promise<boolean> {
    if (this.#isDestroyed) return true
    const event = preventable({})
    this.emit('close', event)
    if (event.defaultPrevented) return false
    await this.webContents.attached.catch(() => undefined)
    const { target: targetId } = this.webContents
    await cdp()
      .send('Target.closeTarget', { targetId })
      .catch(() => undefined)
    this.pageGone()
    return true
  }
  /** The page is gone, whoever closed it. */
  pageGone(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    dropWindow(this)
    this.webContents.emit('destroyed')
    this.emit('closed')
    if (openWindows().length > 0 || life.isQuitting) return
    if (standinApp.listenerCount('window-all-closed') > 0) standinApp.emit('window-all-closed')
    else standinApp.quit()
  }
  close(): void {
    void this.closeAsked()
  }
  isDestroyed(): boolean {
    return this.#isDestroyed
  }
  show(): void {
    this.#isVisible = true
    this.emit('show')
  }
  hide(): void {
    this.#isVisible = false
    this.emit('hide')
  }
  isVisible(): boolean {
    return this.#isVisible
  }
  focus(): void {
    this.emit('focus')
  }
  isMinimized(): boolean {
    return this.#state === 'minimized'
  }
  isMaximized(): boolean {
    return this.#state === 'maximized'
  }
  maximize(): void {
    this.#state = 'maximized'
    this.emit('maximize')
  }
  minimize(): void {
    this.#state = 'minimized'
    this.emit('minimize')
  }
  restore(): void {
    this.#state = 'normal'
    this.emit('restore')
  }
  getBounds(): Rectangle {
    return { ...this.#bounds }
  }
  getNormalBounds(): Rectangle {
    return { ...this.#bounds }
  }
  setBounds(bounds: Partial<Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds }
    this.emit('resize')
    this.emit('move')
  }
  getMinimumSize(): number[] {
    return [this.#options.minWidth ?? 0, this.#options.minHeight ?? 0]
  }
  getBackgroundColor(): string {
    return this.#options.backgroundColor ?? '#FFFFFF'
  }
}
