import { useTranslation } from 'react-i18next'
import type { Dismissed } from '../../../shared/check/sort-out.ts'
import { Button } from '../kit/button.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { ProblemWords } from './problem-words.tsx'

/** What was found to be no problem, by whom and why, folded away; each can be shown again. */
export function DismissedProblems() {
  const { t } = useTranslation()
  const session = useSession()
  const dismissed = useSessionState((state) => state.open?.dismissed)
  const isReadOnly = useSessionState((state) => state.open?.readOnly ?? true)
  if (!dismissed) return null
  return (
    <details className="dismissed">
      <summary>{t('checks.dismissed', { count: dismissed.length })}</summary>
      <ul className="rows">
        {dismissed.map((one) => (
          <li className="row-card" key={one.problem.id}>
            <div className="row">
              <ProblemWords problem={one.problem} />
              <Who dismissed={one} />
            </div>
            {!isReadOnly && (
              <div className="card-actions">
                <Button onPress={() => session.checks.takeBack(one)}>
                  {one.rule ? t('checks.takeBackRule') : t('checks.takeBack')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Who({ dismissed: { once, rule } }: { readonly dismissed: Dismissed }) {
  const { t, i18n } = useTranslation()
  const editors = useSessionState((state) => state.editors)
  const said = once ?? rule
  if (!said) return null
  const name = editors.find(({ id }) => id === said.by)?.name ?? t('letterView.columns.unnamed')
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' })
  const words = t(once ? 'checks.dismissedBy' : 'checks.silencedBy', {
    name,
    date: date.format(new Date(said.at)),
  })
  return (
    <span className="why">
      {words}
      {said.reason ? ` · ${said.reason}` : ''}
    </span>
  )
}
