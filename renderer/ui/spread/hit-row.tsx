import { type CSSProperties, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SpreadHit } from '../../../shared/translate/spread/spread-hit.ts'

/** One hit in its context: what reads there and what would, between the words beside it; below, its letter and the other text. */
export const HitRow = memo(function HitRow(props: {
  readonly id: string
  readonly hit: SpreadHit
  readonly title: string
  readonly style: CSSProperties
  readonly isActive: boolean
  /** Null: nothing can be ticked here. */
  readonly isTicked: boolean | null
  readonly index: number
  readonly count: number
  readonly onClick: (index: number, how: 'toggle' | 'extend') => void
}) {
  const { t } = useTranslation()
  const { hit, isTicked, index } = props
  const { left, words, after, right, aligned, layer } = hit
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and hears the keys
    <div
      id={props.id}
      className="hit"
      role="option"
      tabIndex={-1}
      aria-selected={isTicked ?? false}
      aria-setsize={props.count}
      aria-posinset={index + 1}
      data-active={props.isActive || undefined}
      style={props.style}
      onClick={(event) => props.onClick(index, event.shiftKey ? 'extend' : 'toggle')}
    >
      <span className="hit-tick" data-ticked={isTicked || undefined} aria-hidden>
        {isTicked ? '✓' : ''}
      </span>
      <span className="hit-left">{left}</span>
      <span className="hit-words">
        {after === null ? <mark>{words}</mark> : <del>{words}</del>}
        {after ? <ins>{after}</ins> : null}
      </span>
      <span className="hit-right">{right}</span>
      <span className="hit-about">
        <span className="hit-letter">{props.title}</span>
        {hit.rank === 'similar' ? (
          <span className="hit-tag">{t(`spread.reason.${hit.reason}`)}</span>
        ) : null}
        {isTicked !== null && after === null ? (
          <span className="hit-tag">{t('spread.noPlace')}</span>
        ) : null}
        {hit.guard === 'missing' ? (
          <span className="hit-tag hit-warns">{t('spread.guard.missing')}</span>
        ) : null}
        {hit.guard === 'unseen' ? (
          <span className="hit-tag">{t('spread.guard.unseen')}</span>
        ) : null}
        {aligned === null ? null : (
          <span className="hit-aligned" lang={layer === 'original' ? 'en' : 'ru'}>
            {aligned}
          </span>
        )}
      </span>
    </div>
  )
})
