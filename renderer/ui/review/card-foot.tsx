import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../kit/button.tsx'
import { useSession } from '../session-context.tsx'
import { uiState } from '../ui-state.ts'
import { setPlace } from './review-moves.ts'
import type { LetterState } from './use-letter-state.ts'
import { useReview } from './use-review.ts'

interface CardFootProps {
  readonly letterKey: string
  readonly state: LetterState
  /** Whether the card shows all; without it there is no more to show. */
  readonly isUnfolded?: boolean
}

/** Accepts a letter or leaves it out, and unfolds its card. */
export function CardFoot({ letterKey, state, isUnfolded }: CardFootProps) {
  const { t } = useTranslation()
  return (
    <div className="card-foot">
      {state === 'known' || state === 'double' ? null : (
        <Choices letterKey={letterKey} state={state} />
      )}
      {isUnfolded === undefined ? null : (
        <Button look="quiet" aria-expanded={isUnfolded} onPress={() => fold(letterKey, isUnfolded)}>
          {t(isUnfolded ? 'review.less' : 'review.more')}
        </Button>
      )}
    </div>
  )
}

function fold(key: string, isUnfolded: boolean): void {
  const unfolded = new Set(uiState.getState().review.unfolded)
  if (isUnfolded) unfolded.delete(key)
  else unfolded.add(key)
  setPlace({ unfolded })
}

function Choices({ letterKey, state }: CardFootProps) {
  const { t } = useTranslation()
  const session = useSession()
  const { reading } = useReview()
  const choose = (choice: 'accepted' | 'left-out') =>
    session.review.choose([letterKey], state === choice ? null : choice)
  return (
    <>
      <Button
        isDisabled={reading !== null}
        aria-pressed={state === 'accepted'}
        onPress={() => choose('accepted')}
      >
        {state === 'accepted' ? <Check size={14} aria-hidden /> : null}
        {t(state === 'accepted' ? 'review.state.accepted' : 'review.accept')}
      </Button>
      <Button
        look="quiet"
        isDisabled={reading !== null}
        aria-pressed={state === 'left-out'}
        onPress={() => choose('left-out')}
      >
        {t(state === 'left-out' ? 'review.takeAgain' : 'review.leaveOut')}
      </Button>
    </>
  )
}
