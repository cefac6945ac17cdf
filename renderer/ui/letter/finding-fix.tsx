import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../../shared/check/problem.ts'
import { Button } from '../kit/button.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { accept, dismiss, lackOf } from './problem-acts.ts'

/** What can be done about a problem of a check: taken as proposed (or typed over), dismissed here or for good, with a reason where one wishes. */
export function FindingFix({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation()
  const session = useSession()
  const [reason, setReason] = useState('')
  // In the text a letter alone is written there, in the mode in which one writes.
  const isWriting = useSessionState((state) => state.open?.mode === 'write')
  const keys = (key: string) => (isWriting ? `Alt-${key}` : key)
  const lack = lackOf(problem)
  const proposes = problem.finding?.proposal !== null
  return (
    <div className="finding-fix">
      <div className="card-actions">
        <Button look="primary" keys={keys('a')} onPress={() => accept(session, problem)}>
          {lack ? t(`checks.give.${lack}`) : proposes ? t('checks.accept') : t('checks.correct')}
        </Button>
        <Button
          keys={keys('x')}
          tip={t('checks.dismissTip')}
          onPress={() => dismiss(session, problem, 'once', reason)}
        >
          {t('checks.dismiss')}
        </Button>
        <Button
          look="quiet"
          keys={keys('Shift-x')}
          tip={t('checks.silenceTip')}
          onPress={() => dismiss(session, problem, 'rule', reason)}
        >
          {t('checks.silence')}
        </Button>
      </div>
      <input
        className="input"
        aria-label={t('checks.reason')}
        placeholder={t('checks.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </div>
  )
}
