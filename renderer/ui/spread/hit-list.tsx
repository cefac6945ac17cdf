import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { hitKey, type SpreadHit } from '../../../shared/translate/spread/spread-hit.ts'
import { type GridMove, gridMove, nextSelection } from '../library/grid-move.ts'
import { useLetterNames } from '../use-letter-names.ts'
import { HitRow } from './hit-row.tsx'
import './spread.css'

const ROW_HEIGHT = 54

interface HitListProps {
  readonly label: string
  readonly hits: readonly SpreadHit[]
  /** Null: the hits are only looked at. */
  readonly ticked: ReadonlySet<string> | null
  readonly onTick?: (ticked: ReadonlySet<string>) => void
  readonly onEnter?: (hit: SpreadHit) => void
  /** Hears which hit the list speaks of, whenever that is another. */
  readonly onActive?: (hit: SpreadHit | null) => void
  /** The key of the hit that the list speaks of until one moves; the first one where it is not there. */
  readonly firstActive?: string | null
  /** Whether the list has the focus from the beginning. */
  readonly isFirst?: boolean
}

/** Hits in their context, of which only what is seen is drawn. Arrows move, Space ticks, Ctrl+A ticks all, Shift with the arrows a stretch, Enter goes on. */
export function HitList(props: HitListProps) {
  const { label, hits, ticked, onActive, firstActive = null, isFirst = false } = props
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  const nameOf = useNames(hits)
  const keys = useMemo(() => hits.map(hitKey), [hits])
  const { here, isMoved, setActive } = useActive(hits, keys, firstActive, onActive)
  const virtual = useRows(scroller, keys, here)
  const goTo = (index: number) => {
    setActive(index)
    virtual.scrollToIndex(index)
  }
  useLayoutEffect(() => {
    if (!isMoved && here > 0) virtual.scrollToIndex(here, { align: 'center' })
  }, [isMoved, here, virtual])
  useLayoutEffect(() => {
    if (isFirst) scroller.current?.focus({ preventScroll: true })
  }, [isFirst])
  const acts = useHitActs({ ...props, keys, here, scroller, goTo })
  return (
    <div
      ref={scroller}
      className="hits"
      role="listbox"
      aria-label={label}
      aria-multiselectable={ticked !== null}
      aria-activedescendant={hits.length > 0 ? `${id}-${here}` : undefined}
      tabIndex={0}
      onKeyDown={acts.onKeyDown}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize() }} />
      {virtual.getVirtualItems().map((item) => {
        const hit = hits[item.index]
        if (!hit) return null
        return (
          <HitRow
            key={item.key}
            id={`${id}-${item.index}`}
            hit={hit}
            title={nameOf(hit.letter)}
            style={{ transform: `translateY(${item.start}px)`, height: ROW_HEIGHT }}
            isActive={item.index === here}
            isTicked={ticked ? ticked.has(keys[item.index] ?? '') : null}
            index={item.index}
            count={hits.length}
            onClick={acts.onClick}
          />
        )
      })}
    </div>
  )
}

function useRows(
  scroller: RefObject<HTMLDivElement | null>,
  keys: readonly string[],
  here: number,
) {
  return useVirtualizer({
    count: keys.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    getItemKey: useCallback((index: number) => keys[index] ?? index, [keys]),
    // The row that the list speaks of stays in the page, wherever one scrolls.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), here])].sort((a, b) => a - b),
  })
}

// The hit that the list speaks of, of those that there are.
function useActive(
  hits: readonly SpreadHit[],
  keys: readonly string[],
  first: string | null,
  onActive: HitListProps['onActive'],
) {
  const [active, setActive] = useState<number | null>(null)
  const firstIndex = useMemo(() => (first === null ? 0 : keys.indexOf(first)), [keys, first])
  const here = Math.max(0, Math.min(active ?? firstIndex, hits.length - 1))
  const hit = hits[here] ?? null
  useLayoutEffect(() => onActive?.(hit), [onActive, hit])
  return { here, isMoved: active !== null, setActive }
}

interface HitSituation extends HitListProps {
  readonly keys: readonly string[]
  readonly here: number
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly goTo: (index: number) => void
}

/** What keys and clicks do to the hits. */
function useHitActs({ hits, keys, here, scroller, goTo, ticked, onTick, onEnter }: HitSituation) {
  const [anchor, setAnchor] = useState(0)
  const tick = (index: number, select: GridMove['select']) => {
    if (!ticked || !onTick) return
    const isWhole = select === 'all' && keys.every((key) => ticked.has(key))
    if (isWhole) onTick(new Set([...ticked].filter((key) => !keys.includes(key))))
    else if (select === 'all') onTick(new Set([...ticked, ...keys]))
    else onTick(nextSelection(keys, ticked, { index, select }, anchor))
    if (select !== 'extend') setAnchor(index)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1
    const move = gridMove(event, here, keys.length, page)
    // Esc is the dialog's.
    if (!move || move.select === 'none') return
    event.preventDefault()
    const hit = hits[move.index]
    if (move.open && hit) onEnter?.(hit)
    else tick(move.index, move.select)
    goTo(move.index)
  }
  const onClick = useStableTick((index, how) => {
    goTo(index)
    tick(index, how)
  })
  return { onKeyDown, onClick }
}

function useNames(hits: readonly SpreadHit[]): (letter: string) => string {
  return useLetterNames(useMemo(() => [...new Set(hits.map(({ letter }) => letter))], [hits]))
}

// The same function always, which does what the last one given does: rows that did not change are not drawn again.
function useStableTick(act: (index: number, how: 'toggle' | 'extend') => void) {
  const last = useRef(act)
  last.current = act
  return useCallback((index: number, how: 'toggle' | 'extend') => last.current(index, how), [])
}
