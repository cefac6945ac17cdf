import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron'
import { PAGE_ORIGIN } from '../golden.ts'
import { fitBounds, SMALLEST_WINDOW } from './core/fit-bounds.ts'
import { webPreferences } from './core/web-preferences.ts'
import type { ShellContext } from './shell-context.ts'

// The page's own background in both themes: the window must not flash before the page has painted.
const background = { light: '#f4f2ec', dark: '#131211' } as const

/** What opening a window needs; the window itself is what it makes. */
export type WindowSurroundings = Pick<ShellContext, 'places' | 'texts' | 'memory'>

/** Opens the window at its remembered place; it shows itself when the page has painted. */
export function openWindow(surroundings: WindowSurroundings): BrowserWindow {
  const { places, memory } = surroundings
  const window = new BrowserWindow({
    ...fitBounds(
      memory.get().bounds,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    minWidth: SMALLEST_WINDOW.width,
    minHeight: SMALLEST_WINDOW.height,
    title: app.getName(),
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    show: false,
    webPreferences: webPreferences(places.preload),
  })
  if (memory.get().maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  rememberBounds(window, surroundings)
  askWhenPageIsGone(window, surroundings)
  window.loadURL(`${PAGE_ORIGIN}/index.html`).catch((cause: unknown) => {
    // A window closed while it loads is no failure.
    if (!window.isDestroyed()) dialog.showErrorBox(app.getName(), String(cause))
  })
  return window
}

function rememberBounds(window: BrowserWindow, { memory }: WindowSurroundings): void {
  let pause: NodeJS.Timeout | undefined
  const remember = () => {
    clearTimeout(pause)
    if (window.isDestroyed() || window.isMinimized()) return
    const change = { bounds: { ...window.getNormalBounds() }, maximized: window.isMaximized() }
    // A disk that is full must not keep the window from moving; the old place stays remembered.
    memory.set(change).catch(() => undefined)
  }
  const soon = () => {
    clearTimeout(pause)
    pause = setTimeout(remember, 500)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('maximize', soon)
  window.on('unmaximize', soon)
  window.on('close', remember)
}

function askWhenPageIsGone(window: BrowserWindow, { texts }: WindowSurroundings): void {
  window.webContents.on('render-process-gone', async (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: texts.pageGone,
      detail: texts.pageGoneDetail,
      buttons: [texts.reload, texts.quit],
      defaultId: 0,
    })
    if (response === 0) window.webContents.reload()
    else app.quit()
  })
}
