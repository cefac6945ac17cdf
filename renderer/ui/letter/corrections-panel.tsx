import { useTranslation } from 'react-i18next'
import type { LetterEditor } from '../../editor/letter-editor.ts'
import { useSession, useSessionState } from '../session-context.tsx'
import { keyOfCategory } from './category-keys.ts'
import { BeforeAfter, takeCategoryKey } from './correction-details.tsx'
import { EmptyPanel } from './empty-panel.tsx'
import type { CorrectionRow } from './letter-rows.ts'
import { useLetterRows } from './use-letter.ts'
import { useRows } from './use-rows.ts'

/** All corrections of the letter, machine reading → correction; number keys change the category of the one that has the focus; pressing one shows it in the text and in the card. */
export function CorrectionsPanel() {
  const session = useSession()
  const side = useSessionState((state) => state.open?.activeSide ?? 'translation')
  const isReadOnly = useSessionState((state) => state.open?.readOnly ?? true)
  const { corrections } = useLetterRows(side)
  const list = useRows<HTMLUListElement>()
  const editor = session.editor(side)
  const { t } = useTranslation()
  if (corrections.length === 0 || !editor)
    return (
      <EmptyPanel
        title={t('letterView.corrections.none')}
        text={t('letterView.corrections.noneHow')}
      />
    )
  return (
    <>
      <ul className="rows" ref={list.ref} onKeyDown={list.onKeyDown}>
        {corrections.map((row) => (
          <Correction key={row.record.id} row={row} editor={editor} isReadOnly={isReadOnly} />
        ))}
      </ul>
      {!isReadOnly && <p className="panel-hint">{t('letterView.corrections.keys')}</p>}
    </>
  )
}

function Correction(props: {
  readonly row: CorrectionRow
  readonly editor: LetterEditor
  readonly isReadOnly: boolean
}) {
  const { t } = useTranslation()
  const { row, editor, isReadOnly } = props
  const { record } = row
  return (
    <li
      className="row-card"
      onKeyDown={(event) => !isReadOnly && takeCategoryKey(event, editor, record.id)}
    >
      <button
        type="button"
        className="row"
        data-row
        onClick={() => editor.selectRecord('corrections', record.id)}
      >
        <BeforeAfter before={row.before} after={row.after} />
        <span className="category-chip" data-guessed={record.guessed || undefined}>
          {t(`category.${record.category}`)} <kbd>{keyOfCategory(record.category)}</kbd>
        </span>
      </button>
    </li>
  )
}
