import type { Session } from '../session/session.ts'
import type { Command } from './command.ts'

/** Runs a command, however it was asked for. What passing messages said of the one before is read, or does not matter any more. */
export function runCommand(session: Session, command: Command): void {
  session.dismissPassing()
  command.run(session)
}
