import type { ParseKeys } from 'i18next'
import type { Session, SessionState } from '../session/session.ts'
import type { UiState } from '../ui/ui-state.ts'

/** The menus of the application, and the headings of the shortcut sheet. */
export const COMMAND_GROUPS = ['file', 'edit', 'letter', 'view', 'help'] as const
export type CommandGroup = (typeof COMMAND_GROUPS)[number]

/** A key of the words of the interface that takes no values. */
export type TextKey = ParseKeys

/** One thing a person can do. Palette, menu, hint line, shortcut sheet and keyboard are projections of the list of these. */
export interface Command {
  readonly id: string
  readonly title: TextKey
  readonly group: CommandGroup
  /** Keys as ProseMirror writes them (`Mod-Shift-k`); the first is the one that is shown. */
  readonly keys?: readonly string[]
  /** Keys on a Mac, where they are others. */
  readonly macKeys?: readonly string[]
  /** Single keys that act in Tag mode, where the text cannot be typed into. */
  readonly tagKeys?: readonly string[]
  /** Whether it can be done now; without it always. */
  readonly when?: (state: SessionState, ui: UiState) => boolean
  /** A word or two for the hint line; without it the command is not shown there. */
  readonly hint?: TextKey
  /** Fields have an undo of their own: there these keys are left to them. */
  readonly leftToFields?: boolean
  /** These keys work also while a popover at the text is open. */
  readonly inPopovers?: boolean
  /** False: not in the menus; the screen it belongs to shows it. */
  readonly inMenu?: boolean
  /** Not offered by the palette: it is the palette, or means nothing there. */
  readonly hidden?: boolean
  readonly run: (session: Session) => void
}
