import { useTranslation } from 'react-i18next'
import type { LetterEditor } from '../../editor/letter-editor.ts'
import { Keys } from '../kit/kbd.tsx'
import { EmptyPanel } from '../letter/empty-panel.tsx'
import { useSettledEditor } from '../letter/use-letter.ts'
import { useRows } from '../letter/use-rows.ts'
import { useSessionState } from '../session-context.tsx'
import { listQueries, type QueryRow } from './list-queries.ts'

/** The questions of the letter, open ones first; pressing one shows it in the text, and its card below. */
export function QueriesPanel() {
  const { t } = useTranslation()
  const side = useSessionState((state) => state.open?.activeSide ?? 'translation')
  const editor = useSettledEditor(side)
  const list = useRows<HTMLUListElement>()
  const rows = editor ? listQueries(editor.canonical()) : []
  if (!editor || rows.length === 0)
    return <EmptyPanel title={t('reading.queries.none')} text={t('reading.queries.noneHow')} />
  return (
    <>
      <ul className="rows" ref={list.ref} onKeyDown={list.onKeyDown}>
        {rows.map((row) => (
          <Query key={row.record.id} row={row} editor={editor} />
        ))}
      </ul>
      <p className="panel-hint">
        <Keys keys="Alt-q" /> {t('reading.queries.hint')}
      </p>
    </>
  )
}

function Query({ row, editor }: { readonly row: QueryRow; readonly editor: LetterEditor }) {
  const { t } = useTranslation()
  const { record, words } = row
  const isClosed = record.closed !== undefined
  return (
    <li className="row-card">
      <button
        type="button"
        className="row query-row"
        data-row
        data-state={isClosed ? 'closed' : 'open'}
        onClick={() => {
          editor.selectRecord('queries', record.id)
          editor.focus()
        }}
      >
        <q>{words}</q>
        <span>{record.question}</span>
        <small>
          {t(isClosed ? 'reading.queries.closed' : 'reading.queries.open')}
          {record.replies.length > 0 &&
            ` · ${t('reading.queries.replies', { count: record.replies.length })}`}
          {record.shared && ` · ${t('reading.queries.shared')}`}
        </small>
      </button>
    </li>
  )
}
