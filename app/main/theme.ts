import { nativeTheme } from 'electron'
import type { ShellModule } from './shell-context.ts'

/** Applies the remembered theme before the window opens, and the one a person chooses. */
export const theme: ShellModule = {
  enable({ answerCall, memory }) {
    nativeTheme.themeSource = memory.get().theme
    answerCall('setTheme', async (chosen) => {
      nativeTheme.themeSource = chosen
      await memory.set({ theme: chosen })
    })
  },
}
