import type { TFunction } from 'i18next'
import { useEffect, useRef } from 'react'
import { ProgressBar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { CERTAIN } from '../../../shared/import/review/rate-letter.ts'
import type { ReviewReading } from '../../session/review-state.ts'
import { Button } from '../kit/button.tsx'
import { CompareButton } from '../library/compare-button.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { acceptCertain } from './review-acts.ts'
import { type ReviewTotals, reviewTotals } from './review-rows.ts'
import { useReview } from './use-review.ts'

/** What was found in all, how far the reading is, and the buttons that take it or leave it. */
export function ReviewHead() {
  const review = useReview()
  const totals = reviewTotals(review)
  return (
    <div className="review-head">
      {review.reading ? <Reading reading={review.reading} /> : <Found totals={totals} />}
      <Actions totals={totals} isReading={review.reading !== null} />
    </div>
  )
}

function Reading({ reading }: { readonly reading: ReviewReading }) {
  const { t, i18n } = useTranslation()
  const { done, total, name, letters } = reading
  const label = t('review.reading', { name })
  return (
    <div className="review-reading">
      <ProgressBar
        aria-label={t('review.readingFiles')}
        {...(total > 1 ? { value: done, maxValue: total } : { isIndeterminate: true })}
      >
        {({ percentage }) => (
          <>
            <p className="review-title">{label}</p>
            <p className="muted">
              {[
                total > 1 &&
                  t('review.readingCount', {
                    done: done.toLocaleString(i18n.language),
                    count: total,
                  }),
                t('review.lettersSoFar', { count: letters }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <div className="progress-line">
              <div
                className={total > 1 ? 'progress-done' : 'progress-done progress-unknown'}
                style={total > 1 ? { width: `${percentage ?? 0}%` } : {}}
              />
            </div>
          </>
        )}
      </ProgressBar>
    </div>
  )
}

function facts(t: TFunction, totals: ReviewTotals): string {
  return [
    t('review.pages', { count: totals.pages }),
    totals.refused > 0 && t('review.refused', { count: totals.refused }),
    totals.known > 0 && t('review.known', { count: totals.known }),
    t('review.problems', { count: totals.problems }),
    t('review.outside', { count: totals.outside }),
    totals.leftOut > 0 && t('review.leftOut', { count: totals.leftOut }),
  ]
    .filter(Boolean)
    .join(' · ')
}

function Found({ totals }: { readonly totals: ReviewTotals }) {
  const { t } = useTranslation()
  const title = useRef<HTMLHeadingElement>(null)
  // Keys work at once, and who listens hears what was found.
  useEffect(() => {
    const { activeElement } = document
    if (activeElement === null || activeElement === document.body) title.current?.focus()
  }, [])
  const fresh = totals.letters - totals.known
  return (
    <div className="review-found">
      <h1 ref={title} tabIndex={-1}>
        {fresh > 0
          ? t('review.found', { count: fresh })
          : totals.entries > 0
            ? t('tei.register.found', { count: totals.entries })
            : t('review.nothingNew')}
      </h1>
      <p className="muted">{facts(t, totals)}</p>
      <p className="muted">{t('review.nothingYet')}</p>
    </div>
  )
}

function Actions(props: { readonly totals: ReviewTotals; readonly isReading: boolean }) {
  const { t } = useTranslation()
  const session = useSession()
  const busy = useSessionState((state) => state.progress !== null)
  const { totals, isReading } = props
  const { accepted, fresh } = totals
  const isIdle = !isReading && !busy
  return (
    <div className="actions">
      <Button onPress={() => session.cancelReview()}>
        {isReading ? t('review.stop') : t('app.cancel')}
      </Button>
      <CompareButton />
      {totals.certain > 0 ? (
        <Button
          isDisabled={!isIdle}
          onPress={() => acceptCertain(session)}
          tip={t('review.certainMeans', { share: CERTAIN })}
          tipKeys="a"
        >
          {t('review.acceptCertain', { count: totals.certain })}
        </Button>
      ) : null}
      {accepted > 0 && accepted < fresh ? (
        <Button isDisabled={!isIdle} onPress={() => void session.confirmReview('all')}>
          {t('review.takeAll', { count: fresh })}
        </Button>
      ) : null}
      <Button
        look="primary"
        keys="Mod-Enter"
        isDisabled={!isIdle || (fresh === 0 && totals.entries === 0)}
        onPress={() => void session.confirmReview(accepted > 0 ? 'accepted' : 'all')}
      >
        {accepted > 0
          ? t('review.takeAccepted', { count: accepted })
          : fresh === 0 && totals.entries > 0
            ? t('tei.register.take', { count: totals.entries })
            : t('review.take', { count: fresh })}
      </Button>
    </div>
  )
}
