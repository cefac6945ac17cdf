import type { MentionKind } from '../../shared/letter/records.ts'
import type { SessionState } from '../session/session.ts'
import { nextProblem, openNotePicker, openTagPicker } from '../ui/letter/letter-actions.ts'
import { openDialog } from '../ui/ui-state.ts'
import type { Command, TextKey } from './command.ts'

const inLetter = (state: SessionState) => state.screen === 'letter' && state.open !== null

const canWrite = (state: SessionState) =>
  inLetter(state) && state.open?.readOnly === false && state.open.view !== 'machine'

function tag(kind: MentionKind, key: string, title: TextKey, hint: TextKey): Command {
  return {
    id: `letter.tag-${kind}`,
    title,
    hint,
    group: 'letter',
    keys: [`Alt-${key}`],
    tagKeys: [key],
    inPopovers: true,
    when: canWrite,
    run: openTagPicker(kind),
  }
}

const hasOriginal = ({ letters, open }: SessionState) =>
  letters.find(({ id }) => id === open?.id)?.hasOriginal === true

/** What is done in an open letter. */
export const LETTER_COMMANDS: readonly Command[] = [
  {
    id: 'letter.mode',
    title: 'command.mode',
    hint: 'hint.mode',
    group: 'letter',
    keys: ['Escape'],
    when: (state) => inLetter(state) && state.open?.readOnly === false,
    run: (session) => {
      const mode = session.state.getState().open?.mode
      session.setMode(mode === 'tag' ? 'write' : 'tag')
    },
  },
  tag('person', 'p', 'command.tagPerson', 'hint.person'),
  tag('place', 'l', 'command.tagPlace', 'hint.place'),
  tag('organisation', 'o', 'command.tagOrganisation', 'hint.organisation'),
  tag('date', 'd', 'command.tagDate', 'hint.date'),
  tag('document', 'w', 'command.tagDocument', 'hint.document'),
  {
    id: 'letter.link-note',
    title: 'command.linkNote',
    hint: 'hint.note',
    group: 'letter',
    keys: ['Alt-n'],
    tagKeys: ['n'],
    when: canWrite,
    run: openNotePicker(),
  },
  {
    id: 'letter.next-problem',
    title: 'command.nextProblem',
    hint: 'hint.nextProblem',
    group: 'letter',
    keys: ['F8'],
    tagKeys: [']'],
    when: (state) => inLetter(state) && (state.open?.problems.length ?? 0) > 0,
    run: nextProblem(1),
  },
  {
    id: 'letter.previous-problem',
    title: 'command.previousProblem',
    group: 'letter',
    keys: ['Shift-F8'],
    tagKeys: ['['],
    when: (state) => inLetter(state) && (state.open?.problems.length ?? 0) > 0,
    run: nextProblem(-1),
  },
  {
    id: 'letter.add-original',
    title: 'original.command.add',
    group: 'letter',
    when: (state) => inLetter(state) && !state.open?.readOnly && !hasOriginal(state),
    run: (session) => {
      const { open } = session.state.getState()
      if (open) openDialog({ kind: 'original', letter: open.id })
    },
  },
  {
    id: 'letter.find-letters',
    title: 'original.command.find',
    group: 'letter',
    when: (state) => state.screen !== 'review' && state.letters.some((row) => !row.hasOriginal),
    run: () => openDialog({ kind: 'find-letters', only: null }),
  },
  {
    id: 'letter.detach-original',
    title: 'original.command.detach',
    group: 'letter',
    when: (state) => inLetter(state) && !state.open?.readOnly && hasOriginal(state),
    run: (session) => {
      const { open } = session.state.getState()
      if (open) void session.originals.detach(open.id)
    },
  },
]
