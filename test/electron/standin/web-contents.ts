import { EventEmitter } from 'node:events'
import type { HandlerDetails, WebContents, WebPreferences } from 'electron'
import { appOrigin, toAppAddress, toWebAddress } from './addresses.ts'
import { standinApp } from './app.ts'
import { cdp } from './browser-process.ts'
import type { StandinWindow } from './browser-window.ts'
import { invokeHandler, standinIpcMain } from './ipc-main.ts'
import { standinTheme } from './native-theme.ts'
import type { ToMain, ToPage } from './page/preload-world.ts'
import { packValue, unpackValue } from './page/wire.ts'
import { makePageScripts } from './page-scripts.ts'
import { applyPermissions, maySend } from './session.ts'
import { preventable } from './state.ts'

const world = 'Electron Isolated Context'
let made = 0

/** What the stand-in needs to make a page. */
export interface PageOptions {
  readonly width: number
  readonly height: number
  readonly webPreferences: WebPreferences
}

type OpenHandler = (details: Pick<HandlerDetails, 'url'>) => { action: 'allow' | 'deny' }
type Used = 'getURL' | 'isDestroyed' | 'close' | 'reload' | 'send' | 'executeJavaScript'

/** Electron's `WebContents` over a page of the browser. */
export class StandinContents extends EventEmitter implements Pick<WebContents, Used> {
  readonly id = ++made
  /** Resolves when the page is there and its scripts are set. */
  readonly attached: Promise<void>
  target = ''
  #session = ''
  #context: number | undefined
  #url = ''
  #isOwnNavigation = false
  #opens: OpenHandler = () => ({ action: 'allow' })
  readonly #window: StandinWindow

  constructor(window: StandinWindow, options: PageOptions) {
    super()
    this.#window = window
    this.attached = this.#attach(options)
    // Whoever waits for it hears of a failure; nobody waiting is no crash.
    this.attached.catch(() => undefined)
    standinApp.emit('web-contents-created', {}, this)
  }

  getURL(): string {
    return this.#url
  }
  isDestroyed(): boolean {
    return this.#window.isDestroyed()
  }
  close(): void {
    this.#window.close()
  }
  reload(): void {
    void this.#send('Page.reload')
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#opens = handler
  }
  send(channel: string, ...args: unknown[]): void {
    // Packed at once: what cannot be cloned throws here, as in Electron.
    void this.#deliver(packValue({ t: 'event', channel, args } satisfies ToPage), this.#context)
  }
  async loadURL(url: string): Promise<void> {
    await this.attached
    await applyPermissions(url)
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()))
    this.#isOwnNavigation = true
    const { errorText } = await this.#send<{ errorText?: string }>('Page.navigate', {
      url: toWebAddress(url),
    })
    if (errorText) throw new Error(`${errorText} loading '${url}'`)
    await loaded
  }
  async executeJavaScript(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.#send<{
      result: { value: unknown }
      exceptionDetails?: { text: string }
    }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
    if (exceptionDetails) throw new Error(exceptionDetails.text)
    return result.value
  }
  /** Shows the page in the theme that the app chose. */
  async applyTheme(): Promise<void> {
    await this.attached
    await this.#send('Emulation.setEmulatedMedia', { features: standinTheme.mediaFeatures })
  }

  #send<T = unknown>(method: string, params: object = {}): Promise<T> {
    return cdp().send<T>(method, params, this.#session)
  }

  async #attach({ width, height, webPreferences }: PageOptions): Promise<void> {
    const { contextIsolation, nodeIntegration, sandbox } = webPreferences
    if (contextIsolation === false || nodeIntegration || sandbox === false) {
      throw new Error('The stand-in runs sandboxed, isolated windows only')
    }
    const page = { url: 'about:blank', newWindow: true, width, height }
    const { targetId } = await cdp().send<{ targetId: string }>('Target.createTarget', page)
    const asked = { targetId, flatten: true }
    const { sessionId } = await cdp().send<{ sessionId: string }>('Target.attachToTarget', asked)
    this.target = targetId
    this.#session = sessionId
    this.#listenToWorld()
    this.#listenToPage()
    await Promise.all([
      this.#send('Page.enable'),
      this.#send('Runtime.enable'),
      this.#send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      this.#send('Emulation.setEmulatedMedia', { features: standinTheme.mediaFeatures }),
    ])
    if (webPreferences.preload) await this.#addScripts(webPreferences.preload)
  }

  async #addScripts(preload: string): Promise<void> {
    const info = { platform: process.platform, versions: process.versions, argv: [], env: {} }
    const scripts = await makePageScripts(preload, info)
    const add = 'Page.addScriptToEvaluateOnNewDocument'
    await this.#send('Runtime.addBinding', {
      name: '__electron_standin',
      executionContextName: world,
    })
    await this.#send(add, { source: scripts.main })
    await this.#send(add, { worldName: world, source: scripts.preload })
  }

  #on<T>(method: string, listener: (params: T) => void): void {
    cdp().on(this.#session, method, listener)
  }

  #listenToWorld(): void {
    type Context = { id: number; name: string; auxData?: { frameId?: string } }
    this.#on<{ context: Context }>('Runtime.executionContextCreated', ({ context }) => {
      const isTop = context.auxData?.frameId === this.target
      if (context.name === world && isTop) this.#context = context.id
    })
    this.#on<{ executionContextId: number }>('Runtime.executionContextDestroyed', (gone) => {
      if (gone.executionContextId === this.#context) this.#context = undefined
    })
    this.#on('Runtime.executionContextsCleared', () => {
      this.#context = undefined
    })
    type Called = { name: string; payload: string; executionContextId: number }
    this.#on<Called>('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === '__electron_standin') void this.#hear(payload, executionContextId)
    })
  }

  #listenToPage(): void {
    this.#on<{ frame: { parentId?: string; url: string } }>('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId) return
      this.#url = toAppAddress(frame.url)
      this.emit('did-navigate', {}, this.#url)
    })
    this.#on('Page.domContentEventFired', () => this.emit('dom-ready', {}))
    this.#on('Page.loadEventFired', () => {
      this.emit('did-finish-load', {})
      this.#window.pageShown()
    })
    this.#on('Inspector.targetCrashed', () => {
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    })
    this.#on<Paused>('Fetch.requestPaused', (paused) => void this.#decide(paused))
  }

  async #decide(paused: Paused): Promise<void> {
    const { requestId } = paused
    const url = toAppAddress(paused.request.url)
    let errorReason = ''
    if (paused.resourceType === 'Document' && !this.#mayNavigate(paused, url)) {
      errorReason = 'Aborted'
    } else if (!(await maySend(url))) {
      errorReason = 'BlockedByClient'
    }
    const method = errorReason ? 'Fetch.failRequest' : 'Fetch.continueRequest'
    const params = errorReason ? { requestId, errorReason } : { requestId }
    // The page may have gone on meanwhile; then nobody waits for this request.
    await this.#send(method, params).catch(() => undefined)
  }

  #mayNavigate({ frameId }: Paused, url: string): boolean {
    const isMainFrame = frameId === this.target
    const isOwn = isMainFrame && this.#isOwnNavigation
    if (isMainFrame) this.#isOwnNavigation = false
    if (isOwn) return true
    const frame = preventable({ url, isMainFrame })
    this.emit('will-frame-navigate', frame)
    const whole = preventable({ url, isMainFrame })
    if (isMainFrame) this.emit('will-navigate', whole, url)
    return !frame.defaultPrevented && !whole.defaultPrevented
  }

  async #hear(payload: string, context: number): Promise<void> {
    const message = unpackValue(payload) as ToMain
    if (message.t === 'open') {
      if (this.#opens({ url: toAppAddress(message.url) }).action === 'deny') return
      throw new Error('The stand-in opens no child window: deny it')
    }
    const origin = appOrigin(this.#url)
    const frame = { url: this.#url, origin, parent: null, top: null }
    const event = { sender: this, senderFrame: frame }
    if (message.t === 'send') {
      standinIpcMain.emit(message.channel, event, ...message.args)
      return
    }
    await this.#deliver(await replyTo(message, event), context)
  }

  async #deliver(packed: string, contextId: number | undefined): Promise<void> {
    if (contextId === undefined) return
    const expression = `__electron_receive(${JSON.stringify(packed)})`
    // The page may have gone meanwhile; Electron drops such messages too.
    await this.#send('Runtime.evaluate', { contextId, expression }).catch(() => undefined)
  }
}

interface Paused {
  readonly requestId: string
  readonly frameId: string
  readonly resourceType: string
  readonly request: { readonly url: string }
}

async function replyTo(
  { id, channel, args }: Extract<ToMain, { t: 'invoke' }>,
  event: object,
): Promise<string> {
  try {
    const value = await invokeHandler(channel, event, args)
    return packValue({ t: 'reply', id, value } satisfies ToPage)
  } catch (cause) {
    const error = `Error invoking remote method '${channel}': ${cause}`
    return packValue({ t: 'reply', id, error } satisfies ToPage)
  }
}
