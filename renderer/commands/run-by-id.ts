import type { Session } from '../session/session.ts'
import { uiState } from '../ui/ui-state.ts'
import { ALL_COMMANDS, isPossible } from './all-commands.ts'
import { runCommand } from './run-command.ts'

/** Runs the command of this id where it is possible now; throws where there is none of this id. */
export function runById(session: Session, id: string): void {
  const command = ALL_COMMANDS.find((one) => one.id === id)
  if (!command) throw new Error(`no command ${id}`)
  if (isPossible(command, session.state.getState(), uiState.getState()))
    runCommand(session, command)
}
