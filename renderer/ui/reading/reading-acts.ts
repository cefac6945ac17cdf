import i18next from 'i18next'
import { SEVERITIES } from '../../../shared/letter/records.ts'
import { type Judgement, mayDecide, verdictOf } from '../../../shared/translate/verdict.ts'
import type { LetterEditor } from '../../editor/letter-editor.ts'
import type { Session } from '../../session/session.ts'
import { spotOf, writableEditor } from '../letter/letter-actions.ts'
import { announce, showTab, useLetterUi, type WordsPurpose } from '../letter/letter-store.ts'
import { rowsOf } from '../letter/use-letter.ts'
import { openDialog } from '../ui-state.ts'
import { correctionPlaces, nextPlace } from './correction-places.ts'
import { spokenChange } from './spoken-change.ts'

/** Goes to the next correction (1) or the one before (-1), round and round; `undecided` only to those this person may decide and nobody has. */
export function goToCorrection(
  direction: 1 | -1,
  which: 'all' | 'undecided' = 'all',
): (session: Session) => void {
  return (session) => {
    const { open, me } = session.state.getState()
    const editor = open && session.editor(open.activeSide)
    if (!editor) return
    // What the last key did to the cursor is taken over first.
    editor.selection()
    const { corrections } = editor.state().records
    const places = correctionPlaces(editor.state().doc).filter(({ id }) => {
      const record = corrections[id]
      if (!record) return false
      return (
        which === 'all' || (verdictOf(record) === 'proposed' && mayDecide(record, me?.id ?? ''))
      )
    })
    const goal = nextPlace(places, editor.view.state.selection, direction)
    if (!goal) return tell(session, `reading.said.none-${which}`)
    useLetterUi.setState({ shownSide: editor.side, reached: goal.id })
    editor.selectRecord('corrections', goal.id)
    editor.focus()
    sayCorrection(editor, goal.id, places.indexOf(goal), places.length)
  }
}

function sayCorrection(editor: LetterEditor, id: string, index: number, count: number): void {
  const row = rowsOf(editor).corrections.find(({ record }) => record.id === id)
  if (!row) return
  const verdict = i18next.t(`reading.verdict.${verdictOf(row.record)}`)
  const change = spokenChange(row.before, row.after, i18next.t)
  announce(i18next.t('reading.said.correction', { n: index + 1, count, ...change, verdict }))
}

function tell(session: Session, key: Said): void {
  session.notify('good', i18next.t(key))
}

type Said =
  | 'reading.said.none-all'
  | 'reading.said.none-undecided'
  | 'reading.said.noCorrection'
  | 'reading.said.noProposal'
  | 'reading.said.ownCorrection'
  | 'reading.said.cannotTakeUp'

/** Says what this person finds of the correction at the cursor; with `why` the reason is asked for first. */
export function decideHere(verdict: Judgement, why: boolean): (session: Session) => void {
  return (session) => {
    const here = correctionHere(session)
    if (here && isDecider(session, here)) {
      if (why) openWords(verdict, here.editor, here.id)
      else decideNow(session, here.editor, here.id, verdict)
    }
  }
}

/** Says a verdict with its reason ('' for none), and has it read out. */
export function decideNow(
  session: Session,
  editor: LetterEditor,
  id: string,
  verdict: Judgement,
  why = '',
): void {
  if (editor.decide(id, verdict, why)) announce(i18next.t(`reading.verdict.${verdict}`))
  editor.focus()
  if (why) void rememberReason(session, why)
}

/** Opens the field that asks for words about the correction at the cursor: its kind or its reason. */
export function describeHere(purpose: 'category' | 'reason'): (session: Session) => void {
  return (session) => {
    const here = correctionHere(session)
    if (here) openWords(purpose, here.editor, here.id)
  }
}

/** Makes the correction at the cursor graver (1) or lighter (-1). */
export function weighHere(direction: 1 | -1): (session: Session) => void {
  return (session) => {
    const here = correctionHere(session)
    const record = here?.editor.state().records.corrections[here.id]
    if (!here || !record) return
    const severity = SEVERITIES[SEVERITIES.indexOf(record.severity) + direction]
    if (!severity) return
    here.editor.setCorrection(here.id, { severity })
    announce(i18next.t(`severity.${severity}`))
  }
}

/** Opens the field that asks a question about the selection or the word at the cursor; the question there, if any, is answered. */
export function askHere(): (session: Session) => void {
  return (session) => {
    const editor = writableEditor(session)
    if (!editor) return
    const [query] = editor.selection().queries
    openWords(query === undefined ? 'ask' : 'reply', editor, query ?? '')
  }
}

/** Opens the field that goes to words of the text by their first letters. */
export function openGo(session: Session): void {
  const { open } = session.state.getState()
  const editor = open && session.editor(open.activeSide)
  if (editor)
    useLetterUi.setState({ picker: { type: 'go', side: editor.side, spot: spotOf(editor) } })
}

/** Opens a field at the cursor that asks for words; see `WordsPurpose`. */
export function openWords(purpose: WordsPurpose, editor: LetterEditor, record: string): void {
  const { side } = editor
  useLetterUi.setState({ picker: { type: 'words', purpose, side, spot: spotOf(editor), record } })
}

/** Puts a refused correction back into the text, or says that it cannot be. */
export function takeUp(session: Session, editor: LetterEditor, id: string): void {
  if (editor.takeUpAgain(id)) {
    editor.selectRecord('corrections', id)
    editor.focus()
  } else tell(session, 'reading.said.cannotTakeUp')
}

/** Shows all corrections of the letter in the inspector. */
export function showCorrections(session: Session): void {
  if (!session.state.getState().settings.rightPane) void session.setSettings({ rightPane: true })
  showTab('corrections')
}

/** A correction with the editor it stands in. */
interface Here {
  readonly editor: LetterEditor
  readonly id: string
}

/** The correction at the cursor of the text that is worked on; null, and said so, where there is none. */
export function correctionHere(session: Session): Here | null {
  const editor = writableEditor(session)
  if (!editor) return null
  const [id] = editor.selection().corrections
  if (id === undefined)
    tell(session, isAtProblem(session) ? 'reading.said.noProposal' : 'reading.said.noCorrection')
  return id === undefined ? null : { editor, id }
}

// Whether the card that is open is that of a problem which no check has found: a note without a place, a part of the header.
function isAtProblem(session: Session): boolean {
  const { problem, here } = useLetterUi.getState()
  const { open } = session.state.getState()
  const found = open?.problems.find(({ id }) => id === problem?.id)
  return here === null && problem?.letter === open?.id && found?.finding === undefined && !!found
}

function isDecider(session: Session, { editor, id }: Here): boolean {
  const { me } = session.state.getState()
  if (!me) {
    openDialog({ kind: 'who' })
    return false
  }
  const record = editor.state().records.corrections[id]
  if (!record) return false
  if (mayDecide(record, me.id)) return true
  tell(session, 'reading.said.ownCorrection')
  return false
}

/** Keeps a reason for the next time, where it is not known yet. */
export async function rememberReason(session: Session, reason: string): Promise<void> {
  const { translation } = session.state.getState()
  if (reason === '' || translation.reasons.includes(reason)) return
  await session.setTranslation({ ...translation, reasons: [reason, ...translation.reasons] })
}
