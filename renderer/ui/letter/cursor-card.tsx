import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterEditor, SelectionInfo } from '../../editor/letter-editor.ts'
import { Button } from '../kit/button.tsx'
import { BeforeAfter } from '../reading/before-after.tsx'
import { takeCardKey } from '../reading/card-keys.ts'
import { CorrectionDetails } from '../reading/correction-details.tsx'
import { QueryCard } from '../reading/query-card.tsx'
import { sayWhy } from '../say-why.ts'
import { useSession, useSessionState } from '../session-context.tsx'
import { ChoiceField } from './choice-field.tsx'
import { openMentionPicker } from './letter-actions.ts'
import { announce } from './letter-store.ts'
import { rowsOf } from './use-letter.ts'
import { VerbatimCard } from './verbatim-card.tsx'

/** What stands at the cursor: its meaning and what can be done with it. Nothing where the cursor is in plain text. */
export function CursorCard() {
  const { t } = useTranslation()
  const isReadOnly = useSessionState((state) => state.open?.readOnly ?? true)
  const here = useHere()
  if (!here) return null
  const { editor, info } = here
  const { records } = editor.state()
  const correction = records.corrections[info.corrections[0] ?? '']
  const mentions = info.mentions.filter((id) => records.mentions[id])
  const callout = records.callouts[info.callouts[0] ?? '']
  const verbatim = info.verbatim.flatMap((id) => records.verbatim[id] ?? [])
  const queries = info.queries.flatMap((id) => records.queries[id] ?? [])
  const isEmpty =
    !correction && queries.length === 0 && mentions.length === 0 && callout?.role !== 'callout'
  if (isEmpty && verbatim.length === 0) return null
  return (
    <section className="cursor-card" aria-label={t('letterView.card.label')}>
      <h2>{t('letterView.card.label')}</h2>
      {mentions.map((id) => (
        <MentionCard key={id} id={id} editor={editor} isReadOnly={isReadOnly} />
      ))}
      {correction && (
        // biome-ignore lint/a11y/noStaticElementInteractions: number keys work wherever the focus is in the card
        <div
          className="card"
          onKeyDown={(event) => !isReadOnly && takeCardKey(event, editor, correction.id)}
        >
          <BeforeAfter {...textsOf(editor, correction.id)} />
          <CorrectionDetails editor={editor} record={correction} isReadOnly={isReadOnly} />
        </div>
      )}
      {queries.map((record) => (
        <QueryCard key={record.id} editor={editor} record={record} isReadOnly={isReadOnly} />
      ))}
      {callout?.role === 'callout' && (
        <CalloutCard id={callout.id} editor={editor} isReadOnly={isReadOnly} />
      )}
      {verbatim.length > 0 && <VerbatimCard records={verbatim} />}
    </section>
  )
}

interface CardProps {
  readonly id: string
  readonly editor: LetterEditor
  readonly isReadOnly: boolean
}

function MentionCard({ id, editor, isReadOnly }: CardProps) {
  const { t } = useTranslation()
  const session = useSession()
  const entities = useSessionState((state) => state.entities)
  const record = editor.state().records.mentions[id]
  if (!record) return null
  const entity = entities.find((one) => one.id === record.entity)
  const name = entity?.name ?? record.when ?? t('letterView.entities.unlinked')
  const kind = t(`letterView.kind.${record.kind}`)
  const untag = () => {
    editor.removeMention(id)
    announce(t('letterView.said.untagged', { name, kind }))
    editor.focus()
  }
  return (
    <div className="card">
      <p className="card-kind">
        <span className="kind-line" data-kind={record.kind}>
          {kind}
        </span>
        <span className="tei">{t(`letterView.tei.${record.kind}`)}</span>
      </p>
      <p className="card-name">{name}</p>
      {entity?.original && <p className="card-original">{entity.original}</p>}
      {!isReadOnly && (
        <div className="card-actions">
          <Button onPress={() => openMentionPicker(id)(session)}>
            {t('letterView.card.change')}
          </Button>
          <Button onPress={untag}>{t('letterView.card.untag')}</Button>
        </div>
      )}
    </div>
  )
}

function CalloutCard({ id, editor, isReadOnly }: CardProps) {
  const { t } = useTranslation()
  const record = editor.state().records.callouts[id]
  const { notes } = rowsOf(editor)
  if (!record) return null
  const note = notes.find((row) => row.record.id === record.note)
  const options = [
    { id: '', label: t('letterView.problems.noNote') },
    ...notes.map((row) => ({ id: row.record.id, label: `${row.number}  ${row.words}` })),
  ]
  return (
    <div className="card">
      <p className="card-kind">{t('letterView.card.callout')}</p>
      <p className="card-name">{note?.words ?? t('letterView.card.noNote')}</p>
      {record.why && !record.by && (
        <p className="why">{t('letterView.notes.why', { why: sayWhy(t, record.why) })}</p>
      )}
      {!isReadOnly && (
        <ChoiceField
          className="note-choice"
          label={t('letterView.problems.chooseNote')}
          value={record.note ?? ''}
          options={options}
          onChange={(value) => editor.linkCallout(id, value || null)}
        />
      )}
      <div className="card-actions">
        {!isReadOnly && record.note !== null && record.by === undefined && (
          <Button look="primary" onPress={() => editor.confirmCallout(id)}>
            {t('letterView.notes.confirm')}
          </Button>
        )}
        {note && (
          <Button
            onPress={() => {
              editor.selectRecord('notes', note.record.id)
              editor.focus()
            }}
          >
            {t('letterView.notes.toNote')}
          </Button>
        )}
      </div>
    </div>
  )
}

function textsOf(editor: LetterEditor, id: string): { before: string; after: string } {
  const row = rowsOf(editor).corrections.find(({ record }) => record.id === id)
  return { before: row?.before ?? '', after: row?.after ?? '' }
}

const PAUSE = 90

// The card follows a moment behind the cursor, so that typing and walking through the text never wait for it.
function useHere(): { editor: LetterEditor; info: SelectionInfo } | null {
  const session = useSession()
  const [here, setHere] = useState<{ editor: LetterEditor; info: SelectionInfo } | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () => {
      const { open } = session.state.getState()
      const editor = open ? session.editor(open.activeSide) : null
      setHere(editor ? { editor, info: editor.selection() } : null)
    }
    const stop = session.state.subscribe((now, before) => {
      if (now.open === before.open) return
      clearTimeout(timer)
      timer = setTimeout(read, PAUSE)
    })
    timer = setTimeout(read, 0)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [session])
  return here
}
