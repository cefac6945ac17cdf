import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterEditor } from '../../editor/letter-editor.ts'
import { Button } from '../kit/button.tsx'
import { sayWhy } from '../say-why.ts'
import { useSession, useSessionState } from '../session-context.tsx'
import { EmptyPanel } from './empty-panel.tsx'
import type { NoteRow } from './letter-rows.ts'
import { announce } from './letter-store.ts'
import { NoteLink } from './note-link.tsx'
import { useLetterRows } from './use-letter.ts'
import { useRows } from './use-rows.ts'

/** All notes of the letter with their links: to the callout, to the note, link at the cursor, passage from the selection. */
export function NotesPanel() {
  const { t } = useTranslation()
  const session = useSession()
  const side = useSessionState((state) => state.open?.activeSide ?? 'translation')
  const isReadOnly = useSessionState((state) => state.open?.readOnly ?? true)
  const { notes } = useLetterRows(side)
  const [chosen, setChosen] = useState<string | null>(null)
  const list = useRows<HTMLUListElement>()
  const editor = session.editor(side)
  if (notes.length === 0 || !editor)
    return <EmptyPanel title={t('letterView.notes.none')} text={t('letterView.notes.noneHow')} />
  return (
    <ul className="rows" ref={list.ref} onKeyDown={list.onKeyDown}>
      {notes.map((row) => {
        const isOpen = row.record.id === chosen
        return (
          <li className="row-card" key={row.record.id} data-open={isOpen || undefined}>
            <button
              type="button"
              className="row note-row"
              data-row
              aria-expanded={isOpen}
              onClick={() => setChosen(isOpen ? null : row.record.id)}
            >
              <b className="note-number">{row.number}</b>
              <span className="note-words">{row.words}</span>
              <NoteLink row={row} />
            </button>
            {isOpen && <NoteActions row={row} editor={editor} isReadOnly={isReadOnly} />}
          </li>
        )
      })}
    </ul>
  )
}

function NoteActions(props: {
  readonly row: NoteRow
  readonly editor: LetterEditor
  readonly isReadOnly: boolean
}) {
  const { t } = useTranslation()
  const session = useSession()
  const { row, editor, isReadOnly } = props
  const { callout, record, passage, number } = row
  const linkHere = () => {
    const done = editor.linkNoteHere(record.id)
    if (done) announce(t('letterView.said.linked', { number }))
    else session.notify('bad', t('letterView.notes.cannotLink'))
    editor.focus()
  }
  const passageHere = () => {
    if (editor.setPassage(record.id)) announce(t('letterView.said.passage', { number }))
    else session.notify('bad', t('letterView.notes.cannotPassage'))
    editor.focus()
  }
  const go = (table: 'notes' | 'callouts' | 'passages', id: string) => () => {
    editor.selectRecord(table, id)
    editor.focus()
  }
  const isInferred = callout !== null && callout.by === undefined
  return (
    <div className="details">
      {callout?.why && isInferred && (
        <p className="why">{t('letterView.notes.why', { why: sayWhy(t, callout.why) })}</p>
      )}
      <div className="card-actions">
        {!isReadOnly && isInferred && (
          <Button look="primary" onPress={() => editor.confirmCallout(callout.id)}>
            {t('letterView.notes.confirm')}
          </Button>
        )}
        {callout && (
          <Button onPress={go('callouts', callout.id)}>{t('letterView.notes.toCallout')}</Button>
        )}
        <Button onPress={go('notes', record.id)}>{t('letterView.notes.toNote')}</Button>
        {!isReadOnly && (
          <>
            <Button onPress={linkHere}>{t('letterView.notes.linkHere')}</Button>
            <Button onPress={passageHere}>{t('letterView.notes.passageHere')}</Button>
          </>
        )}
        {passage && (
          <Button onPress={go('passages', passage)}>{t('letterView.notes.toPassage')}</Button>
        )}
        {passage && !isReadOnly && (
          <Button onPress={() => editor.removePassage(passage)}>
            {t('letterView.notes.removePassage')}
          </Button>
        )}
        {callout && !isReadOnly && (
          <Button onPress={() => editor.linkCallout(callout.id, null)}>
            {t('letterView.notes.unlink')}
          </Button>
        )}
      </div>
    </div>
  )
}
