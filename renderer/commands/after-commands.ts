import i18next from 'i18next'
import type { Session, SessionState } from '../session/session.ts'
import { joinNext, joinSelected, moveLines, splitHere } from '../ui/library/after-requests.ts'
import { isSeenBefore } from '../ui/library/is-seen-before.ts'
import { openDialog } from '../ui/ui-state.ts'
import type { Command } from './command.ts'

const canRearrange = ({ screen, open }: SessionState) =>
  screen === 'letter' && open !== null && !open.readOnly

// In a letter only what was done last of all is taken back: else the keys would reach into letters that one does not see.
function takeBack(session: Session): void {
  const { screen, lastChange } = session.state.getState()
  if (screen !== 'letter' || !lastChange?.isPast) return void session.after.takeBack()
  session.notify('good', i18next.t('spread.nothingHere', { label: lastChange.label }))
}

// Their keys of undo are for what is worked on there, and for nothing else where nothing of it is left.
const STEPPING_THEMSELVES: ReadonlySet<string> = new Set(['review', 'rules', 'words'])

/** What is done with whole letters after they were imported. */
export const AFTER_COMMANDS: readonly Command[] = [
  {
    id: 'letter.split',
    title: 'after.command.split',
    group: 'letter',
    when: canRearrange,
    run: splitHere,
  },
  {
    id: 'letter.join-next',
    title: 'after.command.joinNext',
    group: 'letter',
    when: canRearrange,
    run: joinNext,
  },
  {
    id: 'letter.move-previous',
    title: 'after.command.movePrevious',
    group: 'letter',
    when: canRearrange,
    run: moveLines('previous'),
  },
  {
    id: 'letter.move-next',
    title: 'after.command.moveNext',
    group: 'letter',
    when: canRearrange,
    run: moveLines('next'),
  },
  {
    id: 'library.join',
    title: 'after.command.join',
    group: 'edit',
    when: (state, ui) => state.screen === 'library' && ui.selected.size > 1,
    run: joinSelected,
  },
  {
    id: 'edit.take-back',
    title: 'after.command.takeBack',
    group: 'edit',
    keys: ['Mod-z'],
    leftToFields: true,
    // In a letter the same keys take back what was done there, as long as there is anything.
    when: ({ lastChange, screen, open }) =>
      lastChange !== null &&
      !STEPPING_THEMSELVES.has(screen) &&
      !(screen === 'letter' && open?.undoLabel),
    run: takeBack,
  },
  {
    id: 'file.trash',
    title: 'after.command.trash',
    group: 'file',
    when: (state) => state.screen !== 'review',
    run: () => openDialog({ kind: 'trash' }),
  },
  {
    id: 'review.compare',
    title: 'after.command.compare',
    group: 'file',
    inMenu: false,
    when: (state) => state.screen === 'review' && isSeenBefore(state),
    run: () => openDialog({ kind: 'changes' }),
  },
]
