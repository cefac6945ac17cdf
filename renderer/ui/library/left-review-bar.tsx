import { useTranslation } from 'react-i18next'
import { Button } from '../kit/button.tsx'
import { useSession, useSessionState } from '../session-context.tsx'

/** Says that a review was left with something decided in it, as long as it can be gone on with. */
export function LeftReviewBar() {
  const { t } = useTranslation()
  const session = useSession()
  const left = useSessionState((state) => state.leftReview)
  if (left === null) return null
  const names = left.files.map(({ name }) => name).join(', ')
  return (
    <section className="who" aria-label={t('review.left')} data-pane="left-review">
      <output className="who-why">{t('review.leftWork', { names })}</output>
      <Button look="primary" onPress={() => session.resumeReview()} autoFocus>
        {t('review.resume')}
      </Button>
      <Button look="quiet" onPress={() => session.dropReview()}>
        {t('review.drop')}
      </Button>
    </section>
  )
}
