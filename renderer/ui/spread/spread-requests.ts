import i18next from 'i18next'
import { phraseByRule } from '../../../shared/check/phrase-by-rule.ts'
import { proposeTriggers } from '../../../shared/translate/spread/original-guard.ts'
import { spreadSource } from '../../../shared/translate/spread/spread-source.ts'
import type { Session } from '../../session/session.ts'
import { openDialog, uiState } from '../ui-state.ts'
import { openFindBar } from './find-bar-state.ts'
import type { Scope } from './find-form.tsx'
import { proposeRule } from './propose-rule.ts'

/** Looks for the same as a correction of the open letter everywhere; without an id the one at the cursor. */
export function findSame(session: Session, id?: string): void {
  const place = correctionAt(session, id)
  if (place) openDialog({ kind: 'same', place })
}

/** Makes a rule of a correction of the open letter; without an id the one at the cursor. */
export function makeRule(session: Session, id?: string): void {
  const place = correctionAt(session, id)
  const translation = session.editor('translation')?.canonical()
  if (!place || !translation) return
  const { letters } = session.state.getState()
  const title = letters.find((row) => row.id === place.letter)?.title ?? place.letter
  const original = session.editor('original')?.canonical() ?? null
  const letter = { id: place.letter, translation, original }
  const source = spreadSource(letter, place.correction, place.phrase)
  const record = translation.records.corrections[place.correction]
  if (!source || !record) return
  const triggers = proposeTriggers(source, []).join(' ')
  openDialog({ kind: 'make-rule', rule: proposeRule(source, record, triggers, title) })
}

function correctionAt(session: Session, id?: string) {
  const { open } = session.state.getState()
  const editor = session.editor('translation')
  const correction =
    id ?? (open?.activeSide === 'translation' && editor?.selection().corrections[0])
  if (open && editor && correction) {
    const { rules } = session.state.getState().translation
    const phrase = phraseByRule(editor.canonical(), correction, rules)
    return { letter: open.id, correction, phrase }
  }
  session.notify('good', i18next.t('spread.noCorrection'))
  return null
}

/** Finds: in the open letter by the bar at its head, else over the collection. */
export function find(session: Session): void {
  const { open, screen } = session.state.getState()
  if (!open || screen !== 'letter') findAndReplace(session)
  else openFindBar(session.editor(open.activeSide)?.selection().text ?? '')
}

/** Opens find and replace, over the letter where one is shown, else over what is selected. */
export function findAndReplace(session: Session): void {
  const { open, screen } = session.state.getState()
  const isLetter = open !== null && screen === 'letter'
  const text = isLetter ? (session.editor(open.activeSide)?.selection().text ?? '') : ''
  openDialog({
    kind: 'find',
    text: text.includes('\n') ? '' : text.trim(),
    scope: scopeOf(isLetter),
  })
}

function scopeOf(isLetter: boolean): Scope {
  if (isLetter) return 'letter'
  return uiState.getState().selected.size > 0 ? 'selection' : 'collection'
}
