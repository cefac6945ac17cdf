import { ProgressBar as AriaProgress } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '../kit/button.tsx'
import { useSession, useSessionState } from '../session-context.tsx'

/** How far long work is, and the button that ends it. */
export function ProgressBar() {
  const { t } = useTranslation()
  const session = useSession()
  const progress = useSessionState((state) => state.progress)
  if (!progress) return null
  const { label, done, total } = progress
  const known = total > 0
  return (
    <div className="progress">
      <AriaProgress
        aria-label={label}
        {...(known ? { value: done, maxValue: total } : { isIndeterminate: true })}
      >
        {({ percentage, valueText }) => (
          <>
            <div className="progress-words">
              <span>{label}</span>
              <span className="muted">{known ? valueText : ''}</span>
            </div>
            <div className="progress-line">
              <div
                className={known ? 'progress-done' : 'progress-done progress-unknown'}
                style={known ? { width: `${percentage ?? 0}%` } : {}}
              />
            </div>
          </>
        )}
      </AriaProgress>
      <Button onPress={() => session.cancelProgress()}>{t('app.cancel')}</Button>
    </div>
  )
}
