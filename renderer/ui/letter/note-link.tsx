import { useTranslation } from 'react-i18next'
import type { NoteRow } from './letter-rows.ts'

/** How a note is linked, in a word or two: linked by a person, read with some confidence, or not at all. */
export function NoteLink({ row }: { readonly row: NoteRow }) {
  const { t, i18n } = useTranslation()
  const { callout, passage } = row
  if (!callout)
    return (
      <span className="note-link" data-state={passage ? 'linked' : 'open'}>
        {t(passage ? 'letterView.notes.hasPassage' : 'letterView.notes.notLinked')}
      </span>
    )
  if (callout.by !== undefined)
    return (
      <span className="note-link" data-state="linked">
        {t('letterView.notes.linked')}
      </span>
    )
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(
    callout.confidence,
  )
  return (
    <span className="note-link" data-state="inferred">
      {t('letterView.notes.inferred', { percent })}
    </span>
  )
}
