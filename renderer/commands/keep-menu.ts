import i18next from 'i18next'
import type { Host } from '../host/host.ts'
import type { Session } from '../session/session.ts'
import { uiState } from '../ui/ui-state.ts'
import { buildMenu } from './build-menu.ts'
import type { Command, CommandGroup } from './command.ts'
import { commandTitle } from './command-title.ts'
import type { Platform } from './keys.ts'
import { runById } from './run-by-id.ts'

/** Keeps the application menu of the desktop in step with what can be done, and runs what is chosen there; gives the function that ends it. */
export function keepMenu(session: Session, host: Host, platform: Platform): () => void {
  let shown = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  const show = () => {
    const state = session.state.getState()
    const words = {
      command: (command: Command) => commandTitle(command, state),
      group: (group: CommandGroup) => i18next.t(`menu.${group}`),
    }
    const menu = buildMenu(state, uiState.getState(), words, platform)
    const text = JSON.stringify(menu)
    if (text === shown) return
    shown = text
    void host.setMenu(menu)
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(show, 60)
  }
  show()
  i18next.on('languageChanged', soon)
  const ends = [
    session.state.subscribe(soon),
    uiState.subscribe(soon),
    host.onCommand((id) => runById(session, id)),
    () => i18next.off('languageChanged', soon),
    () => clearTimeout(timer),
  ]
  return () => {
    for (const end of ends) end()
  }
}
