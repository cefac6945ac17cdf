import type electron from 'electron'
import { standinApp } from './standin/app.ts'
import { StandinWindow } from './standin/browser-window.ts'
import { standinIpcMain } from './standin/ipc-main.ts'
import { StandinMenu, StandinMenuItem } from './standin/menu.ts'
import { standinTheme } from './standin/native-theme.ts'
import { standinProtocol } from './standin/protocol.ts'
import { standinDialog, standinScreen, standinShell } from './standin/services.ts'
import { standinSession } from './standin/session.ts'
import type { StandinContents } from './standin/web-contents.ts'
import { openWindows } from './standin/windows.ts'

type Names<T> = Partial<Record<keyof T, unknown>>

/** Each of these answers to the name that the app imports from `electron`; the compiler refuses a member Electron lacks. */
export const app: Names<typeof electron.app> = standinApp
/** The windows. */
export const BrowserWindow = StandinWindow satisfies Names<typeof electron.BrowserWindow>
/** The pages in them, by what a debugger knows of them. */
export const webContents = {
  fromDevToolsTargetId: (target: string): StandinContents | undefined =>
    openWindows().find((window) => window.webContents.target === target)?.webContents,
  getAllWebContents: () => openWindows().map((window) => window.webContents),
} satisfies Names<typeof electron.webContents>
/** Messages from pages. */
export const ipcMain = standinIpcMain satisfies Names<typeof electron.ipcMain>
/** Menus. */
export const Menu = StandinMenu satisfies Names<typeof electron.Menu>
/** Their entries. */
export const MenuItem = StandinMenuItem
/** Questions to a person. */
export const dialog = standinDialog
/** What goes out to the system. */
export const shell = standinShell
/** The app's own schemes. */
export const protocol = standinProtocol satisfies Names<typeof electron.protocol>
/** Permissions and requests. */
export const session = { defaultSession: standinSession } satisfies Names<typeof electron.session>
/** Light and dark. */
export const nativeTheme: Names<typeof electron.nativeTheme> = standinTheme
/** Screens. */
export const screen = standinScreen
