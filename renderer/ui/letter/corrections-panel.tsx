import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterEditor } from '../../editor/letter-editor.ts'
import { useSession, useSessionState } from '../session-context.tsx'
import { keyOfCategory } from './category-keys.ts'
import { BeforeAfter, CorrectionDetails, takeCategoryKey } from './correction-details.tsx'
import { EmptyPanel } from './empty-panel.tsx'
import type { CorrectionRow } from './letter-rows.ts'
import { useLetterRows } from './use-letter.ts'
import { useRows } from './use-rows.ts'

/** All corrections of the letter, machine reading → correction; number keys change the category of the one that has the focus. */
export function CorrectionsPanel() {
  const session = useSession()
  const side = useSessionState((state) => state.open?.activeSide ?? 'translation')
  const isReadOnly = useSessionState((state) => state.open?.readOnly ?? true)
  const { corrections } = useLetterRows(side)
  const [chosen, setChosen] = useState<string | null>(null)
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
          <Correction
            key={row.record.id}
            row={row}
            editor={editor}
            isOpen={row.record.id === chosen}
            isReadOnly={isReadOnly}
            onChoose={() => setChosen(row.record.id === chosen ? null : row.record.id)}
          />
        ))}
      </ul>
      {!isReadOnly && <p className="panel-hint">{t('letterView.corrections.keys')}</p>}
    </>
  )
}

function Correction(props: {
  readonly row: CorrectionRow
  readonly editor: LetterEditor
  readonly isOpen: boolean
  readonly isReadOnly: boolean
  readonly onChoose: () => void
}) {
  const { t } = useTranslation()
  const { row, editor, isOpen, isReadOnly } = props
  const { record } = row
  return (
    <li
      className="row-card"
      data-open={isOpen || undefined}
      onKeyDown={(event) => !isReadOnly && takeCategoryKey(event, editor, record.id)}
    >
      <button
        type="button"
        className="row"
        data-row
        aria-expanded={isOpen}
        onClick={() => {
          editor.selectRecord('corrections', record.id)
          props.onChoose()
        }}
      >
        <BeforeAfter before={row.before} after={row.after} />
        <span className="chip" data-guessed={record.guessed || undefined}>
          {t(`category.${record.category}`)} <kbd>{keyOfCategory(record.category)}</kbd>
        </span>
      </button>
      {isOpen && <CorrectionDetails editor={editor} record={record} isReadOnly={isReadOnly} />}
    </li>
  )
}
