import { join } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import { DATA_FOLDER_NAME } from '../golden.ts'
import { mendDatabases } from '../mend/mend-databases.ts'
import { answerCall } from './answer-calls.ts'
import { closing } from './closing.ts'
import { openShellMemory } from './core/shell-state.ts'
import { shellTexts } from './core/shell-texts.ts'
import { files } from './files.ts'
import { takeInstanceLock } from './instance-lock.ts'
import { menu } from './menu.ts'
import { navigation } from './navigation.ts'
import { openWindow } from './open-window.ts'
import { hearOpenedFiles, openedFiles } from './opened-files.ts'
import { pageProtocol, registerPageScheme } from './page-protocol.ts'
import { safety } from './safety.ts'
import { sessionSecurity } from './session-security.ts'
import type { ShellContext, ShellModule } from './shell-context.ts'
import { system } from './system.ts'
import { mayOpen, tellOfDamage } from './tell-of-damage.ts'
import { theme } from './theme.ts'

const modules: readonly ShellModule[] = [
  pageProtocol,
  sessionSecurity,
  navigation,
  theme,
  menu,
  files,
  openedFiles,
  system,
  safety,
  closing,
]

app.setPath(
  'userData',
  app.commandLine.getSwitchValue('user-data-dir') || join(app.getPath('appData'), DATA_FOLDER_NAME),
)
app.enableSandbox()
registerPageScheme()
hearOpenedFiles()
if (takeInstanceLock()) void app.whenReady().then(startShell)
else app.exit(0)

async function startShell(): Promise<void> {
  const data = app.getPath('userData')
  const surroundings = {
    places: {
      data,
      page: join(import.meta.dirname, '../renderer'),
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
    },
    texts: shellTexts(app.getLocale()),
    memory: openShellMemory(data),
  }
  let window: BrowserWindow | null = null
  let isMended = false
  const showWindow = () => {
    // A second start in these milliseconds finds the window open in a moment.
    if (!isMended) return
    if (window?.isMinimized()) window.restore()
    if (window) {
      window.show()
      window.focus()
      return
    }
    window = openWindow(surroundings)
    window.on('closed', () => {
      window = null
    })
  }
  const context: ShellContext = { ...surroundings, answerCall, showWindow, window: () => window }
  for (const { enable } of modules) enable(context)
  app.on('activate', showWindow)
  endWell(context)
  // The first page opens the library, and Chromium with it the files that are to be mended.
  const damaged = await mendDatabases(data, new Date())
  if (!(await mayOpen(damaged, context.texts))) {
    app.quit()
    return
  }
  isMended = true
  showWindow()
  tellOfDamage(context, damaged)
}

function endWell({ memory }: ShellContext): void {
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  let isSettled = false
  app.on('will-quit', (event) => {
    if (isSettled) return
    event.preventDefault()
    // The window's last place is still being written; it takes milliseconds.
    void memory.settled().then(() => {
      isSettled = true
      app.quit()
    })
  })
}
