import type { SegmentState } from '../../../shared/translate/segment-states.ts'

/** A line of text as it is drawn: its edges in CSS pixels. */
export interface DrawnLine {
  readonly top: number
  readonly bottom: number
}

/** A segment as it is drawn, from its first line to its last. */
export interface DrawnSegment {
  readonly key: string
  readonly state: SegmentState
  readonly first: DrawnLine
  readonly last: DrawnLine
}

/** A bar in the margin. */
export interface SegmentBar {
  readonly key: string
  readonly state: SegmentState
  readonly top: number
  readonly height: number
}

const GAP = 2

/**
 * The bars that stand for segments in the margin, those of the machine left out. Segments that share a line share its height there,
 * in the order of the text, so that no bar lies over another. The segments come in the order of the text.
 */
export function segmentBars(segments: readonly DrawnSegment[]): readonly SegmentBar[] {
  const onLine = new Map<number, string[]>()
  for (const { key, first, last } of segments)
    for (const line of new Set([first.top, last.top].map(Math.round))) {
      const keys = onLine.get(line) ?? []
      onLine.set(line, [...keys, key])
    }
  const share = (line: DrawnLine, key: string, part: 0 | 1) => {
    const keys = onLine.get(Math.round(line.top)) ?? [key]
    return line.top + ((line.bottom - line.top) * (keys.indexOf(key) + part)) / keys.length
  }
  return segments
    .filter(({ state }) => state !== 'machine')
    .map(({ key, state, first, last }) => {
      const top = share(first, key, 0) + GAP / 2
      return { key, state, top, height: Math.max(2, share(last, key, 1) - GAP / 2 - top) }
    })
}
