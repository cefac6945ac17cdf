import { NO_HISTORY } from '../../../renderer/session/list-history.ts'
import type { OpenLetter, SessionState } from '../../../renderer/session/session.ts'
import { NO_TRANSLATION_SET } from '../../../shared/translate/translation-set.ts'

/** A letter that is open for writing, with one problem. */
export const OPEN_LETTER: OpenLetter = {
  id: 'ep-a-1',
  title: 'A. Ladygin to S. Verkhov, October 1, 1934',
  readOnly: false,
  mode: 'write',
  view: 'changes',
  problems: [{ id: 'date-missing:date', code: 'date-missing', side: 'translation', values: {} }],
  dismissed: [],
  undoLabel: 'action.type',
  redoLabel: null,
  tick: 1,
  activeSide: 'translation',
}

/** The state of a session that shows an empty library, changed as the test wants it. */
export function sampleState(change: Partial<SessionState> = {}): SessionState {
  return {
    ready: true,
    broken: null,
    screen: 'library',
    letters: [],
    entities: [],
    mentionCounts: {},
    imports: [],
    editors: [],
    me: null,
    edition: null,
    translation: NO_TRANSLATION_SET,
    listHistories: { rules: NO_HISTORY, words: NO_HISTORY },
    settings: { theme: 'system', locale: 'en', leftPane: true, rightPane: true },
    review: null,
    leftReview: null,
    open: null,
    save: { status: 'saved' },
    rules: { rules: [] },
    lastChange: null,
    bulkStep: null,
    progress: null,
    checking: null,
    notices: [],
    place: '',
    safety: null,
    ...change,
  }
}

/** The state of a session in which a letter is open. */
export function letterState(change: Partial<OpenLetter> = {}): SessionState {
  return sampleState({ screen: 'letter', open: { ...OPEN_LETTER, ...change } })
}

/** The state of a session in which pages are under review: all is read, and there is something to undo and to redo. */
export function reviewState(): SessionState {
  const work = { files: [], choices: new Map(), pairs: new Map() }
  const review = { ...work, reading: null, known: new Set<string>(), undo: [work], redo: [work] }
  return sampleState({ screen: 'review', review })
}
