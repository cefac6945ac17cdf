import { useTranslation } from 'react-i18next'
import type { LetterState } from '../../../shared/letter/records.ts'
import { countStates, stateFromSegments } from '../../../shared/translate/segment-states.ts'
import { Button } from '../kit/button.tsx'
import { useSession } from '../session-context.tsx'
import { isBegun, SegmentProgress } from './progress-bar.tsx'
import { useSegments } from './use-segments.ts'

/** How far the sentences of the open letter have come, once anybody has worked on one. */
export function LetterProgress() {
  const { t } = useTranslation()
  const segments = useSegments()
  const editor = useSession().editor('translation')
  const counts = countStates(segments)
  if (!isBegun(counts)) return null
  const done = counts.corrected + counts.checked
  const all = segments.length - counts['no-original']
  const hasNotes = editor?.machine.blocks.some(({ kind }) => kind === 'note')
  return (
    <p className="letter-progress">
      <SegmentProgress counts={counts} />
      {t(hasNotes ? 'reading.segments.lineWithNotes' : 'reading.segments.line', { done, all })}
    </p>
  )
}

/** The state that the sentences speak for, where it is another than the letter has; one press takes it over. */
export function ProposedState(props: {
  readonly state: LetterState
  readonly onTake: (state: LetterState) => void
  readonly isReadOnly: boolean
}) {
  const { t } = useTranslation()
  const proposed = stateFromSegments(countStates(useSegments()))
  // The sentences of an untouched letter say nothing about it.
  if (proposed === 'machine' || proposed === props.state) return null
  return (
    <p className="inferred">
      <span>{t('reading.segments.propose', { state: t(`letterView.state.${proposed}`) })}</span>
      {!props.isReadOnly && (
        <Button look="link" onPress={() => props.onTake(proposed)}>
          {t('reading.segments.take')}
        </Button>
      )}
    </p>
  )
}
