import { useTranslation } from 'react-i18next'
import { SEGMENT_STATES, type SegmentCounts } from '../../../shared/translate/segment-states.ts'

/** How far the sentences of a letter have come, as one thin bar in parts, with words for those who point at it or listen. Nothing where the letter has no sentences. */
export function SegmentProgress({ counts }: { readonly counts: SegmentCounts }) {
  const { t } = useTranslation()
  const all = SEGMENT_STATES.reduce((sum, state) => sum + counts[state], 0)
  if (all === 0) return null
  const parts = ORDER.filter((state) => counts[state] > 0)
  const words = parts.map((state) => `${t(`reading.segment.${state}`)} ${counts[state]}`).join(', ')
  const label = t('reading.segments.bar', { words })
  return (
    <span className="segment-progress" role="img" aria-label={label} title={label}>
      {parts.map((state) => (
        <span key={state} data-state={state} style={{ flexGrow: counts[state] }} />
      ))}
    </span>
  )
}

/** Whether anybody has worked on a sentence of the letter. */
export function isBegun({
  corrected,
  checked,
  disputed,
  'in-work': inWork,
}: SegmentCounts): boolean {
  return corrected + checked + disputed + inWork > 0
}

const ORDER = ['checked', 'corrected', 'disputed', 'in-work', 'no-original', 'machine'] as const
