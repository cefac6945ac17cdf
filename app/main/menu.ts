import { Menu } from 'electron'
import type { MenuGroup } from '../../shared/ipc.ts'
import { COMMAND_CHANNEL } from '../ipc/channels.ts'
import { menuTemplate } from './core/menu-template.ts'
import type { ShellModule } from './shell-context.ts'

/** Shows the menus that the page makes of its commands, and tells the page which command was chosen. */
export const menu: ShellModule = {
  enable({ answerCall, texts, window }) {
    const choose = (id: string) => window()?.webContents.send(COMMAND_CHANNEL, id)
    const show = (groups: readonly MenuGroup[]) => {
      const template = menuTemplate(groups, { texts, platform: process.platform, choose })
      Menu.setApplicationMenu(Menu.buildFromTemplate(template))
    }
    // Until the page has its commands there is no menu, rather than Electron's own in English.
    if (process.platform === 'darwin') show([])
    else Menu.setApplicationMenu(null)
    answerCall('setMenu', async (groups) => show(groups))
  },
}
