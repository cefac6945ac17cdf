import { useTranslation } from 'react-i18next'
import type { ExportProblem } from '../../session/session.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { closeDialog } from '../ui-state.ts'

/** Why nothing was written: each fault with its letter and place; a letter opens at a press. */
export function ExportProblems(props: { problems: readonly ExportProblem[]; onRetry: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const rows = useSessionState((state) => state.letters)
  const { problems, onRetry } = props
  const open = (id: string) => {
    closeDialog()
    void session.openLetter(id)
  }
  return (
    <Dialog
      title={t('export.refused')}
      onClose={closeDialog}
      wide
      foot={
        <>
          <Button onPress={onRetry}>{t('export.again')}</Button>
          <Button look="primary" onPress={closeDialog} autoFocus>
            {t('app.close')}
          </Button>
        </>
      }
    >
      <p>{t('export.nothingWritten', { count: problems.length })}</p>
      <ul className="plain-list">
        {problems.map((problem, index) => {
          const row = rows.find(({ id }) => id === problem.letter)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: one fault may be reported twice at one place; the list never changes
            <li key={index} className="export-problem">
              {row ? (
                <Button look="link" onPress={() => open(row.id)}>
                  {row.title}
                </Button>
              ) : (
                <strong>{problem.letter}</strong>
              )}
              <span className="muted">
                {' '}
                {t('export.place', { line: problem.line, column: problem.column })}
              </span>
              <div>{problem.message}</div>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
