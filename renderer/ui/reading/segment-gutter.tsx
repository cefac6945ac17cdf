import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Segment } from '../../../shared/translate/segment-states.ts'
import type { LetterEditor } from '../../editor/letter-editor.ts'
import { useSession, useSessionState } from '../session-context.tsx'
import { type DrawnSegment, type SegmentBar, segmentBars } from './segment-bars.ts'
import { useSegments } from './use-segments.ts'

/** How far beyond what is seen bars are drawn, in CSS pixels. */
const BEYOND = 600

/** In the margin of the translation, one bar for each sentence that somebody has worked on: its shape says how far it has come. */
export function SegmentGutter() {
  const { t } = useTranslation()
  const segments = useSegments()
  const place = useRef<HTMLDivElement>(null)
  const bars = useBars(place, segments)
  return (
    <div className="segment-gutter" ref={place} aria-hidden>
      {bars.map(({ key, state, top, height }) => (
        <span
          key={key}
          className="segment-bar"
          data-state={state}
          title={t(`reading.segment.${state}`)}
          style={{ top, height }}
        />
      ))}
    </div>
  )
}

// Measured a moment after the text has settled, when its column changes its size, and when it is scrolled.
function useBars(
  place: RefObject<HTMLDivElement | null>,
  segments: readonly Segment[],
): readonly SegmentBar[] {
  const session = useSession()
  const view = useSessionState((state) => state.open?.view)
  const [bars, setBars] = useState<readonly SegmentBar[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view draws the text otherwise
  useEffect(() => {
    const scroller = place.current?.parentElement
    const editor = session.editor('translation')
    if (!scroller || !editor) return
    let frame = 0
    const measure = () => {
      frame = 0
      setBars(segmentBars(drawnSegments(editor, scroller, segments)))
    }
    const later = () => {
      frame ||= requestAnimationFrame(measure)
    }
    later()
    const watch = new ResizeObserver(later)
    watch.observe(editor.view.dom)
    watch.observe(scroller)
    scroller.addEventListener('scroll', later, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      watch.disconnect()
      scroller.removeEventListener('scroll', later)
    }
  }, [session, segments, view])
  return bars
}

// Only what is near the part that is seen is measured; the segments stand below each other.
function drawnSegments(
  editor: LetterEditor,
  scroller: HTMLElement,
  segments: readonly Segment[],
): readonly DrawnSegment[] {
  if (segments.every(({ state }) => state === 'machine')) return []
  const box = scroller.getBoundingClientRect()
  const shift = scroller.scrollTop - box.top
  const lines = (index: number) => {
    const segment = segments[index]
    return segment ? editor.linesOf(segment.range) : null
  }
  let low = 0
  let high = segments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines(middle)?.last.bottom ?? 0) < box.top - BEYOND) low = middle + 1
    else high = middle
  }
  const drawn: DrawnSegment[] = []
  for (let index = low; index < segments.length; index++) {
    const found = lines(index)
    const segment = segments[index]
    if (!found || !segment || found.first.top > box.bottom + BEYOND) break
    const { range, state } = segment
    const moved = ({ top, bottom }: { readonly top: number; readonly bottom: number }) => ({
      top: top + shift,
      bottom: bottom + shift,
    })
    const key = `${range.block} ${range.from}`
    drawn.push({ key, state, first: moved(found.first), last: moved(found.last) })
  }
  return drawn
}
