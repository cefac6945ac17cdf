import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../kit/button.tsx'
import { useSession, useSessionState } from '../session-context.tsx'

// Reviews whose bar has had the focus: it is taken when one is left, not whenever the letters are shown again.
const greeted = new WeakSet<object>()

/** Says that a review was left with something decided in it, as long as it can be gone on with. */
export function LeftReviewBar() {
  const { t } = useTranslation()
  const session = useSession()
  const left = useSessionState((state) => state.leftReview)
  useEffect(() => {
    if (left !== null) greeted.add(left)
  }, [left])
  if (left === null) return null
  const names = left.files.map(({ name }) => name).join(', ')
  return (
    <section className="who" aria-label={t('review.left')} data-pane="left-review">
      <output className="who-why">{t('review.leftWork', { names })}</output>
      <Button look="primary" onPress={() => session.resumeReview()} autoFocus={!greeted.has(left)}>
        {t('review.resume')}
      </Button>
      <Button look="quiet" onPress={() => session.dropReview()}>
        {t('review.drop')}
      </Button>
    </section>
  )
}
