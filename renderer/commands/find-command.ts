import type { SessionState } from '../session/session.ts'
import type { UiState } from '../ui/ui-state.ts'
import { isPossible, keysOf } from './all-commands.ts'
import type { Command } from './command.ts'
import { isTyped, type KeyPress, matchesKeys, type Platform } from './keys.ts'

/** Where the focus is when a key is pressed: in the letter's text, in another field one types into, in something that lies over the screen, or elsewhere. */
export type FocusPlace = 'text' | 'field' | 'overlay' | 'elsewhere'

/** What decides which command a key press means. */
export interface PressContext {
  readonly state: SessionState
  readonly ui: UiState
  readonly platform: Platform
  readonly place: FocusPlace
}

/**
 * The command that a key press means here, or null where the press belongs to what has the focus: typing is never
 * taken from a field, and what lies over the screen (a dialog, a menu) has its keys for itself.
 */
export function findCommand(
  commands: readonly Command[],
  press: KeyPress,
  context: PressContext,
): Command | null {
  if (context.ui.dialog !== null) return null
  const found = commands.find(
    (command) =>
      isPossible(command, context.state, context.ui) && isPressed(command, press, context),
  )
  return found ?? null
}

function isPressed(command: Command, press: KeyPress, context: PressContext): boolean {
  const { state, platform, place } = context
  if (place === 'overlay' && !command.inPopovers) return false
  if (place === 'field' && command.leftToFields) return false
  const canType = place === 'field' || place === 'overlay' || isWriting(context)
  const keys = keysOf(command, platform).filter((one) => isHeard(one, place, canType))
  if (keys.some((one) => matchesKeys(press, one, platform))) return true
  if (canType || state.screen !== 'letter' || state.open?.mode !== 'tag') return false
  return (command.tagKeys ?? []).some((one) => matchesKeys(press, one, platform))
}

function isWriting({ place, state }: PressContext): boolean {
  return place === 'text' && state.open?.mode === 'write'
}

function isHeard(keys: string, place: FocusPlace, canType: boolean): boolean {
  if (keys === 'Escape') return place === 'text' || place === 'elsewhere'
  return !(canType && isTyped(keys))
}
