import type { Session, SessionState } from '../session/session.ts'
import {
  acceptCertain,
  changeSide,
  chooseCurrent,
  goOn,
  goToDoubt,
  isOnWidget,
  joinLetter,
  moveBorder,
  splitHere,
  stepOut,
  takeLetters,
} from '../ui/review/review-acts.ts'
import type { UiState } from '../ui/ui-state.ts'
import type { Command, TextKey } from './command.ts'

type When = (state: SessionState, ui: UiState) => boolean

const inReview: When = (state) => state.screen === 'review' && state.review !== null

const canWork: When = (state, ui) =>
  inReview(state, ui) && state.review?.reading === null && ui.review.words === null

const atLine: When = (state, ui) => canWork(state, ui) && ui.review.line !== null

/** Before one goes anywhere Enter takes all, the short way; at a letter it accepts that letter. */
const atNothing: When = (state, ui) =>
  canWork(state, ui) && ui.review.line === null && ui.review.letter === null && !isOnWidget()

const atLetter: When = (state, ui) => canWork(state, ui) && ui.review.letter !== null

function review(
  name: string,
  title: TextKey,
  keys: readonly string[],
  when: When,
  run: (session: Session) => void,
  hint?: TextKey,
): Command {
  const id = `review.${name}`
  return { id, title, keys, when, run, group: 'edit', inMenu: false, ...(hint ? { hint } : {}) }
}

/** What is done to pages before anything of them is stored. What a line or a span is, is said where one is in the text: `review/line-keys.ts`. */
export const REVIEW_COMMANDS: readonly Command[] = [
  // The hint says the key that takes them from anywhere, as the button does.
  review('take', 'review.command.take', ['Mod-Enter'], canWork, takeLetters, 'review.hint.take'),
  review('take-at-once', 'review.command.take', ['Enter'], atNothing, takeLetters),
  review(
    'accept',
    'review.command.accept',
    ['Enter'],
    (state, ui) => atLetter(state, ui) && !isOnWidget(),
    (session) => chooseCurrent(session, 'accepted'),
    'review.hint.accept',
  ),
  review(
    'next-line',
    'review.command.nextLine',
    ['j'],
    canWork,
    (session) => goOn(session, 1),
    'review.hint.line',
  ),
  review('previous-line', 'review.command.previousLine', ['k'], canWork, (session) =>
    goOn(session, -1),
  ),
  review(
    'next-problem',
    'review.command.nextProblem',
    ['n', 'F8'],
    canWork,
    (session) => goToDoubt(session, 1),
    'review.hint.problem',
  ),
  review(
    'previous-problem',
    'review.command.previousProblem',
    ['Shift-n', 'Shift-F8'],
    canWork,
    (session) => goToDoubt(session, -1),
  ),
  review(
    'border-up',
    'review.command.borderUp',
    ['['],
    atLetter,
    (session) => moveBorder(session, 'start', -1),
    'review.hint.border',
  ),
  review('border-down', 'review.command.borderDown', [']'], atLetter, (session) =>
    moveBorder(session, 'start', 1),
  ),
  review('end-up', 'review.command.endUp', ['Shift-['], atLetter, (session) =>
    moveBorder(session, 'end', -1),
  ),
  review('end-down', 'review.command.endDown', ['Shift-]'], atLetter, (session) =>
    moveBorder(session, 'end', 1),
  ),
  review('split', 'review.command.split', ['s'], atLine, splitHere, 'review.hint.split'),
  review(
    'join-next',
    'review.command.joinNext',
    ['m', 'Shift-j'],
    atLetter,
    (session) => joinLetter(session, 'next'),
    'review.hint.join',
  ),
  review('join-previous', 'review.command.joinPrevious', ['Shift-m'], atLetter, (session) =>
    joinLetter(session, 'previous'),
  ),
  review('outside', 'review.command.outside', ['x'], atLine, changeSide, 'review.hint.outside'),
  review(
    'leave-out',
    'review.command.leaveOut',
    ['o'],
    atLetter,
    (session) => chooseCurrent(session, 'left-out'),
    'review.hint.leaveOut',
  ),
  review(
    'accept-certain',
    'review.command.acceptCertain',
    ['a'],
    canWork,
    acceptCertain,
    'review.hint.certain',
  ),
  review('leave', 'review.command.leave', ['Escape'], inReview, stepOut),
]
