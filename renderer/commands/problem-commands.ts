import type { SessionState } from '../session/session.ts'
import { acceptHere, dismissHere, problemHere } from '../ui/letter/problem-acts.ts'
import { openDialog } from '../ui/ui-state.ts'
import type { Command } from './command.ts'

const atProblem = (state: SessionState) => state.screen === 'letter' && problemHere(state) !== null

/** What is done with what the checks notice. */
export const PROBLEM_COMMANDS: readonly Command[] = [
  {
    id: 'problem.accept',
    title: 'checks.command.accept',
    hint: 'checks.hint.accept',
    group: 'letter',
    keys: ['Alt-a'],
    tagKeys: ['a'],
    when: (state) => atProblem(state) && state.open?.view !== 'machine',
    run: acceptHere,
  },
  {
    id: 'problem.dismiss',
    title: 'checks.command.dismiss',
    hint: 'checks.hint.dismiss',
    group: 'letter',
    keys: ['Alt-x'],
    tagKeys: ['x'],
    when: atProblem,
    run: dismissHere('once'),
  },
  {
    id: 'problem.silence',
    title: 'checks.command.silence',
    group: 'letter',
    keys: ['Alt-Shift-x'],
    tagKeys: ['Shift-x'],
    when: atProblem,
    run: dismissHere('rule'),
  },
  {
    id: 'collection.check',
    title: 'checks.command.checkAll',
    group: 'file',
    when: (state) => state.screen !== 'review' && state.letters.length > 0 && !state.progress,
    run: (session) => void session.checks.checkCollection(),
  },
  {
    id: 'collection.checks',
    title: 'checks.command.settings',
    group: 'view',
    when: (state) => state.screen !== 'review',
    run: () => openDialog({ kind: 'checks' }),
  },
]
