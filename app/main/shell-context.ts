import type { BrowserWindow } from 'electron'
import type { Desktop } from '../../shared/ipc.ts'
import type { DesktopCall } from '../ipc/channels.ts'
import type { ShellMemory } from './core/shell-state.ts'
import type { ShellTexts } from './core/shell-texts.ts'

/** What each module of the shell is lent. */
export interface ShellContext {
  /** The folders of the data, of the built page, and the file of the preload script; absolute. */
  readonly places: { readonly data: string; readonly page: string; readonly preload: string }
  readonly texts: ShellTexts
  readonly memory: ShellMemory
  /** The window, or null while there is none. */
  readonly window: () => BrowserWindow | null
  /** Shows the window and opens it where there is none. */
  readonly showWindow: () => void
  /** Answers a call of Desktop; the sender and the arguments are checked before `answer` is asked. */
  readonly answerCall: <K extends DesktopCall>(
    call: K,
    answer: (...args: Parameters<Desktop[K]>) => ReturnType<Desktop[K]>,
  ) => void
}

/** One concern of the shell, set up once when the app is ready and before the window opens. */
export interface ShellModule {
  readonly enable: (context: ShellContext) => void
}
