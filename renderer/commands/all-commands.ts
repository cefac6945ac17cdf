import type { SessionState } from '../session/session.ts'
import type { UiState } from '../ui/ui-state.ts'
import { AFTER_COMMANDS } from './after-commands.ts'
import { ALIGN_COMMANDS, isAligning } from './align-commands.ts'
import type { Command } from './command.ts'
import { EDIT_COMMANDS } from './edit-commands.ts'
import { FILE_COMMANDS } from './file-commands.ts'
import { HELP_COMMANDS } from './help-commands.ts'
import type { Platform } from './keys.ts'
import { LETTER_COMMANDS } from './letter-commands.ts'
import { PROBLEM_COMMANDS } from './problem-commands.ts'
import { READING_COMMANDS } from './reading-commands.ts'
import { REVIEW_COMMANDS } from './review-commands.ts'
import { SPREAD_COMMANDS } from './spread-commands.ts'
import { VIEW_COMMANDS } from './view-commands.ts'

/** Everything a person can do, in the order of the menus. */
export const ALL_COMMANDS: readonly Command[] = [
  ...FILE_COMMANDS,
  ...EDIT_COMMANDS,
  ...REVIEW_COMMANDS,
  ...LETTER_COMMANDS,
  ...ALIGN_COMMANDS,
  // What stands at the cursor is accepted by one key: a problem before the correction that it is in.
  ...PROBLEM_COMMANDS,
  ...READING_COMMANDS,
  ...AFTER_COMMANDS,
  ...SPREAD_COMMANDS,
  ...VIEW_COMMANDS,
  ...HELP_COMMANDS,
]

/**
 * Whether a command can be run now. While a page is under review or the store is broken only what it allows itself; while the pairs
 * stand in the place of the texts nothing that is done in a text.
 */
export function isPossible(command: Command, state: SessionState, ui: UiState): boolean {
  const isInText = command.group === 'letter' && !command.id.startsWith('align.')
  if (isInText && isAligning(state, ui)) return false
  return command.when?.(state, ui) ?? true
}

/** The keys of a command on this system; the first is the one that is shown. */
export function keysOf(command: Command, platform: Platform): readonly string[] {
  return (platform === 'mac' ? command.macKeys : undefined) ?? command.keys ?? []
}

/** The key to show for a command now: the single key in Tag mode, else the one with modifiers. */
export function keyToShow(
  command: Command,
  state: SessionState,
  platform: Platform,
): string | undefined {
  const inTagMode = state.screen === 'letter' && state.open?.mode === 'tag'
  return (inTagMode ? command.tagKeys?.[0] : undefined) ?? keysOf(command, platform)[0]
}
