import { NO_TRANSLATION_SET } from '../../shared/translate/translation-set.ts'
import { NO_HISTORY } from './list-history.ts'
import type { SessionState } from './session.ts'

/** What the interface shows before the store has been read. */
export const INITIAL_STATE: SessionState = {
  ready: false,
  broken: null,
  screen: 'library',
  letters: [],
  entities: [],
  mentionCounts: {},
  imports: [],
  editors: [],
  me: null,
  edition: null,
  settings: { theme: 'system', locale: 'en', leftPane: true, rightPane: true },
  rules: { rules: [] },
  translation: NO_TRANSLATION_SET,
  listHistories: { rules: NO_HISTORY, words: NO_HISTORY },
  review: null,
  leftReview: null,
  open: null,
  save: { status: 'saved' },
  lastChange: null,
  bulkStep: null,
  progress: null,
  checking: null,
  notices: [],
  place: '',
  safety: null,
}
