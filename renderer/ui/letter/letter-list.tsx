import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterRow } from '../../session/session.ts'
import { isBegun, SegmentProgress } from '../reading/progress-bar.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { groupLetters, type ListItem } from './group-letters.ts'
import { listDate, monthHeading } from './list-date.ts'

const HEADING = 34
const ROW = 54

/** The letters in order of date, grouped by month, the open one marked; arrow keys move, Enter opens. */
export function LetterList({ rows }: { readonly rows: readonly LetterRow[] }) {
  const { t } = useTranslation()
  const session = useSession()
  const openId = useSessionState((state) => state.open?.id ?? '')
  const items = useMemo(() => groupLetters(rows), [rows])
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(() => indexOf(items, openId))
  const list = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.type === 'month' ? HEADING : ROW),
    overscan: 8,
  })
  // Another letter opened: its row comes into view, the list stays otherwise as it was.
  useEffect(() => {
    const index = indexOf(items, openId)
    setActive(index)
    if (index >= 0) list.scrollToIndex(index, { align: 'auto' })
  }, [items, openId, list])
  const onKeyDown = (event: KeyboardEvent) => {
    const now = items[active]
    if (event.key === 'Enter' && now?.type === 'letter') void session.openLetter(now.row.id)
    const goal = nextLetter(items, active, event.key)
    if (goal === null) return
    event.preventDefault()
    setActive(goal)
    list.scrollToIndex(goal, { align: 'auto' })
  }
  const current = items[active]
  return (
    <div
      className="letter-list"
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={t('letterView.list.label')}
      aria-activedescendant={current?.type === 'letter' ? `near-${current.row.id}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: list.getTotalSize(), position: 'relative' }} role="presentation">
        {list.getVirtualItems().map(({ index, start, key }) => {
          const item = items[index]
          if (!item) return null
          const style = { transform: `translateY(${start}px)` }
          return (
            <div key={key} role="presentation" className="list-slot" style={style}>
              <Item item={item} openId={openId} isActive={index === active} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Item(props: {
  readonly item: ListItem
  readonly openId: string
  readonly isActive: boolean
}) {
  const { item } = props
  if (item.type === 'month') return <MonthHeading item={item} />
  const isOpen = item.row.id === props.openId
  return <Neighbour row={item.row} isOpen={isOpen} isActive={props.isActive} />
}

function MonthHeading({ item }: { readonly item: Extract<ListItem, { type: 'month' }> }) {
  const { t, i18n } = useTranslation()
  const words = item.month ? monthHeading(item.month, i18n.language) : t('letterView.list.undated')
  return (
    <p className="month" role="presentation">
      {words} · {item.count}
    </p>
  )
}

function Neighbour(props: {
  readonly row: LetterRow
  readonly isOpen: boolean
  readonly isActive: boolean
}) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const { row, isOpen, isActive } = props
  // The open letter counts as one works; what is stored follows when it is left.
  const live = useSessionState(({ open }) => (open?.id === row.id ? open.problems.length : null))
  const problems = live ?? row.problems
  const isPending = live === null && row.unchecked !== undefined
  const parties = `${row.from.join(', ') || '?'} → ${row.to.join(', ') || '?'}`
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys for all of its options
    // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus and names its active option
    <div
      id={`near-${row.id}`}
      className="neighbour"
      role="option"
      aria-selected={isOpen}
      data-active={isActive || undefined}
      onClick={() => void session.openLetter(row.id)}
    >
      <span className="neighbour-date">
        {listDate(row.dateText, row.dateSort, i18n.language) || t('letterView.list.noDate')}
      </span>
      {problems > 0 ? (
        <span
          className="neighbour-problems"
          data-pending={isPending || undefined}
          title={isPending ? t('checks.pending') : undefined}
        >
          {t('letterView.list.problems', { count: problems })}
        </span>
      ) : (
        <small>{t(`letterView.state.${row.state}`)}</small>
      )}
      <span className="neighbour-parties">{parties}</span>
      {row.segments && isBegun(row.segments) && <SegmentProgress counts={row.segments} />}
    </div>
  )
}

function indexOf(items: readonly ListItem[], id: string): number {
  return items.findIndex((item) => item.type === 'letter' && item.row.id === id)
}

function nextLetter(items: readonly ListItem[], now: number, key: string): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: 10,
    PageUp: -10,
    Home: -items.length,
    End: items.length,
  }
  const step = steps[key]
  if (step === undefined || items.length === 0) return null
  const direction = Math.sign(step)
  let index = Math.min(items.length - 1, Math.max(0, now + step))
  // Headings are stepped over; at the very top the first letter stands below its heading.
  while (items[index]?.type === 'month') index += index === 0 ? 1 : direction
  return items[index] ? index : null
}
