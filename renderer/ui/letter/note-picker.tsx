import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Keys } from '../kit/kbd.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { findNotes } from './find-notes.ts'
import type { NoteRow } from './letter-rows.ts'
import { announce, closePicker, type Picker, useLetterUi } from './letter-store.ts'
import { NoteLink } from './note-link.tsx'
import { PickerFrame } from './picker-frame.tsx'
import { NOTE_KEY } from './tag-keys.ts'
import { rowsOf } from './use-letter.ts'

interface NoteOption {
  readonly id: string
  readonly row: NoteRow
}

/** Finds the note whose callout belongs at the cursor; notes that are not linked yet come first. */
export function NotePicker({ picker }: { readonly picker: Extract<Picker, { type: 'note' }> }) {
  const { t } = useTranslation()
  const session = useSession()
  const [query, setQuery] = useState('')
  const again = useLetterUi((state) => state.again)
  const mode = useSessionState((state) => state.open?.mode)
  const editor = session.editor(picker.side)
  const notes = editor ? findNotes(rowsOf(editor).notes, query) : []
  const options = notes.map((row): NoteOption => ({ id: row.record.id, row }))
  const close = () => {
    closePicker()
    editor?.focus()
  }
  const choose = ({ row }: NoteOption) => {
    closePicker()
    const done = editor?.linkNoteHere(row.record.id) ?? false
    if (done) announce(t('letterView.said.linked', { number: row.number }))
    else session.notify('bad', t('letterView.notes.cannotLink'))
    editor?.focus()
  }
  return (
    <PickerFrame
      spot={picker.spot}
      label={t('letterView.picker.note')}
      placeholder={t('letterView.picker.typeNote')}
      query={query}
      onQuery={setQuery}
      options={options}
      draw={({ row }) => (
        <>
          <b className="note-number">{row.number}</b>
          <span className="picker-note">{row.words}</span>
          <NoteLink row={row} />
        </>
      )}
      empty={t('letterView.picker.noNote')}
      foot={
        <>
          <span>
            <Keys keys="Enter" /> {t('letterView.picker.enterNote')}
          </span>
          <span>
            <Keys keys="Escape" /> {t('letterView.picker.escape')}
          </span>
        </>
      }
      onChoose={choose}
      onClose={close}
      again={again}
      repeated={(option) => option}
      againKey={mode === 'tag' ? NOTE_KEY : null}
    />
  )
}
