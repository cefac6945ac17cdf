import { app, dialog, shell } from 'electron'
import { displayPath } from './core/display-path.ts'
import { readExternalUrl } from './core/url-policy.ts'
import type { ShellModule } from './shell-context.ts'

/** Says what the shell is, and hands web and mail addresses to the system after a person has seen them. */
export const system: ShellModule = {
  enable({ answerCall, places, texts, window }) {
    answerCall('info', async () => ({
      version: app.getVersion(),
      platform: process.platform,
      locale: app.getLocale(),
      dataFolder: displayPath(places.data, app.getPath('home')),
    }))
    answerCall('openExternal', async (asked) => {
      const url = readExternalUrl(asked)
      const parent = window()
      if (!url || !parent) return false
      const { response } = await dialog.showMessageBox(parent, {
        type: 'question',
        message: texts.openQuestion,
        detail: url,
        buttons: [texts.open, texts.cancel],
        defaultId: 0,
        cancelId: 1,
      })
      if (response !== 0) return false
      await shell.openExternal(url)
      return true
    })
  },
}
