import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { showTab } from '../letter/letter-store.ts'
import { useSettledEditor } from '../letter/use-letter.ts'
import { useSession, useSessionState } from '../session-context.tsx'

/** Counts of the open letter; the problems lead to their list. */
export function LetterCounts() {
  const { t } = useTranslation()
  const session = useSession()
  const id = useSessionState((state) => state.open?.id)
  const words = useSessionState((state) => state.letters.find((row) => row.id === id)?.words ?? 0)
  const problems = useSessionState((state) => state.open?.problems.length ?? 0)
  const records = useSettledEditor('translation')?.state().records
  const corrections = records ? Object.keys(records.corrections).length : 0
  const refused = records ? Object.keys(records.refusals).length : 0
  const mentions = records ? Object.keys(records.mentions).length : 0
  const showProblems = () => {
    showTab('problems')
    void session.setSettings({ rightPane: true })
  }
  return (
    <div className="counts">
      <span>
        <span title={t('measures.letterWords')}>{t('count.words', { count: words })}</span> ·{' '}
        {t('count.corrections', { count: corrections })}
        {refused > 0 && `, ${t('measures.refused', { count: refused })}`} ·{' '}
        {t('count.mentions', { count: mentions })}
      </span>
      {problems > 0 ? (
        <AriaButton className="count-problems" onPress={showProblems}>
          {t('count.problems', { count: problems })}
        </AriaButton>
      ) : (
        <span>{t('count.problems', { count: 0 })}</span>
      )}
    </div>
  )
}
