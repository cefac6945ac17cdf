import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useSessionState } from '../session-context.tsx'
import { uiState, useUi } from '../ui-state.ts'

/** How many letters there are and are selected; the problems sort the list by themselves. */
export function LibraryCounts() {
  const { t } = useTranslation()
  const letters = useSessionState((state) => state.letters)
  const selected = useUi((ui) => ui.selected.size)
  const problems = letters.reduce((sum, row) => sum + row.problems, 0)
  const sortByProblems = () => uiState.setState({ order: { column: 'problems', descending: true } })
  return (
    <div className="counts">
      {selected > 0 ? <span>{t('count.selected', { count: selected })}</span> : null}
      <span>{t('count.letters', { count: letters.length })}</span>
      {problems > 0 ? (
        <AriaButton className="count-problems" onPress={sortByProblems}>
          {t('count.problems', { count: problems })}
        </AriaButton>
      ) : null}
    </div>
  )
}
