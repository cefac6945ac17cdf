import { useTranslation } from 'react-i18next'
import { reviewTotals } from './review-rows.ts'
import { useReview } from './use-review.ts'

/** How many letters are accepted, left out and not decided on. */
export function ReviewCounts() {
  const { t } = useTranslation()
  const review = useReview()
  const { accepted, leftOut, fresh } = reviewTotals(review)
  return (
    <div className="counts">
      <span>{t('review.accepted', { count: accepted })}</span>
      {leftOut > 0 ? <span>{t('review.leftOut', { count: leftOut })}</span> : null}
      <span>{t('review.undecided', { count: fresh - accepted })}</span>
    </div>
  )
}
