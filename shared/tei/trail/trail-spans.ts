import type { CanonicalText } from '../../letter/canonical.ts'
import type { Insertion, MachineRange, Span } from '../../letter/place.ts'
import type { LetterEncoding } from '../letter-encoding.ts'
import { borderOf, type LinearText, positionOf } from '../linear-text.ts'
import type { Paragraph } from '../text-parts.ts'

/** A stretch of the linear text: UTF-16 offsets. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The stretch of a machine range, with what was inserted within it; undefined where its block is not in the text. */
export function stretchOfRange(linear: LinearText, range: MachineRange): Stretch | undefined {
  const block = linear.byId.get(range.block)
  if (!block) return undefined
  const from = borderOf(linear, block, range.from, 'behind')
  return { from, to: Math.max(from, borderOf(linear, block, range.to, 'before')) }
}

/** The point of an insertion that is not in the text. */
export function stretchOfInsertion(linear: LinearText, put: Insertion): Stretch | undefined {
  const block = linear.byId.get(put.block)
  const at = block && borderOf(linear, block, put.offset, 'before')
  return at === undefined ? undefined : { from: at, to: at }
}

/** The stretch of a span. */
export function stretchOfSpan(linear: LinearText, span: Span): Stretch | undefined {
  const [from, to] = [positionOf(linear, span.from), positionOf(linear, span.to)]
  return from === undefined || to === undefined ? undefined : { from, to: Math.max(from, to) }
}

/** The ids of the paragraphs that the trail of a side points into by their characters; none where no trail is written. */
export function trailTargets(
  { context }: LetterEncoding,
  { records, anchors }: CanonicalText,
  linear: LinearText,
  paragraphs: readonly Paragraph[],
): ReadonlySet<string> {
  if (!context.trail) return new Set()
  const refused = Object.values(records.refusals).flatMap(({ deleted, inserted }) => [
    ...deleted.map((range) => stretchOfRange(linear, range)),
    ...inserted.map((put) => stretchOfInsertion(linear, put)),
  ])
  const asked = Object.values(records.queries).flatMap(({ id, shared }) => {
    const span = shared ? anchors.queries[id] : undefined
    return span ? [stretchOfSpan(linear, span)] : []
  })
  const stated = Object.values(records.segments).map(({ range }) => stretchOfRange(linear, range))
  const stretches = [...refused, ...asked, ...stated].filter((stretch) => stretch !== undefined)
  const touched = paragraphs.filter(({ from, to }) =>
    stretches.some((stretch) => stretch.from <= to && from <= stretch.to),
  )
  return new Set(touched.map(({ id }) => id))
}
