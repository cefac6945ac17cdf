import type { Session, SessionState } from '../session/session.ts'
import {
  beginSplit,
  cancelSplit,
  closePairs,
  confirmHere,
  confirmSure,
  goToOpenPair,
  joinHere,
  linkHere,
  mergeHere,
  moveSentence,
  openPairs,
  splitHere,
  unconfirmHere,
  unlinkHere,
} from '../ui/align/align-acts.ts'
import type { UiState } from '../ui/ui-state.ts'
import type { Command, TextKey } from './command.ts'

type When = (state: SessionState, ui: UiState) => boolean

/** Whether the pairs of the open letter stand in the place of its texts. */
export const isAligning: When = ({ screen, open }, { align }) =>
  screen === 'letter' && open !== null && align?.letter === open.id

const hasOriginal: When = ({ screen, open, letters }) =>
  screen === 'letter' && letters.find(({ id }) => id === open?.id)?.hasOriginal === true

const canAlign: When = (state, ui) =>
  isAligning(state, ui) && state.open?.readOnly === false && ui.align?.split === null

const isSplitting: When = (state, ui) => isAligning(state, ui) && ui.align?.split != null

/** A button that has the focus has Enter and Backspace for itself. */
const offWidgets =
  (when: When): When =>
  (state, ui) =>
    when(state, ui) &&
    globalThis.document?.activeElement?.closest('button, a, summary, [role="tab"]') == null

function align(
  name: string,
  title: TextKey,
  key: string,
  when: When,
  run: (session: Session) => void,
  hint?: TextKey,
): Command {
  const id = `align.${name}`
  return {
    id,
    title,
    keys: [key],
    when,
    run,
    group: 'letter',
    inMenu: false,
    ...(hint && { hint }),
  }
}

/** What is done with the pairs of a letter's sentences. Arrow keys are the table's own. */
export const ALIGN_COMMANDS: readonly Command[] = [
  {
    id: 'align.open',
    title: 'align.command.open',
    group: 'letter',
    keys: ['F4'],
    when: (state, ui) => hasOriginal(state, ui) && !isAligning(state, ui),
    run: openPairs,
  },
  align(
    'confirm',
    'align.command.confirm',
    'Enter',
    offWidgets(canAlign),
    (session) => void confirmHere(session),
    'align.hint.confirm',
  ),
  align('split', 'align.command.split', 's', canAlign, beginSplit, 'align.hint.split'),
  align(
    'merge-next',
    'align.command.mergeNext',
    'm',
    canAlign,
    (session) => mergeHere(session, 'next'),
    'align.hint.merge',
  ),
  align('merge-previous', 'align.command.mergePrevious', 'Shift-m', canAlign, (session) =>
    mergeHere(session, 'previous'),
  ),
  align(
    'move-down',
    'align.command.moveDown',
    'Alt-ArrowDown',
    canAlign,
    (session) => moveSentence(session, 'next'),
    'align.hint.moveDown',
  ),
  align(
    'move-up',
    'align.command.moveUp',
    'Alt-ArrowUp',
    canAlign,
    (session) => moveSentence(session, 'previous'),
    'align.hint.moveUp',
  ),
  align('unlink', 'align.command.unlink', 'u', canAlign, unlinkHere, 'align.hint.unlink'),
  align('link', 'align.command.link', 'l', canAlign, linkHere, 'align.hint.link'),
  align('join', 'align.command.join', 'j', canAlign, joinHere),
  align('unconfirm', 'align.command.unconfirm', 'Backspace', offWidgets(canAlign), unconfirmHere),
  align(
    'confirm-sure',
    'align.command.confirmSure',
    'a',
    canAlign,
    (session) => void confirmSure(session),
    'align.hint.confirmSure',
  ),
  align('next-open', 'align.command.nextOpen', 'n', canAlign, goToOpenPair),
  align(
    'realign',
    'align.command.realign',
    'r',
    canAlign,
    (session) => void session.pairs.realign(),
  ),
  align(
    'split-here',
    'align.command.splitHere',
    'Enter',
    isSplitting,
    (session) => void splitHere(session),
    'align.hint.splitHere',
  ),
  align(
    'split-cancel',
    'align.command.splitCancel',
    'Escape',
    isSplitting,
    cancelSplit,
    'align.hint.splitCancel',
  ),
  {
    ...align(
      'close',
      'align.command.close',
      'Escape',
      (state, ui) => isAligning(state, ui) && ui.align?.split === null,
      closePairs,
      'align.hint.close',
    ),
    keys: ['Escape', 'F4'],
  },
]
