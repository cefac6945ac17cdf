import { openDialog } from '../ui/ui-state.ts'
import type { Command } from './command.ts'

/** What explains the program. */
export const HELP_COMMANDS: readonly Command[] = [
  {
    id: 'help.shortcuts',
    title: 'command.shortcuts',
    hint: 'hint.shortcuts',
    group: 'help',
    keys: ['F1', '?'],
    run: () => openDialog({ kind: 'shortcuts' }),
  },
  {
    id: 'help.guide',
    title: 'guide.command',
    group: 'help',
    keys: ['Shift-F1'],
    run: () => openDialog({ kind: 'guide' }),
  },
  {
    id: 'help.about-data',
    title: 'command.aboutData',
    group: 'help',
    run: () => openDialog({ kind: 'about-data' }),
  },
]
