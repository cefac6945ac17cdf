import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useSessionState } from '../session-context.tsx'
import { uiState } from '../ui-state.ts'

/** How many letters and problems there are; the problems, pressed, sort the list. */
export function LibraryCounts() {
  const { t } = useTranslation()
  const letters = useSessionState((state) => state.letters)
  const problems = letters.reduce((sum, row) => sum + row.problems, 0)
  const sortByProblems = () => uiState.setState({ order: { column: 'problems', descending: true } })
  return (
    <div className="counts">
      <QuietChecks />
      <span>{t('count.letters', { count: letters.length })}</span>
      {problems > 0 ? (
        <AriaButton className="count-problems" onPress={sortByProblems}>
          {t('count.problems', { count: problems })}
        </AriaButton>
      ) : null}
    </div>
  )
}

function QuietChecks() {
  const { t } = useTranslation()
  const checking = useSessionState((state) => state.checking)
  const isWaiting = useSessionState(({ letters }) =>
    letters.some((row) => row.unchecked !== undefined),
  )
  if (checking) return <span className="muted">{t('checks.quietly', { ...checking })}</span>
  return isWaiting ? <span className="muted">{t('checks.soon')}</span> : null
}
