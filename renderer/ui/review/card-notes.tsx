import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { LetterReading } from '../../../shared/import/reading.ts'
import type { ReviewPage } from '../../session/review-state.ts'
import { sayWhy } from '../say-why.ts'
import { goToLine } from './review-moves.ts'

/** The notes of a letter: what calls each, how sure that is and why. */
export function CardNotes(props: { readonly page: ReviewPage; readonly letter: LetterReading }) {
  const { t, i18n } = useTranslation()
  const { page, letter } = props
  if (letter.notes.length === 0) return null
  return (
    <ol className="card-notes">
      {letter.notes.map((note, at) => {
        const callout = note.callout === null ? undefined : letter.callouts[note.callout]
        const text = letter.content.find(({ line }) => line === note.lines[0])?.text ?? ''
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: notes have their places as names
          <li key={at}>
            <AriaButton className="problem-line" onPress={() => goToLine(page, note.lines[0] ?? 0)}>
              {t('review.noteNumber', { n: note.n ?? '?' })}
            </AriaButton>{' '}
            <span className="serif">{text.trim().slice(0, 90)}</span>{' '}
            {callout ? (
              <AriaButton className="problem-line" onPress={() => goToLine(page, callout.line)}>
                {t('review.calledIn', {
                  line: callout.line,
                  share: callout.confidence.toLocaleString(i18n.language, { style: 'percent' }),
                })}
              </AriaButton>
            ) : (
              <span className="bad">{t('review.notCalled')}</span>
            )}
            {callout ? <span className="muted"> {sayWhy(t, callout.why)}</span> : null}
          </li>
        )
      })}
    </ol>
  )
}
