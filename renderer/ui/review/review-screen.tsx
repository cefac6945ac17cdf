import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PageReview, Session } from '../../session/session.ts'
import { Button } from '../kit/button.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { useUi } from '../ui-state.ts'
import { ReviewLetters } from './review-letters.tsx'
import { reviewTotals } from './review-totals.ts'

/** What was found in the pages, as a plain list: nothing is stored before it is confirmed (Enter) or refused (Esc). */
export function ReviewScreen() {
  const { t } = useTranslation()
  const session = useSession()
  const pages = useSessionState((state) => state.review) ?? []
  const busy = useSessionState((state) => state.progress !== null)
  const title = useRef<HTMLHeadingElement>(null)
  useReviewKeys()
  useEffect(() => title.current?.focus(), [])
  const totals = reviewTotals(pages)
  const nothingNew = totals.fresh === 0
  return (
    <div className="review" data-pane="review">
      <div className="review-head">
        <div className="review-column">
          <h1 ref={title} tabIndex={-1}>
            {nothingNew ? t('review.nothingNew') : t('review.found', { count: totals.fresh })}
          </h1>
          <p className="muted">
            {[
              t('review.pages', { count: pages.length }),
              totals.known > 0 && t('review.known', { count: totals.known }),
              t('review.problems', { count: totals.problems }),
              t('review.outside', { count: totals.outside }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p className="muted">{t('review.nothingYet')}</p>
        </div>
        <div className="actions">
          <Button onPress={() => session.cancelReview()} keys="Escape">
            {t('app.cancel')}
          </Button>
          <Button
            look="primary"
            keys="Enter"
            isDisabled={nothingNew || busy}
            onPress={() => void session.confirmReview()}
          >
            {t('review.confirm', { count: totals.fresh })}
          </Button>
        </div>
      </div>
      {pages.map((page, index) => (
        // Two pages may have one name; their order never changes here.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <ReviewPage key={index} page={page} isOnly={pages.length === 1} />
      ))}
    </div>
  )
}

/** Enter confirms and Esc refuses wherever the focus is, but on a button or in a list to unfold. */
function useReviewKeys(): void {
  const session = useSession()
  const dialog = useUi((ui) => ui.dialog)
  useEffect(() => {
    if (dialog) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat || isIn(event, OVERLAY))
        return
      if (event.key === 'Escape') session.cancelReview()
      else if (event.key === 'Enter' && !isIn(event, WIDGET)) confirm(session)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [session, dialog])
}

const OVERLAY = '[role="dialog"]'
const WIDGET = 'button, summary, a'

function isIn(event: KeyboardEvent, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null
}

function confirm(session: Session): void {
  const { review, progress } = session.state.getState()
  if (review && !progress && reviewTotals(review).fresh > 0) void session.confirmReview()
}

function ReviewPage({ page, isOnly }: { page: PageReview; isOnly: boolean }) {
  const { t } = useTranslation()
  return (
    <section className="review-page" aria-label={page.name}>
      <h2>
        {page.name}
        <span className="muted"> · {t('count.letters', { count: page.letters.length })}</span>
      </h2>
      {page.error ? <p className="bad">{page.error}</p> : null}
      {page.notes.length > 0 ? <p className="muted">{page.notes.join(' ')}</p> : null}
      {page.error ? null : <ReviewLetters letters={page.letters} page={page.name} />}
      <Outside lines={page.outside} open={isOnly && page.outside.length <= 40} />
    </section>
  )
}

function Outside({ lines, open }: { lines: PageReview['outside']; open: boolean }) {
  const { t, i18n } = useTranslation()
  if (lines.length === 0) return null
  const kindName = (kind: string) => {
    const key = `review.kind.${kind}`
    return i18n.exists(key) ? String(i18n.t(key as 'review.kind.other')) : kind
  }
  return (
    <details className="outside" open={open}>
      <summary>{t('review.outside', { count: lines.length })}</summary>
      <p className="muted">{t('review.outsideWhy')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col" className="col-line">
              {t('review.line')}
            </th>
            <th scope="col" className="col-kind">
              {t('review.kindHead')}
            </th>
            <th scope="col">{t('review.text')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.line}>
              <td className="number">{line.line}</td>
              <td className="muted">{kindName(line.kind)}</td>
              <td className="serif">{line.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
