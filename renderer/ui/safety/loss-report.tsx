import { useTranslation } from 'react-i18next'
import type { BroughtBack } from '../../session/safety-state.ts'
import { Button } from '../kit/button.tsx'

/** What came of bringing a library back. */
export function LossReport({ end, onClose }: { end: BroughtBack; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <main className="page-notice">
      <h1>{end.status === 'brought' ? t('safety.lost.back') : t('safety.lost.notBack')}</h1>
      {end.status === 'brought' ? (
        <>
          <p>{t('safety.lost.brought', { count: end.letters })}</p>
          {end.same > 0 ? <p>{t('safety.lost.same', { count: end.same })}</p> : null}
          {end.conflicts.length > 0 ? (
            <p>{t('safety.lost.conflicts', { letters: end.conflicts.join(', ') })}</p>
          ) : null}
        </>
      ) : (
        <p>{t('safety.lost.notBackWhy', { why: end.message })}</p>
      )}
      <div className="actions">
        <Button look="primary" onPress={onClose} autoFocus>
          {t('safety.lost.openLibrary')}
        </Button>
      </div>
    </main>
  )
}
