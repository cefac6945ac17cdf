import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../../shared/check/problem.ts'
import { Button } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'
import { useSession } from '../session-context.tsx'
import { ChoiceField } from './choice-field.tsx'
import { openMentionPicker } from './letter-actions.ts'
import { useLetterRows } from './use-letter.ts'

const CONFIRMED: ReadonlySet<Problem['code']> = new Set([
  'link-uncertain',
  'date-uncertain',
  'archive-inferred',
])

/** What can be done about a problem that is none of a check: confirmed, linked, given an entry. */
export function ProblemFix({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation()
  const session = useSession()
  const editor = session.editor(problem.side)
  if (CONFIRMED.has(problem.code))
    return (
      <div className="card-actions">
        <Button look="primary" onPress={() => session.confirmProblem(problem.id)}>
          {t('letterView.problems.confirm')}
        </Button>
        {problem.callout && <NoteChoice problem={problem} callout={problem.callout} />}
      </div>
    )
  if (problem.code === 'callout-without-note' && problem.callout)
    return <NoteChoice problem={problem} callout={problem.callout} />
  if (problem.code === 'note-without-callout' && problem.note) {
    const { note } = problem
    return (
      <div className="card-actions">
        <Button
          onPress={() => {
            if (!editor?.linkNoteHere(note)) session.notify('bad', t('letterView.notes.cannotLink'))
            editor?.focus()
          }}
        >
          {t('letterView.notes.linkHere')}
        </Button>
      </div>
    )
  }
  if (problem.code === 'note-number-lost' && problem.note)
    return <NoteNumber problem={problem} note={problem.note} />
  const mention = problem.id.replace(/^mention:/, '')
  if (problem.code === 'mention-without-entity')
    return (
      <div className="card-actions">
        <Button onPress={() => openMentionPicker(mention)(session)}>
          {t('letterView.problems.findEntry')}
        </Button>
      </div>
    )
  return null
}

function NoteNumber(props: { readonly problem: Problem; readonly note: string }) {
  const { t } = useTranslation()
  const session = useSession()
  const { problem, note } = props
  const { notes } = useLetterRows(problem.side)
  const guess = notes.find((row) => row.record.id === note)?.number ?? ''
  const [typed, setTyped] = useState<string | null>(null)
  const number = typed ?? guess
  const give = (event: FormEvent) => {
    event.preventDefault()
    session.editor(problem.side)?.numberNote(note, number)
  }
  return (
    <form className="note-number-form" onSubmit={give}>
      <Field label={t('letterView.problems.number')} value={number} onChange={setTyped} />
      <Button type="submit" isDisabled={number.trim() === ''}>
        {t('letterView.problems.setNumber')}
      </Button>
    </form>
  )
}

function NoteChoice(props: { readonly problem: Problem; readonly callout: string }) {
  const { t } = useTranslation()
  const session = useSession()
  const { problem, callout } = props
  const { notes } = useLetterRows(problem.side)
  if (notes.length === 0) return null
  const options = [
    { id: '', label: t('letterView.problems.noNote') },
    ...notes.map((row) => ({ id: row.record.id, label: `${row.number}  ${row.words}` })),
  ]
  return (
    <ChoiceField
      className="note-choice"
      label={t('letterView.problems.chooseNote')}
      value={problem.note ?? ''}
      options={options}
      onChange={(note) => session.editor(problem.side)?.linkCallout(callout, note || null)}
    />
  )
}
