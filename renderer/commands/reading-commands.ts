import { CATEGORIES, type Category } from '../../shared/letter/records.ts'
import type { Judgement } from '../../shared/translate/verdict.ts'
import type { SessionState } from '../session/session.ts'
import { CATEGORY_KEYS } from '../ui/letter/category-keys.ts'
import { setEvidenceHere } from '../ui/reading/evidence-here.ts'
import {
  askHere,
  correctionHere,
  decideHere,
  describeHere,
  goToCorrection,
  openGo,
  showCorrections,
  weighHere,
} from '../ui/reading/reading-acts.ts'
import { goToSegment, stateHere } from '../ui/reading/segment-acts.ts'
import { openDialog, type UiState } from '../ui/ui-state.ts'
import { isAligning } from './align-commands.ts'
import type { Command, TextKey } from './command.ts'

type When = (state: SessionState, ui: UiState) => boolean

const inText: When = (state, ui) =>
  state.screen === 'letter' && state.open !== null && !isAligning(state, ui)

const canWork: When = (state, ui) => inText(state, ui) && state.open?.readOnly === false

function verdict(of: Judgement, key: string, title: TextKey, hint?: TextKey): Command {
  return {
    id: `reading.${of}`,
    title,
    ...(hint ? { hint } : {}),
    group: 'letter',
    keys: [`Alt-${key}`],
    tagKeys: [key],
    when: canWork,
    // Nobody is asked why they agree; who does not is asked, and may say nothing.
    run: decideHere(of, of !== 'accepted'),
  }
}

function category(of: Category, key: string): Command {
  return {
    id: `reading.category-${of}`,
    title: `reading.command.category.${of}`,
    group: 'letter',
    tagKeys: [key],
    when: canWork,
    inMenu: false,
    run: (session) => {
      const here = correctionHere(session)
      here?.editor.setCorrection(here.id, { category: of })
    },
  }
}

/** What is done in reading a translation again: going through corrections and sentences, describing and deciding, asking. */
export const READING_COMMANDS: readonly Command[] = [
  {
    id: 'reading.next',
    title: 'reading.command.next',
    group: 'letter',
    keys: ['F9'],
    tagKeys: ['.'],
    when: inText,
    run: goToCorrection(1),
  },
  {
    id: 'reading.previous',
    title: 'reading.command.previous',
    group: 'letter',
    keys: ['Shift-F9'],
    tagKeys: [','],
    when: inText,
    run: goToCorrection(-1),
  },
  {
    id: 'reading.next-undecided',
    title: 'reading.command.nextUndecided',
    hint: 'reading.hint.undecided',
    group: 'letter',
    keys: ['F7'],
    when: inText,
    run: goToCorrection(1, 'undecided'),
  },
  {
    id: 'reading.previous-undecided',
    title: 'reading.command.previousUndecided',
    group: 'letter',
    keys: ['Shift-F7'],
    when: inText,
    run: goToCorrection(-1, 'undecided'),
  },
  verdict('accepted', 'a', 'reading.command.accept', 'reading.hint.accept'),
  verdict('refused', 'r', 'reading.command.refuse'),
  verdict('disputed', 'u', 'reading.command.dispute'),
  {
    id: 'reading.accept-because',
    title: 'reading.command.acceptBecause',
    group: 'letter',
    keys: ['Alt-Shift-a'],
    when: canWork,
    run: decideHere('accepted', true),
  },
  {
    id: 'reading.kind',
    title: 'reading.command.kind',
    group: 'letter',
    keys: ['Alt-k'],
    tagKeys: ['k'],
    when: canWork,
    run: describeHere('category'),
  },
  {
    id: 'reading.reason',
    title: 'reading.command.reason',
    group: 'letter',
    keys: ['Alt-y'],
    tagKeys: ['y'],
    when: canWork,
    run: describeHere('reason'),
  },
  {
    id: 'reading.evidence',
    title: 'reading.command.evidence',
    group: 'letter',
    keys: ['Alt-e'],
    tagKeys: ['e'],
    when: canWork,
    run: setEvidenceHere,
  },
  {
    id: 'reading.graver',
    title: 'reading.command.graver',
    group: 'letter',
    tagKeys: ['>'],
    when: canWork,
    run: weighHere(1),
  },
  {
    id: 'reading.lighter',
    title: 'reading.command.lighter',
    group: 'letter',
    tagKeys: ['<'],
    when: canWork,
    run: weighHere(-1),
  },
  ...CATEGORIES.map((of, index) => category(of, CATEGORY_KEYS[index] ?? '')),
  {
    id: 'reading.ask',
    title: 'reading.command.ask',
    hint: 'reading.hint.ask',
    group: 'letter',
    keys: ['Alt-q'],
    tagKeys: ['q'],
    when: canWork,
    run: askHere(),
  },
  {
    id: 'reading.next-sentence',
    title: 'reading.command.nextSentence',
    group: 'letter',
    keys: ['Alt-ArrowDown'],
    when: inText,
    run: goToSegment(1),
  },
  {
    id: 'reading.previous-sentence',
    title: 'reading.command.previousSentence',
    group: 'letter',
    keys: ['Alt-ArrowUp'],
    when: inText,
    run: goToSegment(-1),
  },
  {
    id: 'reading.go',
    title: 'reading.command.go',
    hint: 'reading.hint.go',
    group: 'letter',
    keys: ['Alt-g'],
    tagKeys: ['g'],
    when: inText,
    run: openGo,
  },
  {
    id: 'reading.sentence-corrected',
    title: 'reading.command.sentenceCorrected',
    hint: 'reading.hint.sentence',
    group: 'letter',
    keys: ['Alt-s'],
    tagKeys: ['s'],
    when: canWork,
    run: stateHere('corrected'),
  },
  {
    id: 'reading.sentence-checked',
    title: 'reading.command.sentenceChecked',
    group: 'letter',
    keys: ['Alt-c'],
    tagKeys: ['c'],
    when: canWork,
    run: stateHere('checked'),
  },
  {
    id: 'reading.list',
    title: 'reading.command.list',
    group: 'view',
    when: inText,
    run: showCorrections,
  },
  {
    id: 'reading.who',
    title: 'reading.command.who',
    group: 'file',
    run: () => openDialog({ kind: 'who' }),
  },
]
