import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Segments } from '../kit/segments.tsx'
import { useUi } from '../ui-state.ts'
import { LetterCard } from './letter-card.tsx'
import { FileRow, OutsideRow, RefusedRow } from './other-rows.tsx'
import { goToRow, setPlace } from './review-moves.ts'
import type { ReviewFilter } from './review-place.ts'
import { type ReviewRow, reviewRows, reviewTotals } from './review-rows.ts'
import { TeiCard, titleOf } from './tei-card.tsx'
import { useReview } from './use-review.ts'
import { useSeek } from './use-seek.ts'

const HEIGHTS: Readonly<Record<ReviewRow['type'], number>> = {
  file: 40,
  refused: 74,
  letter: 128,
  tei: 120,
  outside: 58,
}

/** The letters that were recognised, file by file, and the lines outside; one row is the current one. */
export function LettersPane() {
  const { t } = useTranslation()
  const review = useReview()
  const filter = useUi((ui) => ui.review.filter)
  const rows = useMemo(() => reviewRows(review.files, filter), [review.files, filter])
  return (
    <section className="review-letters" aria-label={t('review.letters')} data-pane="letters">
      <Filters />
      {rows.length === 0 && review.reading === null ? (
        <p className="review-empty muted">{t(`review.empty.${filter}`)}</p>
      ) : null}
      <Rows rows={rows} />
    </section>
  )
}

function Filters() {
  const { t } = useTranslation()
  const review = useReview()
  const filter = useUi((ui) => ui.review.filter)
  const totals = reviewTotals(review)
  const items = [
    { id: 'all', text: t('review.filter.all', { count: totals.letters }) },
    { id: 'doubtful', text: t('review.filter.doubtful', { count: totals.doubtful }) },
    { id: 'problems', text: t('review.filter.problems', { count: totals.withProblems }) },
    { id: 'outside', text: t('review.filter.outside', { count: totals.outside }) },
  ]
  return (
    <div className="review-filters">
      <Segments
        label={t('review.show')}
        items={items}
        selected={filter}
        onSelect={(id) => setPlace({ filter: id as ReviewFilter })}
      />
    </div>
  )
}

function isCurrent(
  row: ReviewRow,
  letter: string | null,
  line: number | null,
  file: number | null,
) {
  if (row.type === 'letter' || row.type === 'tei') return row.key === letter
  if (row.type === 'outside') return row.page.key === file && row.line.line === line
  return false
}

function Rows({ rows }: { readonly rows: readonly ReviewRow[] }) {
  const { t } = useTranslation()
  const place = useUi((ui) => ui.review)
  const scroller = useRef<HTMLDivElement>(null)
  const here = rows.findIndex((row) => isCurrent(row, place.letter, place.line, place.file))
  const first = rows.findIndex((row) => row.type !== 'file' && row.type !== 'refused')
  // The same function while the rows are the same: else all would be measured anew at each turn.
  const getItemKey = useCallback((index: number) => rows[index]?.key ?? index, [rows])
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => HEIGHTS[rows[index]?.type ?? 'letter'],
    getItemKey,
    overscan: 6,
    scrollPaddingStart: 8,
    scrollPaddingEnd: 24,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), Math.max(0, here)])].sort((a, b) => a - b),
  })
  useSeek(here, place.seek, (index) => virtual.scrollToIndex(index, { align: 'auto' }))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its articles have the focus; the keys go through them
    <div
      className="letters-list"
      ref={scroller}
      onKeyDown={(event) => onRowKey(event, rows, here, scroller.current)}
    >
      <div
        className="letters-rows"
        role="feed"
        aria-busy={false}
        aria-label={t('review.letters')}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          const isHere = item.index === here
          const isStop = isHere || (here < 0 && item.index === Math.max(0, first))
          return (
            <article
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className="review-row"
              data-here={isHere || undefined}
              aria-posinset={item.index + 1}
              aria-setsize={rows.length}
              aria-label={labelOf(row, t('review.letterNumber', { number: numberOf(row) }))}
              tabIndex={isStop ? 0 : -1}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <Row row={row} isHere={isHere} />
            </article>
          )
        })}
      </div>
    </div>
  )
}

/** Arrows go through the rows; the row one comes to takes the focus. */
function onRowKey(
  event: KeyboardEvent,
  rows: readonly ReviewRow[],
  here: number,
  scroller: HTMLElement | null,
): void {
  if (!(event.target as HTMLElement).matches('.review-row')) return
  const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 }[event.key]
  if (by === undefined) return
  event.preventDefault()
  goOnRows(rows, here, by)
  requestAnimationFrame(() => focusRow(scroller))
}

const numberOf = (row: ReviewRow): number =>
  row.type === 'letter' || row.type === 'tei' ? row.number : 0

function labelOf(row: ReviewRow, letter: string): string {
  if (row.type === 'letter') return `${letter}: ${row.letter.heading}`
  if (row.type === 'tei') return `${letter}: ${titleOf(row.letter)}`
  return row.type === 'outside' ? row.line.text.slice(0, 80) : row.file.name
}

/** Goes `by` rows on, over rows that are no places. */
function goOnRows(rows: readonly ReviewRow[], here: number, by: number): void {
  const places = rows.flatMap((row, at) =>
    row.type === 'file' || row.type === 'refused' ? [] : [at],
  )
  const at = places.indexOf(here)
  goToRow(rows[places[Math.max(0, Math.min(places.length - 1, at + by))] ?? -1])
}

function focusRow(scroller: HTMLElement | null): void {
  scroller?.querySelector<HTMLElement>('.review-row[data-here]')?.focus({ preventScroll: true })
}

function Row({ row, isHere }: { readonly row: ReviewRow; readonly isHere: boolean }) {
  if (row.type === 'letter') return <LetterCard row={row} isHere={isHere} />
  if (row.type === 'tei') return <TeiCard row={row} isHere={isHere} />
  if (row.type === 'outside') return <OutsideRow row={row} />
  if (row.type === 'refused') return <RefusedRow file={row.file} />
  return <FileRow file={row.file} />
}
