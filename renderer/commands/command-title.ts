import i18next from 'i18next'
import type { SessionState } from '../session/session.ts'
import type { Command } from './command.ts'

/** The words of a command now: undo and redo say what they would take back or do again. */
export function commandTitle(command: Command, state: SessionState): string {
  const open = state.screen === 'letter' ? state.open : null
  if (command.id === 'edit.undo' && open?.undoLabel)
    return i18next.t('command.undoThis', { what: actionName(open.undoLabel) })
  if (command.id === 'edit.redo' && open?.redoLabel)
    return i18next.t('command.redoThis', { what: actionName(open.redoLabel) })
  return i18next.t(command.title)
}

// Actions carry a key of the words (`action.type`), so that an old action speaks the language of today.
function actionName(label: string): string {
  return i18next.exists(label) ? i18next.t(label as 'action.type') : label
}
