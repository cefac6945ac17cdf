import { useTranslation } from 'react-i18next'
import type { Problem } from '../../../shared/check/problem.ts'
import { Button } from '../kit/button.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { ChoiceField } from './choice-field.tsx'
import { EmptyPanel } from './empty-panel.tsx'
import { goToProblem, openMentionPicker } from './letter-actions.ts'
import { useLetterUi } from './letter-store.ts'
import { ProblemWords } from './problem-words.tsx'
import { useLetterRows } from './use-letter.ts'
import { useRows } from './use-rows.ts'

/** Everything the program noticed in the letter, each with its place to jump to and what can be done about it. */
export function ProblemsPanel() {
  const { t } = useTranslation()
  const session = useSession()
  const problems = useSessionState((state) => state.open?.problems ?? NONE)
  const isReadOnly = useSessionState((state) => state.open?.readOnly ?? true)
  const current = useLetterUi((state) => state.problem?.id)
  const list = useRows<HTMLUListElement>()
  if (problems.length === 0)
    return (
      <EmptyPanel title={t('letterView.problems.none')} text={t('letterView.problems.noneHow')} />
    )
  return (
    <ul className="rows" ref={list.ref} onKeyDown={list.onKeyDown}>
      {problems.map((problem) => (
        <li className="row-card" key={problem.id} data-open={problem.id === current || undefined}>
          <button
            type="button"
            className="row"
            data-row
            aria-current={problem.id === current || undefined}
            onClick={() => goToProblem(problem.id)(session)}
          >
            <ProblemWords problem={problem} />
          </button>
          {!isReadOnly && <ProblemFix problem={problem} />}
        </li>
      ))}
    </ul>
  )
}

const NONE: readonly Problem[] = []

const CONFIRMED: ReadonlySet<Problem['code']> = new Set([
  'link-uncertain',
  'date-uncertain',
  'archive-inferred',
])

function ProblemFix({ problem }: { readonly problem: Problem }) {
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
