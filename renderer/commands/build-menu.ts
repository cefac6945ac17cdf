import type { MenuEntry, MenuGroup } from '../../shared/ipc.ts'
import type { SessionState } from '../session/session.ts'
import type { UiState } from '../ui/ui-state.ts'
import { ALL_COMMANDS, isPossible, keysOf } from './all-commands.ts'
import { COMMAND_GROUPS, type Command } from './command.ts'
import type { Platform } from './keys.ts'

/** The words of a menu: of a command, and of a group's heading. */
export interface MenuWords {
  readonly command: (command: Command) => string
  readonly group: (group: (typeof COMMAND_GROUPS)[number]) => string
}

/** The application menu as the list of commands gives it now; what is not possible is greyed; what belongs to one screen alone is left to that screen. */
export function buildMenu(
  state: SessionState,
  ui: UiState,
  words: MenuWords,
  platform: Platform,
): readonly MenuGroup[] {
  return COMMAND_GROUPS.map((role) => ({
    role,
    label: words.group(role),
    entries: ALL_COMMANDS.filter(({ group, inMenu }) => group === role && inMenu !== false).map(
      (command): MenuEntry => {
        const keys = keysOf(command, platform)[0]
        return {
          type: 'command',
          id: command.id,
          label: words.command(command),
          enabled: ui.dialog === null && isPossible(command, state, ui),
          ...(keys ? { keys } : {}),
        }
      },
    ),
  }))
}
