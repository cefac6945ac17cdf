import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { indexOfLine, ownersOf } from '../../../shared/import/review/review-draft.ts'
import type { ReviewPage } from '../../session/review-state.ts'
import { letterKey } from '../../session/review-state.ts'
import { useSession } from '../session-context.tsx'
import { useUi } from '../ui-state.ts'
import { chosenLines } from './review-moves.ts'
import type { ReviewPlace } from './review-place.ts'
import { SOURCE_LIST } from './source-focus.ts'
import { onSourceKey } from './source-keys.ts'
import { SourceLine, type SourceLineProps } from './source-line.tsx'
import { useSeek } from './use-seek.ts'

/** What a line of so many characters is likely to need: it is measured when it is drawn. */
const guessHeight = (length: number) => 20 + Math.ceil(Math.min(length, 1600) / 62) * 24

/** The non-blank lines of a page with their numbers; only those that are seen are drawn. One line is the current one, and keys act on it. */
export function SourceList({ page }: { readonly page: ReviewPage }) {
  const { t } = useTranslation()
  const session = useSession()
  const place = useUi((ui) => ui.review)
  const scroller = useRef<HTMLDivElement>(null)
  const { draft } = page
  const { lines } = draft
  const here = place.line === null ? -1 : indexOfLine(draft, place.line)
  // The same function while the lines are the same: else all would be measured anew at each turn.
  const getItemKey = useCallback((index: number) => lines[index]?.line ?? index, [lines])
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => guessHeight(lines[index]?.text.length ?? 0),
    getItemKey,
    overscan: 8,
    // What is gone to has something around it.
    scrollPaddingStart: 48,
    scrollPaddingEnd: 72,
    // The current line stays in the page, wherever one scrolls: it is named to those who listen.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), Math.max(0, here)])].sort((a, b) => a - b),
  })
  useSeek(here, place.seek, (index) => virtual.scrollToIndex(index, { align: 'auto' }))
  const chosen = new Set(chosenLines(page, place))
  return (
    <div
      id={SOURCE_LIST}
      ref={scroller}
      className="source-list"
      role="listbox"
      tabIndex={0}
      aria-multiselectable="true"
      aria-label={t('review.linesOf', { page: page.name })}
      aria-activedescendant={here < 0 ? undefined : lineId(place.line ?? 0)}
      onKeyDown={(event) => onSourceKey(session, event)}
    >
      <div className="source-lines" style={{ height: virtual.getTotalSize() }} role="presentation">
        {virtual.getVirtualItems().map((item) => (
          <div
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            className="source-slot"
            role="presentation"
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <SourceLine
              {...propsOf(page, item.index, place)}
              isChosen={chosen.has(Number(item.key))}
            />
          </div>
        ))}
      </div>
    </div>
  )
}

/** What the line of this index shows, where one is at this place. */
function propsOf(
  page: ReviewPage,
  index: number,
  place: ReviewPlace,
): Omit<SourceLineProps, 'isChosen'> {
  const { draft } = page
  const { line, text } = draft.lines[index] ?? { line: 0, text: '' }
  const at = ownersOf(draft).get(line)
  const letter = at === undefined ? null : (draft.letters[at] ?? null)
  const key = letter === null ? null : letterKey(page.key, letter.id)
  const isHere = line === place.line
  const pointed = key !== null && key === place.pointed?.letter ? place.pointed : null
  return {
    id: lineId(line),
    page,
    line,
    text,
    letter,
    letterKey: key,
    number: at === undefined ? null : at + 1,
    isFirst: letter?.content[0]?.line === line,
    isHere,
    isLit: pointed !== null || (key !== null && key === place.letter),
    ...(isHere && place.words ? { words: place.words } : {}),
    ...(pointed?.kind ? { pointed: pointed.kind } : {}),
  }
}

const lineId = (line: number): string => `source-line-${line}`
