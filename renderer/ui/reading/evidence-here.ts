import i18next from 'i18next'
import type { MachineRange } from '../../../shared/letter/place.ts'
import { machineOffset } from '../../../shared/letter/positions.ts'
import type { LetterEditor } from '../../editor/letter-editor.ts'
import type { Session } from '../../session/session.ts'
import { announce } from '../letter/letter-store.ts'
import { pairAt } from '../letter/pair-at.ts'

/**
 * The passage of the original that a correction of the translation rests on, as one means it: what is selected in the original, else
 * what the pair at the correction has of it; null where there is neither.
 */
export function evidenceFor(session: Session, correction: string): MachineRange | null {
  const translation = session.editor('translation')
  const original = session.editor('original')
  if (!translation || !original) return null
  const selected = selectedRange(original)
  if (selected) return selected
  const anchor = translation.canonical().anchors.corrections[correction]
  const [struck] = anchor?.deleted ?? []
  const [put] = anchor?.inserted ?? []
  const at = struck ? { block: struck.block, offset: struck.from } : put
  if (!at) return null
  return pairAt(translation.state().records.pairs, 'translation', at)?.original[0] ?? null
}

function selectedRange(editor: LetterEditor): MachineRange | null {
  const { doc, records } = editor.state()
  const { selection } = editor.view.state
  if (selection.empty) return null
  const from = machineOffset(doc, records, selection.from)
  const to = machineOffset(doc, records, selection.to)
  if (!from || !to || from.block !== to.block || to.offset <= from.offset) return null
  return { block: from.block, from: from.offset, to: to.offset }
}

/** The words of a passage of the original, as the machine text of the original has them; '' where it is not there. */
export function wordsOfPassage(session: Session, range: MachineRange): string {
  const machine = session.editor('original')?.canonical().machine
  return (
    machine?.blocks.find(({ id }) => id === range.block)?.text.slice(range.from, range.to) ?? ''
  )
}

/** Makes the passage that is meant (see `evidenceFor`) the evidence of the correction at the cursor of the translation. */
export function setEvidenceHere(session: Session): void {
  const editor = session.editor('translation')
  const [id] = editor?.selection().corrections ?? []
  if (!editor || id === undefined) {
    session.notify('good', i18next.t('reading.said.noCorrection'))
    return
  }
  setCorrectionEvidence(session, id)
}

/** Makes the passage that is meant the evidence of a correction of the translation, or says that there is none. */
export function setCorrectionEvidence(session: Session, id: string): void {
  const range = evidenceFor(session, id)
  if (!range) {
    session.notify('good', i18next.t('reading.said.noEvidence'))
    return
  }
  session.editor('translation')?.setCorrection(id, { evidence: range })
  announce(i18next.t('reading.said.evidence', { words: wordsOfPassage(session, range) }))
}
