import { app } from 'electron'
import { isOwnPage } from './core/url-policy.ts'
import type { ShellModule } from './shell-context.ts'

/** Keeps every page where it is: no navigation away, no new window, no webview. */
export const navigation: ShellModule = {
  enable() {
    app.on('web-contents-created', (_event, contents) => {
      contents.on('will-navigate', (event) => {
        if (!isOwnPage(event.url)) event.preventDefault()
      })
      contents.on('will-frame-navigate', (event) => {
        if (!isOwnPage(event.url)) event.preventDefault()
      })
      contents.on('will-redirect', (event) => event.preventDefault())
      contents.on('will-attach-webview', (event) => event.preventDefault())
      contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    })
  },
}
