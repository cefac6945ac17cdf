import { contextBridge, ipcRenderer } from 'electron'
import type { Desktop, OpenedFile } from '../../shared/ipc.ts'
import type { Answer, DesktopCall } from '../ipc/channels.ts'
import {
  CLOSING_CHANNEL,
  COMMAND_CHANNEL,
  callChannel,
  desktopCalls,
  FILES_CHANNEL,
  TAKE_FILES_CHANNEL,
} from '../ipc/channels.ts'

async function ask<T>(channel: string, args: readonly unknown[]): Promise<T> {
  const answer = (await ipcRenderer.invoke(channel, ...args)) as Answer<T>
  if (!answer.ok) throw new Error(answer.message)
  return answer.value
}

const asks = Object.fromEntries(
  desktopCalls.map((call) => [
    call,
    (...args: readonly unknown[]) => ask<unknown>(callChannel(call), args),
  ]),
) as unknown as Pick<Desktop, DesktopCall>

const fileListeners = new Set<(files: readonly OpenedFile[]) => void>()

async function giveFiles(): Promise<void> {
  // Files stay with the shell until somebody listens: none is lost while the page loads.
  if (fileListeners.size === 0) return
  const files = await ask<readonly OpenedFile[]>(TAKE_FILES_CHANNEL, [])
  if (files.length > 0) for (const listener of fileListeners) listener(files)
}

ipcRenderer.on(FILES_CHANNEL, () => void giveFiles())

const closingListeners = new Set<() => void>()

// Where nobody has anything left to do the window is not held open.
ipcRenderer.on(CLOSING_CHANNEL, () => {
  if (closingListeners.size === 0) void asks.closingDone()
  for (const listener of closingListeners) listener()
})

const desktop: Desktop = {
  ...asks,
  onCommand(listener) {
    const forward = (_event: unknown, id: string) => listener(id)
    ipcRenderer.on(COMMAND_CHANNEL, forward)
    return () => void ipcRenderer.removeListener(COMMAND_CHANNEL, forward)
  },
  onFiles(listener) {
    // One function registered twice must be ended twice: each registration is its own.
    const own = (files: readonly OpenedFile[]) => listener(files)
    fileListeners.add(own)
    void giveFiles()
    return () => void fileListeners.delete(own)
  },
  onClosing(listener) {
    const own = () => listener()
    closingListeners.add(own)
    return () => void closingListeners.delete(own)
  },
}

contextBridge.exposeInMainWorld('epistulaDesktop', desktop)
