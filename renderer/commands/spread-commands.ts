import type { SessionState } from '../session/session.ts'
import { find, findAndReplace, findSame, makeRule } from '../ui/spread/spread-requests.ts'
import { openDialog } from '../ui/ui-state.ts'
import type { Command } from './command.ts'

const inTranslation = ({ screen, open }: SessionState) =>
  screen === 'letter' && open !== null && open.activeSide === 'translation'

const hasLetters = ({ screen, letters }: SessionState) => screen !== 'review' && letters.length > 0

/** Finding, and correcting over many letters at once. */
export const SPREAD_COMMANDS: readonly Command[] = [
  {
    id: 'edit.find',
    title: 'spread.command.find',
    group: 'edit',
    keys: ['Mod-f'],
    when: hasLetters,
    run: find,
  },
  {
    id: 'edit.replace',
    title: 'spread.command.replace',
    group: 'edit',
    keys: ['Mod-h'],
    macKeys: ['Mod-Alt-f'],
    when: hasLetters,
    run: findAndReplace,
  },
  {
    id: 'letter.find-same',
    title: 'spread.command.same',
    group: 'letter',
    keys: ['Alt-m'],
    when: inTranslation,
    run: (session) => findSame(session),
  },
  {
    id: 'letter.make-rule',
    title: 'spread.command.rule',
    group: 'letter',
    when: inTranslation,
    run: (session) => makeRule(session),
  },
  {
    id: 'edit.bulk-changes',
    title: 'spread.command.bulks',
    group: 'edit',
    when: hasLetters,
    run: () => openDialog({ kind: 'bulks' }),
  },
]
