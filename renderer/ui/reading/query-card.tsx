import { useTranslation } from 'react-i18next'
import type { QueryRecord } from '../../../shared/letter/records.ts'
import type { LetterEditor } from '../../editor/letter-editor.ts'
import { Button } from '../kit/button.tsx'
import { DraftField } from '../letter/draft-field.tsx'
import { useSessionState } from '../session-context.tsx'
import { Said } from './said.tsx'

/** A question about a span with its answers, and what can be done with it. */
export function QueryCard(props: {
  readonly editor: LetterEditor
  readonly record: QueryRecord
  readonly isReadOnly: boolean
}) {
  const { t } = useTranslation()
  const { editor, record, isReadOnly } = props
  const isClosed = record.closed !== undefined
  return (
    <div className="card details query-card" data-state={isClosed ? 'closed' : 'open'}>
      <p className="card-kind">
        {t(isClosed ? 'reading.queries.closed' : 'reading.queries.open')}
        {record.shared && <span className="tag-shared">{t('reading.queries.shared')}</span>}
      </p>
      <Thread record={record} />
      {!isReadOnly && !isClosed && (
        <DraftField
          key={record.replies.length}
          label={t('reading.queries.reply')}
          value=""
          onCommit={(reply) => editor.setQuery(record.id, { reply })}
          isMultiline
        />
      )}
      {!isReadOnly && (
        <div className="card-actions">
          <Button onPress={() => editor.setQuery(record.id, { closed: !isClosed })}>
            {t(isClosed ? 'reading.queries.reopen' : 'reading.queries.close')}
          </Button>
          <Button
            aria-pressed={record.shared === true}
            onPress={() => editor.setQuery(record.id, { shared: record.shared !== true })}
          >
            {t(record.shared ? 'reading.queries.keepPrivate' : 'reading.queries.share')}
          </Button>
          <Button look="quiet" onPress={() => editor.removeQuery(record.id)}>
            {t('reading.queries.remove')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** A question and what was answered, each with who and when. */
export function Thread({ record }: { readonly record: QueryRecord }) {
  const editors = useSessionState((state) => state.editors)
  return (
    <ol className="thread">
      <li>
        <q>{record.question}</q> <Said editors={editors} {...record} />
      </li>
      {record.replies.map((reply, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: answers are only added
        <li key={index}>
          <q>{reply.text}</q> <Said editors={editors} {...reply} />
        </li>
      ))}
    </ol>
  )
}
