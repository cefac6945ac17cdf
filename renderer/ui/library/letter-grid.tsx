import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterRow } from '../../session/session.ts'
import { useSession } from '../session-context.tsx'
import { uiState, useUi } from '../ui-state.ts'
import { GridHead } from './grid-head.tsx'
import { type GridMove, gridMove, nextSelection } from './grid-move.ts'
import { GridRow } from './grid-row.tsx'
import { scrollToRow, wholeRow } from './whole-rows.ts'

const ROW_HEIGHT = 38
const HEAD_ROWS = 1

/** The letters as a grid of which only what is seen is drawn: ten thousand rows are as quick as ten. One row has the focus; arrows move it. */
export function LetterGrid({ rows }: { rows: readonly LetterRow[] }) {
  const { t } = useTranslation()
  const selected = useUi((ui) => ui.selected)
  const scroller = useRef<HTMLDivElement>(null)
  const { active, anchor, setActive, setAnchor } = useActiveRow(rows)
  const here = Math.min(active, rows.length - 1)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    getItemKey: useRowKeys(rows),
    // The row with the focus stays in the page, wherever one scrolls: else the keys would be lost.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), here])].sort((a, b) => a - b),
  })
  const wantFocus = useWantedFocus(scroller, here)
  const scrollTo = useWholeRows(scroller, rows)
  const focusRow = (index: number) => {
    setActive(index)
    scrollTo(index)
    wantFocus()
  }
  useFirstFocus(() => focusRow(here))
  const acts = useGridActs({ rows, active, anchor, scroller, setActive, setAnchor, focusRow })
  return (
    <div ref={scroller} className="grid">
      <table
        className="grid-table"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are moved through by keys is a grid
        role="grid"
        aria-label={t('app.letters')}
        aria-rowcount={rows.length + HEAD_ROWS}
        aria-multiselectable="true"
        onKeyDown={acts.onKeyDown}
      >
        <GridHead
          allSelected={selected.size > 0 && rows.every(({ id }) => selected.has(id))}
          onSelectAll={(all) => acts.select(active, all ? 'all' : 'none')}
        />
        <tbody className="grid-body" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index]
            if (!row) return null
            return (
              <GridRow
                key={item.key}
                row={row}
                index={item.index}
                top={item.start}
                isActive={item.index === here}
                isSelected={selected.has(row.id)}
                onFocus={acts.onFocus}
                onClick={acts.onClick}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

interface GridSituation {
  readonly rows: readonly LetterRow[]
  readonly active: number
  readonly anchor: number
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly setActive: (index: number) => void
  readonly setAnchor: (index: number) => void
  readonly focusRow: (index: number) => void
}

/** What keys and clicks do to the rows. */
function useGridActs(situation: GridSituation) {
  const session = useSession()
  const { rows, active, anchor, scroller, setActive, setAnchor, focusRow } = situation
  const select = (index: number, how: GridMove['select']) => {
    const ids = rows.map(({ id }) => id)
    const { selected } = uiState.getState()
    uiState.setState({ selected: nextSelection(ids, selected, { index, select: how }, anchor) })
    if (how !== 'extend') setAnchor(index)
  }
  const open = (index: number) => {
    const row = rows[index]
    if (row) void session.openLetter(row.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target as HTMLElement).matches('tr')) return
    const page = Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1
    const move = gridMove(event, active, rows.length, page)
    if (!move) return
    event.preventDefault()
    if (move.open) open(active)
    else select(move.index, move.select)
    if (move.index !== active) focusRow(move.index)
  }
  const onClick = (event: MouseEvent, index: number) => {
    setActive(index)
    // The row keeps the focus, not its box: so the keys of the list go on working.
    if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
    const onBox = (event.target as HTMLElement).closest('.cell-check')
    if (event.shiftKey) select(index, 'extend')
    else if (onBox || event.ctrlKey || event.metaKey) select(index, 'toggle')
    else open(index)
  }
  return { select, onKeyDown, onClick: useStable(onClick), onFocus: useStable(setActive) }
}

/** The row that has the focus: it follows its letter when the list is sorted or narrowed. */
function useActiveRow(rows: readonly LetterRow[]) {
  const [active, setIndex] = useState(() => indexOfLetter(rows, uiState.getState().lastLetter))
  const [anchor, setAnchor] = useState(active)
  const setActive = (index: number) => {
    uiState.setState({ lastLetter: rows[index]?.id ?? null })
    setIndex(index)
  }
  useEffect(() => {
    const index = indexOfLetter(rows, uiState.getState().lastLetter)
    setIndex(index)
    setAnchor(index)
  }, [rows])
  return { active, anchor, setActive, setAnchor }
}

function indexOfLetter(rows: readonly LetterRow[], id: string | null): number {
  return Math.max(
    0,
    rows.findIndex((row) => row.id === id),
  )
}

/** When the library is shown and nothing else has the focus, the row one left from takes it: arrows work at once. */
function useFirstFocus(focus: () => void): void {
  const first = useRef(focus)
  useEffect(() => {
    const { activeElement } = document
    if (activeElement === null || activeElement === document.body) first.current()
  }, [])
}

/** Scrolls to a row; a whole row stands below the head, also when the rows are others than before. */
function useWholeRows(
  scroller: RefObject<HTMLElement | null>,
  rows: readonly LetterRow[],
): (index: number) => void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: where there are fewer rows or more the list may stand elsewhere
  useLayoutEffect(() => {
    const grid = scroller.current
    if (grid) grid.scrollTop = wholeRow(grid.scrollTop, ROW_HEIGHT)
  }, [scroller, rows])
  return (index) => {
    const grid = scroller.current
    if (!grid) return
    const head = grid.querySelector('.grid-head')?.clientHeight ?? 0
    const seen = { top: grid.scrollTop, height: grid.clientHeight - head }
    grid.scrollTop = scrollToRow(index, seen, ROW_HEIGHT)
  }
}

/** A wish that the row of this index takes the focus; it is granted once that row is drawn. */
function useWantedFocus(scroller: RefObject<HTMLElement | null>, index: number): () => void {
  const wanted = useRef(false)
  useEffect(() => {
    if (!wanted.current) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)
    if (!row) return
    wanted.current = false
    row.focus({ preventScroll: true })
  })
  return () => {
    wanted.current = true
  }
}

/** A function that stays the same and does what the last one given does: rows that did not change are not drawn again. */
function useStable<A extends unknown[]>(act: (...args: A) => void): (...args: A) => void {
  const last = useRef(act)
  useEffect(() => {
    last.current = act
  })
  return useCallback((...args: A) => last.current(...args), [])
}

/** The key of a row by index: the same function as long as the rows are the same, else all would be measured anew at each turn. */
function useRowKeys(rows: readonly LetterRow[]): (index: number) => string | number {
  return useCallback((index: number) => rows[index]?.id ?? index, [rows])
}
